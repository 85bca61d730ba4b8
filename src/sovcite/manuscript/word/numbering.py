"""The numbers of notes, counted as Word counts them (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from sovcite.manuscript.elements import Element
from sovcite.manuscript.word.inline import NoteKind
from sovcite.manuscript.word.number_formats import printed
from sovcite.manuscript.word.story import NoteMark, paragraph_elements
from sovcite.manuscript.word.trees import attribute, child

_NUMBER = re.compile("[0-9]{1,9}")
_PROPERTIES = {"footnote": "footnotePr", "endnote": "endnotePr"}
_USUAL_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@frozen(kw_only=True)
class Numbering:
    """How the notes of a section are numbered; restart is "continuous", "eachSect" or "eachPage"."""

    number_format: str
    start: int = 1
    restart: str = "continuous"


def numberings(body: Element, settings: Element | None, kind: NoteKind) -> tuple[Numbering, ...]:
    """Read the numbering of every section; what a section does not say is said by the settings, or usual."""
    ends = [child(block, "pPr", "sectPr") for block in paragraph_elements(body)]
    sections = [*(end for end in ends if end is not None), child(body, "sectPr")]
    of_file = child(settings, _PROPERTIES[kind])
    return tuple(_numbering(child(section, _PROPERTIES[kind]), of_file, kind) for section in sections)


def _numbering(of_section: Element | None, of_file: Element | None, kind: NoteKind) -> Numbering:
    def said(name: str) -> str | None:
        value = attribute(child(of_section, name), "val")
        return attribute(child(of_file, name), "val") if value is None else value

    start = said("numStart") or ""
    return Numbering(
        number_format=said("numFmt") or _USUAL_FORMATS[kind],
        start=int(start) if _NUMBER.fullmatch(start) else 1,
        restart=said("numRestart") or "continuous",
    )


def numbers(marks: Sequence[NoteMark], sections: Sequence[Numbering]) -> list[str | None]:
    """Number the notes of one kind by their marks in order; the author's own marks do not count.

    Pages are those of Word's last layout, as the file remembers it.
    """
    result: list[str | None] = []
    number: int | None = None
    before: NoteMark | None = None
    for mark in marks:
        if mark.custom:
            result.append(mark.symbol)
            continue
        numbering = sections[mark.section]
        if number is None or (before is not None and _restarts(numbering, before, mark)):
            number = numbering.start
        else:
            number += 1
        before = mark
        result.append(printed(number, numbering.number_format))
    return result


def _restarts(numbering: Numbering, before: NoteMark, mark: NoteMark) -> bool:
    if numbering.restart == "eachPage":
        return before.page != mark.page
    return numbering.restart == "eachSect" and before.section != mark.section
