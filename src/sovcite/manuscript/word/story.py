"""A story of a Word file (body, note, text box) as its paragraphs, each with the marks of notes it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from sovcite.manuscript.word.inline import LEFT_OUT, Field, Mark, NoteKind, PageEnd, Text, Token, tokens
from sovcite.manuscript.word.trees import child, chosen, local

if TYPE_CHECKING:
    from lxml.etree import _Element

# a mark of the author's own has at most ten letters in Word
_LONGEST_MARK = 10
_REMOVED = ("del", "moveFrom")


@frozen(kw_only=True)
class NoteMark:
    """The mark of a note in its place; symbol is the author's own, section and page count from 0."""

    kind: NoteKind
    id: str
    custom: bool
    symbol: str | None = None
    section: int
    page: int


@frozen(kw_only=True)
class Paragraph:
    """The visible text of a paragraph and the marks in it."""

    text: str
    marks: tuple[NoteMark, ...] = ()


def paragraphs(story: _Element, hiding: frozenset[str]) -> Iterator[Paragraph]:
    """Read a story with all changes accepted; a text box follows the paragraph that it is anchored in."""
    paired = _fields_pair(story, hiding)
    fields: list[str] = []
    section = page = 0
    waiting: list[Token] = []
    boxes: list[_Element] = []
    for block in paragraph_elements(story):
        found = tokens(block, hiding)
        # fields that do not pair are a fault of the file: then only their codes are left out, never a text
        waiting += _results(found, fields) if paired else found
        boxes += _text_boxes(block)
        if _joins_the_next(block):
            continue
        yield _paragraph(waiting, section, page)
        for box in boxes:
            yield from paragraphs(box, hiding)
        page += sum(isinstance(token, PageEnd) for token in waiting)
        section += child(block, "pPr", "sectPr") is not None
        waiting, boxes = [], []
    if waiting:
        yield _paragraph(waiting, section, page)
        for box in boxes:
            yield from paragraphs(box, hiding)


def paragraph_elements(story: _Element) -> Iterator[_Element]:
    """Go through the w:p of a story, those in tables and content controls with the rest, in reading order."""
    for inner in story:
        name = local(inner)
        if name == "p":
            yield inner
        elif name == "mc:AlternateContent":
            branch = chosen(inner)
            yield from paragraph_elements(branch) if branch is not None else ()
        elif name not in LEFT_OUT and not (name == "tr" and child(inner, "trPr", "del") is not None):
            yield from paragraph_elements(inner)


def _fields_pair(story: _Element, hiding: frozenset[str]) -> bool:
    if next(story.iter("{*}fldChar"), None) is None:
        return True
    found = (token for block in paragraph_elements(story) for token in tokens(block, hiding))
    steps = Counter(token.step for token in found if isinstance(token, Field))
    return steps["begin"] == steps["end"]


def _results(found: Iterable[Token], fields: list[str]) -> Iterator[Token]:
    """Leave out what stands between the begin of a field and its result; fields are those still open."""
    for token in found:
        if not isinstance(token, Field):
            if "begin" not in fields:
                yield token
        elif token.step == "begin":
            fields.append("begin")
        elif fields and token.step == "separate":
            fields[-1] = "separate"
        elif fields and token.step == "end":
            fields.pop()


def _paragraph(found: Sequence[Token], section: int, page: int) -> Paragraph:
    pieces: list[str] = []
    marks: list[NoteMark] = []
    expected = False  # whether the next text is the author's own mark
    for token in found:
        match token:
            case Text(text=text) if expected and len(text.strip()) <= _LONGEST_MARK:
                marks[-1] = evolve(marks[-1], symbol=text.strip() or None)
                expected = False
            case Text(text=text):
                pieces.append(text)
                expected = False
            case Mark(kind=kind, id=name, custom=custom):
                marks.append(NoteMark(kind=kind, id=name, custom=custom, section=section, page=page))
                expected = custom
            case PageEnd():
                page += 1
            case Field():
                pass
    return Paragraph(text="".join(pieces), marks=tuple(marks))


def _joins_the_next(block: _Element) -> bool:
    # a paragraph whose mark was deleted runs on into the next (ECMA-376 part 1, 17.13.5.15)
    properties = child(block, "pPr")
    if child(properties, "sectPr") is not None:
        return False
    return any(child(properties, "rPr", name) is not None for name in _REMOVED)


def _text_boxes(element: _Element) -> Iterator[_Element]:
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name == "mc:AlternateContent":
            branch = chosen(inner)
            yield from _text_boxes(branch) if branch is not None else ()
        elif name not in LEFT_OUT and name != "t":
            yield from _text_boxes(inner)
