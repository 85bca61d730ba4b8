"""What holds for any text at all: no crash, spans that can be trusted, the same answer each time, linear work."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite import Mention, SovciteError, find, parse

# the same examples in every run, so that a red run is a change of the code
_quick = settings(derandomize=True, deadline=None, max_examples=200, database=None)

_NAMES = [
    "РГАСПИ", "ГА РФ", "GARF", "ЦДІАК України", "LVVA", "ERA", "Архив РАН", "Держархів Одеської обл.", "RGALI",
    "Российский государственный архив (РГАДА)", "«ГАСО»", "ВЕСЬ", "NKVD", "12РГАСПИ", "(ГАРФ)",
]  # fmt: skip
_WORDS = [
    "Ф.", "ф. ", "Оп. ", "оп.", "Д. ", "д ", "Л. ", "лл. ", "ед. хр. ", "Спр. ", "арк. ", "f. ", "op. ", "d. ",
    "ll. ", "ch. ", "Т. ", "П. ", "p. ", "с. ", "№ ", "фонде ", "опис ", "Bl. ", "f° ", ". f., ", ". apr., ", "inv. ",
    "Арх. № ", "за 1792 г., ", "3 д-во. ", "Ос. Отд. ", "JI. ", "он. ", "о6", "опись', ", "Карт. ", "stb. ",
]  # fmt: skip
_NUMBERS = [
    "17", "1а", "Р-5446", "R-175", "3 доп.", "19-а", "12/3", "1–125", "5 об.", "13ob–15", "5 и об.", "0", "III",
    "2981 (b)", "9401/1a/552", "558.11.79.101", "315-1-159", "71, 1, 275", "7523c", "½", "п", "1234567890123",
]  # fmt: skip
_BETWEEN = [
    ". ", ", ", "; ", " ", "\n", "\n\n", " и ", " and ", " та ", " — ", "--", "(", ")", "[", "]", ": ", "/", "-",
    "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{COMBINING ACUTE ACCENT}", "\N{ZERO WIDTH SPACE}", "\N{EN DASH}",
    "\N{LINE SEPARATOR}", "&nbsp;", "&#8211;", "<nobr>", "</i>", "**", "*", "~", "\\", "-\n", "¬\n", "№", "\t", "\r\n",
    "'", "”", "°", "&", "\x00",
]  # fmt: skip
_OTHER = [
    "Там же", "Ibid.", "Ebd., ", "Turpat, ", "Указ. соч. С. 5. ", "М., 1996. ", "op. cit. ", "см. также ", "(1934)",
    "[12 марта 1934 г.]", "ул. Ленина", "Подлинник", "9 л.", "на 7 л.", "in ibid., 83", "12.03.1934", "// ", "Ко",
]  # fmt: skip
# pieces of references in any order, and any text between them
_texts = st.lists(
    st.sampled_from(_NAMES + _WORDS * 2 + _NUMBERS * 2 + _BETWEEN + _OTHER) | st.text(max_size=4), max_size=24
).map("".join)
_lines = st.lists(st.sampled_from(_WORDS).flatmap(lambda word: st.sampled_from(_NUMBERS).map(word.__add__)), max_size=8)
_any = _texts | _lines.map(" ".join) | st.text(max_size=80)


def _check_span(text: str, mention: Mention) -> None:
    assert 0 <= mention.start < mention.end <= len(text)
    assert text[mention.start : mention.end] == mention.raw


@_quick
@given(text=_any)
def test_what_is_found_stands_in_its_place(text: str) -> None:
    for level in ("strict", "normal", "lenient"):
        end = 0
        for mention in find(text, level):
            _check_span(text, mention)
            assert mention.start >= end
            end = mention.end


@_quick
@given(text=_any)
def test_the_parts_of_a_mention_stand_inside_it(text: str) -> None:
    for mention in find(text):
        # a name behind the numbers of a list belongs to all of them and stands in the last
        for part in mention.parts:
            assert part.start <= part.label_end <= part.end
            assert mention.start <= part.start
            assert part.end <= mention.end


@_quick
@given(text=_any)
def test_a_text_gives_the_same_answer_again(text: str) -> None:
    assert find(text) == find(text)


@_quick
@given(text=_any)
def test_parse_gives_a_citation_or_says_why_not(text: str) -> None:
    try:
        said = str(parse(text))
    except SovciteError as error:
        said = str(error)
    assert said


@_quick
@given(text=_any)
def test_what_is_strict_is_normal_and_what_is_normal_is_lenient(text: str) -> None:
    places = [{(one.start, one.end) for one in find(text, level)} for level in ("strict", "normal", "lenient")]
    assert places[0] <= places[1]
    assert len(places[1]) <= len(places[2])


@_quick
@given(before=st.sampled_from(["", "См.: ", "12 ", "(", "«Письмо» // "]), text=_any)
def test_words_before_a_text_move_its_citations_and_crash_nothing(before: str, text: str) -> None:
    for mention in find(before + text):
        _check_span(before + text, mention)


def _calls(text: str) -> int:
    """Count the calls of Python functions that reading a text takes."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        find(text)
    finally:
        sys.setprofile(None)
    return counted


_CITED = "РГАСПИ. Ф. 17. Оп. 3. Д. 1"
_REPEATED = {
    "notes": ("", f"{_CITED}. Л. 3.\n"),
    "short forms": (f"{_CITED}.\n", "Там же. Л. 3.\n"),
    "bare short forms": (f"{_CITED}.\n", "Там же.\n"),
    "files": (_CITED, ", 2"),
    "files with leaves": (_CITED, "; д. 746, л. 3"),
    "files joined by and": (_CITED, " и 6"),
    "leaves": (f"{_CITED}. Л. 1", ", 2"),
    "rows": ("РГАСПИ ", "1/2/3, "),
    "numbers": ("РГАСПИ ", "1 "),
    "slashes": ("РГАСПИ ", "1/"),
    "designators": ("", "л. 5, "),
    "brackets": ("", "(ф. 5 "),
    "unclosed brackets": (f"{_CITED}.", "("),
    "missing numbers": ("", "Ф. 17. Оп. . Д. 5. "),
    "names": ("", "Центральный Государственный Архив "),
    "capitals": ("", "РГАСПИ "),
    "prose": ("", "В этом году произошло много событий и дел. "),
    "blanks": ("РГАСПИ. Ф.", " "),
    "entities": (f"{_CITED}.", "&nbsp;"),
    "accents": ("РГАСПИ. Ф. 17. о", "\N{COMBINING ACUTE ACCENT}"),
    "books": (f"{_CITED}.", " М., 1996. С. 5."),
}


@pytest.mark.parametrize("name", _REPEATED)
def test_four_times_the_text_is_four_times_the_work(name: str) -> None:
    # a run that is longer than the window is read again as a whole: that may double the work, once
    head, unit = _REPEATED[name]
    find(_CITED)
    short, long = _calls(head + unit * 300), _calls(head + unit * 1200)
    assert long <= 8.5 * short


