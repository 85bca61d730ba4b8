"""A story of a Word file (body, note, text box) as its paragraphs, each with the marks of notes it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sovcite.manuscript.asides import Asides
from sovcite.manuscript.elements import Element
from sovcite.manuscript.tracing import Traced, Tracing
from sovcite.manuscript.word.inline import (
    LEFT_OUT,
    Aside,
    Bar,
    Field,
    Mark,
    NoteKind,
    PageEnd,
    Source,
    Text,
    Token,
    tokens,
)
from sovcite.manuscript.word.trees import child, chosen
from sovcite.model import Guard

# a mark of the author's own has at most ten letters in Word
_LONGEST_MARK = 10
_REMOVED = ("del", "moveFrom")


class NoteMark(NamedTuple):
    """The mark of a note, in the run at that place; symbol is the author's own, section and page count from 0."""

    kind: NoteKind
    id: str
    custom: bool
    section: int
    page: int
    at: int
    symbol: str | None = None
    # of the comments at the mark
    comments: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """The visible text of a paragraph at [start:stop] of its part, and the marks in it.

    page is the one that it ends on, host the place of the paragraph that the text box of this one is anchored in.
    """

    text: Traced
    start: int
    stop: int
    marks: tuple[NoteMark, ...]
    page: int
    host: int | None
    comments: tuple[str, ...] = ()


def paragraphs(story: Element, source: Source, host: int | None = None) -> Iterator[Paragraph]:
    """Read a story with all changes accepted; a text box follows the paragraph that it is anchored in."""
    data = source.data
    has_fields = data.find(b"fldChar", story.start, story.end) >= 0 and _fields_pair(story, source)
    has_boxes = data.find(b"txbxContent", story.start, story.end) >= 0
    fields: list[Field] = []
    section = page = 0
    waiting: list[Token] = []
    boxes: list[Element] = []
    start: int | None = None
    stop = 0
    asides = Asides(source.comments) if source.comments else None

    def read() -> Iterator[Paragraph]:
        nonlocal waiting, boxes, start, page
        first = stop if start is None else start
        paragraph = _paragraph(waiting, section, page, first, stop, host, asides)
        page = paragraph.page
        yield paragraph
        for box in boxes:
            yield from paragraphs(box, source, first if host is None else host)
        waiting, boxes, start = [], [], None

    for block in paragraph_elements(story):
        found = tokens(block, source)
        start, stop = block.start if start is None else start, block.end
        # fields that do not pair are a fault of the file: then only their codes are left out, never a text
        waiting += _results(found, fields) if has_fields else found
        if has_boxes:
            boxes += _text_boxes(block)
        if _joins_the_next(block):
            continue
        yield from read()
        section += child(block, "pPr", "sectPr") is not None
    if waiting:
        yield from read()


def paragraph_elements(story: Element) -> Iterator[Element]:
    """Go through the w:p of a story, those in tables and content controls with the rest, in reading order."""
    for inner in story.children:
        name = inner.name
        if name == "p":
            yield inner
        elif name == "mc:AlternateContent":
            branch = chosen(inner)
            yield from paragraph_elements(branch) if branch is not None else ()
        elif name not in LEFT_OUT and not (name == "tr" and child(inner, "trPr", "del") is not None):
            yield from paragraph_elements(inner)


def _fields_pair(story: Element, source: Source) -> bool:
    found = (token for block in paragraph_elements(story) for token in tokens(block, source))
    steps = Counter(token.step for token in found if isinstance(token, Field))
    return steps["begin"] == steps["end"]


def _results(found: Iterable[Token], fields: list[Field]) -> Iterator[Token]:
    """Leave out what stands between the begin of a field and its result; fields are those still open."""
    for token in found:
        if not isinstance(token, Field):
            if not fields:
                yield token
            elif all(field.step == "separate" for field in fields):
                if isinstance(token, Text):
                    yield token._replace(guard=Guard("the result of a field", fields[0].at))
                else:
                    yield token
        elif token.step == "begin":
            if not fields:
                yield Bar("a field", token.at, token.at)
            fields.append(token)
        elif fields and token.step == "separate":
            fields[-1] = fields[-1]._replace(step="separate")
        elif fields and token.step == "end":
            fields.pop()


def _paragraph(
    found: Sequence[Token], section: int, page: int, start: int, stop: int, host: int | None,
    asides: Asides | None,
) -> Paragraph:  # fmt: skip
    text = Tracing()
    marks: list[NoteMark] = []
    expected = False  # whether the next text is the author's own mark
    box = None if host is None else Guard("a text box", start)
    for token in found:
        if isinstance(token, Text):
            letters, at, end, guard, is_row = token
            if expected and len(letters.strip()) <= _LONGEST_MARK:
                marks[-1] = marks[-1]._replace(symbol=letters.strip() or None)
                text.add("", at, end, Guard("the mark of a note", at))
            elif is_row:
                text.add_row(letters, at, end, box or guard)
            else:
                text.add(letters, at, end, box or guard)
            expected = False
            if asides:
                asides.text(letters)
        elif isinstance(token, Mark):
            marks.append(NoteMark(token.kind, token.id, token.custom, section, page, token.at))
            if asides:
                marks[-1] = marks[-1]._replace(comments=asides.mark())
            text.add("", token.at, token.stop, Guard("the mark of a note", token.at))
            expected = token.custom
        elif isinstance(token, Bar):
            text.add("", token.at, token.stop, Guard(token.kind, token.at))
        elif isinstance(token, PageEnd):
            page += 1
        elif isinstance(token, Aside) and asides:
            if token.sign == "commentRangeStart":
                asides.open(token.id)
            elif token.sign == "commentRangeEnd":
                asides.close(token.id)
            elif words := asides.place(token.id):
                marks[-1] = marks[-1]._replace(comments=(*marks[-1].comments, *words))
    return Paragraph(text.done(), start, stop, tuple(marks), page, host, asides.end() if asides else ())


def _joins_the_next(block: Element) -> bool:
    # a paragraph whose mark was deleted runs on into the next (ECMA-376 part 1, 17.13.5.15)
    properties = child(block, "pPr")
    if properties is None:
        return False
    if child(properties, "sectPr") is not None:
        return False
    return any(child(properties, "rPr", name) is not None for name in _REMOVED)


def _text_boxes(element: Element) -> Iterator[Element]:
    for inner in element.children:
        name = inner.name
        if name == "txbxContent":
            yield inner
        elif name == "mc:AlternateContent":
            branch = chosen(inner)
            yield from _text_boxes(branch) if branch is not None else ()
        elif name not in LEFT_OUT and name != "t":
            yield from _text_boxes(inner)
