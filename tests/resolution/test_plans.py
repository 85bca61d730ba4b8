"""A note read by the plan of its shape is the note that is read by itself, whatever its numbers are."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite.grammar.recent import Recent
from sovcite.model import Mention, Note, Unread
from sovcite.resolution import resolver, shapes, survey
from sovcite.testing import some_document

_FOLDER = Path(__file__).parent.parent / "reading"
_TEXTS = sorted(
    line.replace("⏎", "\n")
    for path in _FOLDER.glob("*.txt")
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "-> ")) and len(line) <= shapes.LONGEST
)
# numbers of all lengths, years, days and months, and such as scanners make of letters
_NUMBERS = (
    "0", "1", "6", "07", "10", "12", "13", "31", "32", "99", "100", "987", "1234", "1545", "1834", "1937", "2024",
    "3000", "33987", "559003", "1234567",
)  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_FIRST = Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3.")
_BEHIND = Note(text="Там же. Л. 5.")

_Read = tuple[list[Mention], list[Unread]]


def _parts(read: _Read) -> list[object]:
    return [(mention.parts, mention.citation.repository and mention.citation.repository.reason) for mention in read[0]]


def _by_itself(notes: list[Note], monkeypatch: pytest.MonkeyPatch) -> _Read:
    with monkeypatch.context() as patched:
        patched.setattr(resolver, "divide", lambda *_, **__: None)
        return survey(notes)


def _same(text: str, rng: Random, monkeypatch: pytest.MonkeyPatch) -> int:
    """Read a text, then others of its shape, alone and between two other notes; give how many had a plan."""
    number = 0
    for turn in range(6):
        # alone and behind another citation
        notes = [Note(text=text)] if turn % 2 else [_FIRST, Note(text=text), _BEHIND]
        divided = shapes.divide(text, "normal", behind=not turn % 2)
        number += divided is not None and divided.is_known and divided.plan is not None
        read, expected = survey(notes), _by_itself(notes, monkeypatch)
        assert read == expected, text
        assert _parts(read) == _parts(expected), text
        if turn % 2:
            text = re.sub(r"[0-9]+", lambda number: _other(number[0], rng), text)
    return number


def _other(number: str, rng: Random) -> str:
    """Give another number, most often one that may be a year where the number may."""
    is_year = _YEAR.fullmatch(number) is not None
    same = [other for other in _NUMBERS if (_YEAR.fullmatch(other) is not None) == is_year]
    return rng.choice(same if rng.random() < 0.9 else _NUMBERS)


@pytest.mark.parametrize("part", range(4))
def test_a_note_of_a_known_shape(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_shapes", Recent(5000))
    rng = Random(part)
    assert sum(_same(text, rng, monkeypatch) for text in _TEXTS[part::4]) > 300


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.integers(0, 2**32))
def test_a_note_made_at_random(seed: int) -> None:
    rng = Random(seed)
    with pytest.MonkeyPatch.context() as monkeypatch:
        _same(some_document(rng).text, rng, monkeypatch)


_LONGER = " Из письма Дзержинского Сталину о положении в угольной промышленности"


@pytest.mark.parametrize(("behind", "times"), [("", 1), (_LONGER, 2)])
def test_a_shape_is_read_once_or_twice(behind: str, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_shapes", Recent(100))
    monkeypatch.setattr(shapes, "_plans", Recent(100))
    read: list[str] = []
    view = resolver.view
    monkeypatch.setattr(resolver, "view", lambda text: read.append(text) or view(text))
    notes = [f"ГАРФ. Ф. {fond}. Оп. 2. Д. 64. Л. 9.{behind}" for fond in ("9401", "17", "5446", "374")]
    for note in notes:
        survey([Note(text=note)])
    assert read == notes[:times]
