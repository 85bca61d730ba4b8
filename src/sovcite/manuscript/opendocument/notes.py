"""An OpenDocument text into notes: each paragraph, then the footnotes that it holds; endnotes at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from sovcite.manuscript.asides import Asides, directives, may_speak
from sovcite.manuscript.container import open_container, read_part
from sovcite.manuscript.elements import Element
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.opendocument.inline import ChangeKind, InlineReader, annotation_id
from sovcite.manuscript.opendocument.trees import parse_opendocument
from sovcite.manuscript.tracing import Reading, join, reading
from sovcite.manuscript.xml_bytes import as_utf8
from sovcite.model import Place

CONTENT = "content.xml"
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_LEFT_OUT = frozenset({"text:tracked-changes", "office:annotation", "text:sequence-decls", "text:variable-decls"})
_RANGE_END = "office:annotation-end"
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
    data = as_utf8(content)
    said = _comments(text) if may_speak(data) else {}
    ends = {annotation_id(one) for one in text.descendants() if one.name == _RANGE_END} if said else set()
    reader = _Reader(path or "content", InlineReader(data, changes_of(text), frozenset(ends)), said)
    reader.read(text, reader.asides())
    return (*reader.notes, *reader.endnotes)


def _comments(text: Element) -> dict[str, tuple[str, ...]]:
    """Read what annotations say to sovcite, by their ids."""
    annotations = (one for one in text.descendants() if one.name == "office:annotation")
    said = {annotation_id(one): directives(map(_words, paragraphs(one))) for one in annotations}
    return {id: words for id, words in said.items() if words}


def _words(element: Element) -> str:
    return "".join(inner.text for inner in element.descendants())


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
    said: Mapping[str, tuple[str, ...]]
    notes: list[Reading] = field(factory=list)
    endnotes: list[Reading] = field(factory=list)
    _body: int = 0
    _counted: dict[str, int] = field(factory=dict)

    def asides(self) -> Asides | None:
        """Follow the annotations through a text of its own."""
        return Asides(self.said) if self.said else None

    def read(self, story: Element, asides: Asides | None) -> None:
        for paragraph in paragraphs(story):
            line = self.inline.read(paragraph, asides)
            text = line.text.done()
            if text.text.strip():
                self._body += 1
                self.notes.append(
                    reading(
                        text, "body", str(self._body), self.path, paragraph.start, paragraph.end,
                        comments=line.comments,
                    )
                )  # fmt: skip
            for place, note in enumerate(line.notes):
                self._note(note, line.comments_at.get(place, ()))
            for box in line.boxes:
                self.read(box, self.asides())

    def _note(self, note: Element, comments: tuple[str, ...]) -> None:
        kind = "endnote" if note.attributes.get("text:note-class") == "endnote" else "footnote"
        citation = note.child("text:note-citation")
        number = None
        if citation is not None:
            number = citation.attributes.get("text:label") or citation.content().strip() or None
        if number is None:
            self._counted[kind] = self._counted.get(kind, 0) + 1
            number = str(self._counted[kind])
        body = note.child("text:note-body")
        asides = self.asides()
        inside = paragraphs(body) if body is not None else ()
        lines = [self.inline.read(paragraph, asides) for paragraph in inside]
        comments = (*comments, *(words for line in lines for words in line.comments))
        text = join((line.text.done() for line in lines), "\n", _PARAGRAPH_END).strip()
        anchor = Place(self.path, note.start)
        read = reading(text, kind, number, self.path, note.start, note.end, anchor, comments=comments)
        (self.endnotes if kind == "endnote" else self.notes).append(read)


def paragraphs(story: Element) -> Iterator[Element]:
    """Go through the paragraphs and headings of a story, those in tables, lists and sections with the rest."""
    for inner in story.children:
        if inner.name in _PARAGRAPHS:
            yield inner
        elif inner.name not in _LEFT_OUT:
            yield from paragraphs(inner)
