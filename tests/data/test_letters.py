"""Printed letters of numbers to the Latin of the model, and back. Source: ALA-LC tables; real citations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.data.letters import (
    cyrillic_fond_number,
    cyrillic_number,
    fond_number,
    leaf_number,
    number,
)
from sovcite.model import StyleLimit

# printed / in the model; printed so in the notes of the development corpus unless a source is named
NUMBERS = [
    ("374", "374"),
    ("06", "06"),
    ("2в", "2v"),
    ("1а", "1a"),
    ("1-а", "1-a"),
    ("4-А", "4-a"),
    ("4A", "4a"),
    ("19-б", "19-b"),
    ("19 – б", "19-b"),
    ("3996сс", "3996ss"),
    ("3996cc", "3996ss"),  # Latin letters typed for Cyrillic ones
    ("12 ос", "12 os"),
    ("3 доп.", "3 dop"),
    ("3доп", "3 dop"),
    ("3 дoп.", "3 dop"),  # a Latin o among Cyrillic letters
    ("2 дод.", "2 dod"),
    ("5 с. ч.", "5 sch"),
    ("2981 (b)", "2981b"),
    ("12/3", "12/3"),
    ("1–125", "1-125"),
    ("1 — 125", "1-125"),
    ("III", "III"),
    ("ХІІ", "XII"),  # Roman, typed in Cyrillic letters
    ("XLVII", "XLVII"),
    ("5х", "5kh"),
    ("8щ", "8shch"),
    ("4і", "4i"),
    ("4ї", "4i"),
    ("4є", "4ie"),
    ("4ґ", "4g"),
    ("4г", "4g"),
    ("1c", "1c"),
]

FONDS = [
    ("17", "17"),
    ("Р-5446", "R-5446"),
    ("Р5446", "R-5446"),
    ("R-5446", "R-5446"),
    ("R5446", "R-5446"),
    ("Р. 5446", "R-5446"),
    ("Р – 740", "R-740"),
    ("Р. - 2211", "R-2211"),
    ("р-2211", "R-2211"),
    ("П-6", "P-6"),
    ("P-1962", "P-1962"),  # a Latin P is a P: TsDAHOU P-1962, Applebaum, Red Famine
    ("И-336", "I-336"),
    ("I-138", "I-138"),
    ("А-259", "A-259"),
    ("K-1", "K-1"),
    ("Н-501", "N-501"),
    ("Х-4", "KH-4"),
    ("Kh-4", "KH-4"),
    ("148а", "148a"),
    ("7523с", "7523s"),
    ("7523c", "7523c"),
]

LEAVES = [("83", "83"), ("17а", "17a"), ("13a", "13a"), ("17-а", "17a"), ("17 а", "17a"), ("007", "007")]

BACK = [
    ("2v", "ru", "2в"),
    ("19-b", "ru", "19-б"),
    ("3 dop", "ru", "3 доп"),
    ("2 dod", "uk", "2 дод"),
    ("3996ss", "ru", "3996сс"),
    ("5 sch", "ru", "5 сч"),
    ("5kh", "ru", "5х"),
    ("8shch", "ru", "8щ"),
    ("4i", "ru", "4и"),
    ("4i", "uk", "4і"),
    ("4ie", "uk", "4є"),
    ("III", "ru", "III"),
    ("12/3", "ru", "12/3"),
]


@pytest.mark.parametrize(("printed", "expected"), NUMBERS)
def test_number(printed: str, expected: str) -> None:
    assert number(printed) == expected


@pytest.mark.parametrize(("printed", "expected"), FONDS)
def test_fond_number(printed: str, expected: str) -> None:
    assert fond_number(printed) == expected


@pytest.mark.parametrize(("printed", "expected"), LEAVES)
def test_leaf_number(printed: str, expected: str) -> None:
    assert leaf_number(printed) == expected


@pytest.mark.parametrize(("given_", "language", "expected"), BACK)
def test_back_to_cyrillic(given_: str, language, expected: str) -> None:
    assert cyrillic_number(given_, language) == expected


@pytest.mark.parametrize(
    ("fond", "expected"),
    [("R-5446", "Р-5446"), ("P-6", "П-6"), ("I-336", "И-336"), ("KH-4", "Х-4"), ("148a", "148а")],
)
def test_fonds_back_to_cyrillic(fond: str, expected: str) -> None:
    assert cyrillic_fond_number(fond, "ru") == expected


@pytest.mark.parametrize(
    ("number_", "language", "letter"),
    [("1c", "ru", "c"), ("5w", "ru", "w"), ("5y", "uk", "y"), ("2h", "uk", "h")],
)
def test_letters_without_a_way_back(number_: str, language, letter: str) -> None:
    with pytest.raises(StyleLimit, match=rf"^'{letter}' of number '{number_}'"):
        cyrillic_number(number_, language)


_PRINTED = st.from_regex(
    r"\A(?:[АИКМНПРабвHKPR]{1,2} ?[.-]? ?)?[0-9]{1,4}(?:[-/–][0-9]{1,3})?"
    r"(?: ?-? ?[абвгджзиклстхщюяіїєacbs]{1,2}| ?доп\.?| сс)?\Z"
)


@given(_PRINTED)
def test_what_is_in_the_model_stays(printed: str) -> None:
    for written in (number(printed), fond_number(printed), leaf_number(printed)):
        assert written.isascii()
    assert number(number(printed)) == number(printed)
    assert fond_number(fond_number(printed)) == fond_number(printed)
    assert leaf_number(leaf_number(printed)) == leaf_number(printed)


@given(st.from_regex(r"\A(?:[АИКМНПР]-)?[0-9]{1,4}[абвгджзиклмнопрстуфхцчшщюя]?\Z"))
def test_there_and_back(printed: str) -> None:
    assert cyrillic_fond_number(fond_number(printed), "ru") == printed
