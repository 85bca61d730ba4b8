"""An OpenDocument text into notes: each paragraph, then the footnotes that it holds; endnotes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from sovcite.manuscript.container import open_container, read_part
from sovcite.manuscript.elements import Element
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.opendocument.inline import ChangeKind, InlineReader, Line
from sovcite.manuscript.opendocument.trees import parse_opendocument
from sovcite.manuscript.tracing import Reading, join, reading
from sovcite.manuscript.xml_bytes import as_utf8
from sovcite.model import Place

CONTENT = "content.xml"
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_LEFT_OUT = frozenset({"text:tracked-changes", "office:annotation", "text:sequence-decls", "text:variable-decls"})
_PARAGRAPH_END = "the end of a paragraph"


def read_opendocument(data: bytes, name: str) -> tuple[Reading, ...]:
    """Read the visible text of an .odt, changes accepted, notes numbered as they were when it was saved.

    Raises ReadError. Source: OpenDocument 1.3 part 3, 5 (text), 6.3 (notes), 5.5 (change tracking).
    """
    container = open_container(data, name, "an OpenDocument file", "LibreOffice")
    if b"encryption-data" in (read_part(container, "META-INF/manifest.xml") or b""):
        raise unreadable(name, "is encrypted: open it in LibreOffice and save it without a password")
    content = read_part(container, CONTENT)
    if content is None:
        raise unreadable(name, f"is not an OpenDocument file: there is no {CONTENT} in it")
    return _notes(content, name, container.members[CONTENT].filename)


def read_flat(data: bytes, name: str) -> tuple[Reading, ...]:
    """Read a .fodt, which is one XML file; its places are bytes of it in UTF-8. Raises ReadError."""
    return _notes(data, name, "")


def _notes(content: bytes, name: str, path: str) -> tuple[Reading, ...]:
    root = parse_opendocument(content, name, path)
    body = root.child("office:body")
    text = body.child("office:text") if body is not None else None
    if text is None:
        raise unreadable(name, "is not an OpenDocument text; save it as .odt")
    reader = _Reader(path or "content", InlineReader(as_utf8(content), changes_of(text)))
    reader.read(text)
    return (*reader.notes, *reader.endnotes)


def changes_of(text: Element) -> dict[str, ChangeKind]:
    """Say which tracked changes are insertions and which deletions, by their ids."""
    found: dict[str, ChangeKind] = {}
    regions = text.child("text:tracked-changes")
    for region in regions if regions is not None else ():
        id = region.attributes.get("text:id") or region.attributes.get("xml:id") or ""
        if region.child("text:deletion") is not None:
            found[id] = "deletion"
        elif region.child("text:insertion") is not None:
            found[id] = "insertion"
    return found


@define
class _Reader:
    path: str
    inline: InlineReader
    notes: list[Reading] = field(factory=list)
    endnotes: list[Reading] = field(factory=list)
    _body: int = 0
    _counted: dict[str, int] = field(factory=dict)

    def read(self, story: Element) -> None:
        for paragraph in paragraphs(story):
            line = self.inline.read(paragraph)
            text = line.text.done()
            if text.text.strip():
                self._body += 1
                self.notes.append(
                    reading(text, "body", str(self._body), self.path, paragraph.start, paragraph.end)
                )
            for note in line.notes:
                self._note(note)
            for box in line.boxes:
                self.read(box)

    def _note(self, note: Element) -> None:
        kind = "endnote" if note.attributes.get("text:note-class") == "endnote" else "footnote"
        citation = note.child("text:note-citation")
        number = None
        if citation is not None:
            number = citation.attributes.get("text:label") or citation.content().strip() or None
        if number is None:
            self._counted[kind] = self._counted.get(kind, 0) + 1
            number = str(self._counted[kind])
        body = note.child("text:note-body")
        lines: list[Line] = [self.inline.read(paragraph) for paragraph in paragraphs(body)] if body is not None else []
        text = join((line.text.done() for line in lines), "\n", _PARAGRAPH_END).strip()
        read = reading(text, kind, number, self.path, note.start, note.end, Place(self.path, note.start))
        (self.endnotes if kind == "endnote" else self.notes).append(read)


def paragraphs(story: Element) -> Iterator[Element]:
    """Go through the paragraphs and headings of a story, those in tables, lists and sections with the rest."""
    for inner in story.children:
        if inner.name in _PARAGRAPHS:
            yield inner
        elif inner.name not in _LEFT_OUT:
            yield from paragraphs(inner)
