"""What the search leaves out in bulk is what a plain look at each number finds nothing at."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite.reading import between
from sovcite.reading.drafts import BELOW_OPIS
from sovcite.reading.labels import are_pages, labelled, words_before
from sovcite.reading.names import name_before
from sovcite.reading.openings import Openings, row_at
from sovcite.reading.prose import is_letter_of_prose
from sovcite.reading.runs import read_run
from sovcite.reading.view import View, view

_TEXTS = sorted(
    line.replace("⏎", "\n")
    for path in Path(__file__).parent.glob("*.txt")
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "-> "))
)
_PIECES = [
    "0", "1", "5", "17", "374", "1932", "640", "5446", "/", ".", "-", ",", " ", ", ", ". ", "\n", "(", ")", ";", "%",
    "ф. ", "Ф. Р-", "fond (f.) ", "оп. ", "л. ", "Nr. ", "ф. Cent. ", "Р. III ", "ФР-", "о", "В ", "п. ", "т. ", "BYA ",
    "ГАРФ ", "(ГАРФ) ", "ERA.", "ERA. ", "KA-", "ДАХО/", "Архив РАН, ", "с. ", "pp. ", "15аб-", "а", "аб", "th, ",
    "№ ", "-х ", "г. ", " из ", "урожай ", "и ", "за ", "млн ", "Ibid., ", "4-қор", ". f., ", "\ufdd0",
]  # fmt: skip
_texts = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join) | st.sampled_from(_TEXTS)
_quick = settings(derandomize=True, deadline=None, max_examples=600, database=None)


def _numbers(folded: str) -> list[re.Match[str]]:
    return list(re.finditer("[0-9]+", folded))


def _labels(folded: str) -> set[int]:
    """Look back from each number for words that are its designator."""
    backwards = folded[::-1]
    words = {place for one in _numbers(folded) for place in words_before(backwards, len(folded) - one.start())}
    return {place for place in words if labelled(folded, place) is not None}


def _rows(folded: str) -> list[int]:
    """Look at each number for a row that it begins, none within another."""
    rows: list[int] = []
    end = 0
    for number in _numbers(folded):
        row = row_at(folded, number.start(), end) if number.start() >= end else None
        if row is not None:
            end = row.end()
            rows.append(row.start() + row[0].startswith(" "))
    return rows


def _may_be_cited(text: View, start: int) -> bool:
    is_named = text.folded[start].isalpha() or name_before(text, start, 0) is not None
    return is_named and not are_pages(text.folded, start)


def _compare(text: str) -> tuple[int, int]:
    seen = view(text)
    openings = list(Openings(seen.folded))
    labels, rows = _labels(seen.folded), _rows(seen.folded)
    assert labels <= {place for place, kind in openings if kind == "labelled"}
    found = {place for place, kind in openings if kind == "bare"}
    cited = {start for start in rows if _may_be_cited(seen, start)}
    assert found <= set(rows)
    # a date is no row
    assert all(re.match(r"[0-9]+[./-][0-9]+[./-][0-9]", seen.folded[start:]) for start in cited - found)
    return len(labels), len(cited & found)


@_quick
@given(text=_texts)
def test_no_designator_and_no_row_is_lost(text: str) -> None:
    _compare(text)


@_quick
@given(text=_texts, block=st.integers(1, 40), many=st.integers(0, 4))
def test_nor_where_a_text_is_cut_into_blocks_and_has_many_pieces(text: str, block: int, many: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(between, "_BLOCK", block)
        patch.setattr(between, "_MANY", many)
        _compare(text)


def test_nor_in_a_long_text() -> None:
    labels, rows = _compare("\n".join(_TEXTS))
    assert labels > 3000
    assert rows > 100


def test_openings_stand_in_order() -> None:
    places = [place for place, _ in Openings(view("\n".join(_TEXTS)).folded)]
    assert all(one <= other for one, other in pairwise(places))


@_quick
@given(text=_texts, number=st.sampled_from(["5", "1932"]), after=_texts)
def test_a_letter_of_prose_has_nothing_behind_its_number(text: str, number: str, after: str) -> None:
    folded = view(f"{text} В {number} {after}").folded
    for match in re.finditer(r"(?<![^\W\d_])[^\W\d_] [0-9]", folded):
        if is_letter_of_prose(folded, match.start()):
            run = read_run(folded, match.start(), "labelled")
            assert run is None or (len(run.pieces) == 1 and run.pieces[0].kind in BELOW_OPIS)


def test_a_letter_of_prose_is_seen() -> None:
    folded = view("В 1932 г. урожай составил 69,9 млн т. В 5 из 14 районов. B 5, л. 3. В 5 л. 3").folded
    seen = [match.start() for match in re.finditer("B [0-9]", folded) if is_letter_of_prose(folded, match.start())]
    assert seen == [0, folded.index("B 5 из")]
