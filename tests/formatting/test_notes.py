"""Real notes in a row, read and printed again in their own style; what format_all refuses."""

from pathlib import Path

import pytest

from sovcite.formatting import format_all, styles
from sovcite.model import Citation, Leaf, LeafRange, Note, RepositoryName, StyleLimit, Unit
from sovcite.reading import parse
from sovcite.resolution import resolve

Sequence = tuple[str, list[str], list[str]]


def _sequences() -> list[Sequence]:
    found: list[Sequence] = []
    lines = Path(__file__).with_name("notes.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("["):
            found.append((line.strip("[]"), [], []))
        elif line.startswith("=> "):
            found[-1][2][-1] = line.removeprefix("=> ")
        elif line.strip() and not line.startswith("#"):
            found[-1][1].append(line)
            found[-1][2].append(line)
    return found


def _read(texts: list[str]) -> list[list[Citation]]:
    notes: list[list[Citation]] = [[] for _ in texts]
    for mention in resolve([Note(text=text) for text in texts]):
        notes[mention.note].append(mention.citation)
    return notes


@pytest.mark.parametrize(("style", "printed", "expected"), _sequences())
def test_real_notes(style: str, printed: list[str], expected: list[str]) -> None:
    notes = _read(printed)
    assert all(notes), "each note is read"
    assert format_all(notes, style) == expected


_NOTES = ["РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47", "РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 50", "ГАРФ. Ф. 17. Оп. 162. Д. 14"]


@pytest.mark.parametrize("style", styles(), ids=lambda style: style.id)
def test_every_style_prints_notes_that_come_back(style) -> None:
    notes = [parse(text) for text in _NOTES]
    assert _read(format_all(notes, style)) == [[citation] for citation in notes]


def test_the_other_letters() -> None:
    notes = [parse(text) for text in _NOTES]
    assert format_all(notes, "gost", script="latin") == [
        "RGASPI. F. 17. Op. 162. D. 14. L. 47.",
        "Tam zhe. L. 50.",
        "GARF. F. 17. Op. 162. D. 14.",
    ]
    assert format_all(notes, "english", script="cyrillic")[1] == "Там же, л. 50."


def test_a_note_without_citations_stays_empty() -> None:
    assert format_all([[], parse(_NOTES[0]), []], "gost") == ["", f"{_NOTES[0]}.", ""]
    assert format_all([], "gost") == []


def test_what_is_left_out_is_never_taken_over_wrongly() -> None:
    with_opis, without = parse("РГАДА. Ф. 20. Оп. 1. Д. 5"), parse("РГАДА. Ф. 20. Д. 6")
    # "Там же. Д. 6" would have the opis of the note before
    assert format_all([with_opis, without], "gost")[1] == "Там же. Ф. 20. Д. 6."


def test_no_repeat_that_could_mean_several() -> None:
    two = [parse("RGASPI, f. 17, op. 3, d. 5"), parse("GARF, f. 374, op. 27, d. 1211")]
    assert format_all([two, two[1]], "english")[1] == "GARF, f. 374, op. 27, d. 1211."


def test_what_cannot_be_printed_is_named_with_its_note() -> None:
    leaf = LeafRange(first=Leaf(number="5v"))
    garf = RepositoryName(written="GARF", id="garf")
    bad = Citation(repository=garf, fond="1", opis="2", file="3", leaves=(leaf,))
    with pytest.raises(StyleLimit, match=r"^note 2: leaf '5v' would be read as the back of leaf 5"):
        format_all([parse(_NOTES[0]), bad], "english")
    subfond = Citation(repository=garf, fond="1", opis="2", units=(Unit(kind="subfond", number="3"),))
    with pytest.raises(StyleLimit, match=r"^note 1: style 'gost' has no word for subfond '3'"):
        format_all([subfond], "gost")
