"""A Word file into notes: each paragraph, then the footnotes whose marks it holds; endnotes at the end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sovcite.manuscript.asides import directives
from sovcite.manuscript.elements import Element
from sovcite.manuscript.tracing import Reading, Traced, join, reading
from sovcite.manuscript.word.inline import NoteKind, Source
from sovcite.manuscript.word.numbering import numberings, numbers
from sovcite.manuscript.word.parts import Parts, read_parts
from sovcite.manuscript.word.rows import row_pieces
from sovcite.manuscript.word.story import NoteMark, paragraphs
from sovcite.manuscript.word.trees import attribute
from sovcite.model import Place

_USUAL_TYPES = (None, "normal")
_PARAGRAPH_END = "the end of a paragraph"


def read_word(data: bytes, name: str) -> tuple[Reading, ...]:
    """Read the visible text of a Word file, changes accepted, notes numbered as Word shows them.

    A note that no mark refers to is not shown by Word and left out; separators are none. Raises ReadError.
    Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.11 (footnotes and endnotes).
    """
    parts = read_parts(data, name)
    body = parts.document.root.child("body")
    return () if body is None else _notes(parts, body)


def _notes(parts: Parts, body: Element) -> tuple[Reading, ...]:
    comments = _comments(parts)
    path = parts.document.path
    read = list(paragraphs(body, Source(parts.document.data, parts.hiding, comments)))
    marks = [mark for paragraph in read for mark in paragraph.marks]
    footnotes = _shown(parts, body, marks, "footnote", comments)
    endnotes = _shown(parts, body, marks, "endnote", comments)
    notes: list[Reading] = []
    shown = 0
    cut = partial(row_pieces, parts.document.data)
    for paragraph in read:
        if paragraph.text.text.strip():
            shown += 1
            # in a text box Word shows no comment
            anchor = None if paragraph.host is None else Place(path, paragraph.host)
            note = reading(
                paragraph.text, "body", str(shown), path, paragraph.start, paragraph.stop, anchor, cut,
                paragraph.comments,
            )  # fmt: skip
            notes.append(note)
        for mark in paragraph.marks:
            if mark.kind == "footnote" and mark.id in footnotes:
                notes.append(footnotes.pop(mark.id))
    return (*notes, *endnotes.values())


def _shown(
    parts: Parts, body: Element, marks: list[NoteMark], kind: NoteKind, comments: Mapping[str, tuple[str, ...]]
) -> dict[str, Reading]:
    """Read the notes of a kind by their ids, in the order of their first marks."""
    part = parts.footnotes if kind == "footnote" else parts.endnotes
    written = {
        attribute(element, "id"): element
        for element in (part.root.children if part is not None else ())
        if element.name == kind and attribute(element, "type") in _USUAL_TYPES
    }
    mine = [mark for mark in marks if mark.kind == kind]
    found: dict[str, Reading] = {}
    source = Source(part.data if part is not None else b"", parts.hiding, comments)
    cut = partial(row_pieces, source.data)
    for mark, number in zip(mine, numbers(mine, numberings(body, parts.settings, kind)), strict=True):
        element = written.get(mark.id)
        if part is not None and element is not None and mark.id not in found:
            read = list(paragraphs(element, source))
            text, anchor = _text([paragraph.text for paragraph in read], mark), Place(parts.document.path, mark.at)
            said = (*mark.comments, *(words for paragraph in read for words in paragraph.comments))
            found[mark.id] = reading(text, kind, number, part.path, element.start, element.end, anchor, cut, said)
    return found


def _comments(parts: Parts) -> dict[str, tuple[str, ...]]:
    """Read what comments say to sovcite, by their ids."""
    if parts.comments is None:
        return {}
    source = Source(parts.comments.data, parts.hiding, {})
    said = {
        attribute(comment, "id") or "": directives(one.text.text for one in paragraphs(comment, source))
        for comment in parts.comments.root.children
        if comment.name == "comment"
    }
    return {id: words for id, words in said.items() if words}


def _text(lines: list[Traced], mark: NoteMark) -> Traced:
    text = (lines[0] if len(lines) == 1 else join(lines, "\n", _PARAGRAPH_END)).strip()
    if not mark.symbol or not text.text.startswith(mark.symbol):
        return text
    # the author's own mark stands in the note as text, where a counted one is w:footnoteRef
    rest = text.clip(len(mark.symbol), len(text.text))
    # "17" under the mark "1" is a number of the note
    return text if mark.symbol[-1].isalnum() and rest.text[:1].isalnum() else rest.strip()
