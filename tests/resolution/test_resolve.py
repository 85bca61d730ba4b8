"""Short forms from note to note: what they take over, what blocks them, and what keeps apart."""

from pathlib import Path

import pytest
from attrs import frozen

from sovcite import Note, resolve
from sovcite.resolution import survey

_TABLE = Path(__file__).parent / "notes.txt"
_LEVELS = {"repository": "a", "fond": "f", "opis": "o", "file": "d", "leaves": "l"}


@frozen
class Case:
    """Notes in order, and the citations that are found in them."""

    title: str
    notes: tuple[Note, ...]
    citations: tuple[str, ...]
    unread: tuple[str, ...]


def cases(path: Path) -> list[Case]:
    """Read the table; its head says how it is written."""
    found: list[Case] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        title, notes, citations, unread = "", [], [], []
        for line in block.splitlines():
            if line.startswith("# "):
                title = line[2:]
            elif line.startswith("-> "):
                citations.append(line[3:])
            elif line.startswith("?? "):
                unread.append(line[3:])
            elif line:
                number, text = line.removeprefix("[").split("] ", 1)
                kind = "body" if number == "body" else "endnote" if number.startswith("e") else "footnote"
                notes.append(Note(text=text.replace("⏎", "\n"), kind=kind, number=None if kind == "body" else number))
        if notes:
            found.append(Case(title, tuple(notes), tuple(citations), tuple(unread)))
    return found


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases(_TABLE)])
def test_notes_give_the_citations_of_the_table(case: Case) -> None:
    mentions, unread = survey(case.notes)
    said = [
        f"{case.notes[one.note].number or 'body'} {one.citation.key} "
        f"{','.join(map(str, one.citation.leaves)) or '-'} "
        f"{''.join(_LEVELS[level] for level in one.inherited) or '-'} {one.kind}"
        for one in mentions
    ]
    assert said == list(case.citations)
    reasons = [f"{case.notes[one.note].number or 'body'} {one.raw}: {one.reason}" for one in unread]
    assert len(reasons) == len(case.unread)
    for reason, expected in zip(reasons, case.unread, strict=True):
        assert expected in reason


def test_spans_are_of_the_note_that_they_stand_in() -> None:
    notes = [Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746."), Note(text="См.: Там же. Д. 747. Л. 5 об.")]
    for mention in resolve(notes):
        text = notes[mention.note].text
        assert text[mention.start : mention.end] == mention.raw
        assert all(mention.start <= part.start <= part.end <= mention.end for part in mention.parts)


def test_a_hundred_short_forms_lead_to_the_first_note() -> None:
    notes = [Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3.")] + [Note(text="Там же.")] * 100
    assert {(one.citation.key, str(one.citation.leaves[0])) for one in resolve(notes)} == {("rgaspi/17/3/746", "3")}


def test_nothing_is_taken_from_a_later_note() -> None:
    notes = [Note(text="Там же. Л. 5."), Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746.")]
    assert resolve(notes)[0].citation.repository is None


def test_two_manuscripts_know_nothing_of_each_other() -> None:
    resolve([Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746.")])
    assert resolve([Note(text="Там же. Л. 5.")])[0].citation.file is None


@pytest.mark.parametrize(
    "first", ["РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3; Д. 747.", "ГАРФ. Ф. 5446; РГАСПИ. Ф. 17. Оп. 3. Д. 1."]
)
def test_a_short_form_after_several_citations_is_probable(first: str) -> None:
    assert resolve([Note(text=first), Note(text="Там же. Л. 6.")])[-1].confidence == "probable"
