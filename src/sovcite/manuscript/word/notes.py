"""A Word file into notes: each paragraph, then the footnotes whose marks it holds; endnotes at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.word.hidden import hiding_styles
from sovcite.manuscript.word.inline import NoteKind
from sovcite.manuscript.word.numbering import numberings, numbers
from sovcite.manuscript.word.parts import Parts, read_parts
from sovcite.manuscript.word.story import NoteMark, paragraphs
from sovcite.manuscript.word.trees import attribute, child, local
from sovcite.model import Note

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL_TYPES = (None, "normal")


def read_word(data: bytes, name: str) -> tuple[Note, ...]:
    """Read the visible text of a Word file, changes accepted, notes numbered as Word shows them.

    A note that no mark refers to is not shown by Word and left out; separators are none. Raises ReadError.
    Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.11 (footnotes and endnotes).
    """
    parts = read_parts(data, name)
    body = child(parts.document, "body")
    try:
        return () if body is None else _notes(parts, body)
    except RecursionError as error:
        raise unreadable(name, "is nested far deeper than Word writes; save it anew in Word") from error


def _notes(parts: Parts, body: _Element) -> tuple[Note, ...]:
    hiding = hiding_styles(parts.styles)
    read = list(paragraphs(body, hiding))
    marks = [mark for paragraph in read for mark in paragraph.marks]
    footnotes = _shown(parts, body, marks, "footnote", hiding)
    endnotes = _shown(parts, body, marks, "endnote", hiding)
    notes: list[Note] = []
    shown = 0
    for paragraph in read:
        if paragraph.text.strip():
            shown += 1
            notes.append(Note(text=paragraph.text, kind="body", number=str(shown)))
        for mark in paragraph.marks:
            if mark.kind == "footnote" and (note := footnotes.pop(mark.id, None)) is not None:
                notes.append(note)
    return (*notes, *endnotes.values())


def _shown(
    parts: Parts, body: _Element, marks: list[NoteMark], kind: NoteKind, hiding: frozenset[str]
) -> dict[str, Note]:
    """Read the notes of a kind by their ids, in the order of their first marks."""
    root = parts.footnotes if kind == "footnote" else parts.endnotes
    written = {
        attribute(element, "id"): element
        for element in (root if root is not None else ())
        if local(element) == kind and attribute(element, "type") in _USUAL_TYPES
    }
    mine = [mark for mark in marks if mark.kind == kind]
    found: dict[str, Note] = {}
    for mark, number in zip(mine, numbers(mine, numberings(body, parts.settings, kind)), strict=True):
        if mark.id in written and mark.id not in found:
            found[mark.id] = Note(text=_text(written[mark.id], mark, hiding), kind=kind, number=number)
    return found


def _text(element: _Element, mark: NoteMark, hiding: frozenset[str]) -> str:
    text = "\n".join(paragraph.text for paragraph in paragraphs(element, hiding)).strip()
    if not mark.symbol or not text.startswith(mark.symbol):
        return text
    # the author's own mark stands in the note as text, where a counted one is w:footnoteRef
    rest = text[len(mark.symbol) :]
    # "17" under the mark "1" is a number of the note
    return text if mark.symbol[-1].isalnum() and rest[:1].isalnum() else rest.lstrip()
