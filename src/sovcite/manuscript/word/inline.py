"""What stands in a paragraph, in order: visible text, the marks of notes, the signs of fields, page ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from sovcite.manuscript.elements import Element
from sovcite.manuscript.word.hidden import is_hidden
from sovcite.manuscript.word.rows import ROW, row_text
from sovcite.manuscript.word.symbols import symbol_text
from sovcite.manuscript.word.trees import attribute, child, chosen
from sovcite.model import Guard

NoteKind = Literal["footnote", "endnote"]

# what is gone, or never was text (ECMA-376 part 1: 17.13.5 changes, 17.3.3.24 readings above ideographs)
LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "rt", "txbxContent"})
_REMOVED = frozenset({"del", "moveFrom"})
CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
_NOTE_KINDS: dict[str, NoteKind] = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
# what may not be lost with the text around it
_PICTURES = frozenset({"drawing", "pict", "object"})
_GUARDS = {
    "ins": "a change tracked by someone else",
    "moveTo": "a change tracked by someone else",
    "hyperlink": "a link",
    "fldSimple": "the result of a field",
    "sdt": "a content control",
}
_BLANKS = " \t\r\n"
_ASIDES = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})


class Text(NamedTuple):
    """A piece of visible text, and its element or its row of runs; empty for a symbol that has no letter."""

    text: str
    at: int
    stop: int
    guard: Guard | None
    is_row: bool = False


class Mark(NamedTuple):
    """The mark of a note, in the run at that place; custom if the text behind it stands for its number."""

    kind: NoteKind
    id: str
    custom: bool
    at: int
    stop: int


class Field(NamedTuple):
    """A sign of a field: "begin", "separate" (its result follows) or "end"."""

    step: str
    at: int


class Bar(NamedTuple):
    """Something that is no text and may not be lost, in words."""

    kind: str
    at: int
    stop: int


class PageEnd(NamedTuple):
    """A place where a page ended when Word laid the text out last."""

    at: int


class Aside(NamedTuple):
    """A sign of a comment that speaks to sovcite: where its words begin or end, or where it stands."""

    sign: str
    id: str


Token = Text | Mark | Field | Bar | PageEnd | Aside


class Source(NamedTuple):
    """A part that is read: its bytes, the styles that hide their text, what comments say to sovcite by their ids."""

    data: bytes
    hiding: frozenset[str]
    comments: Mapping[str, tuple[str, ...]]


class _Around(NamedTuple):
    source: Source
    # whether the style of the paragraph hides its text
    hides: bool


def tokens(paragraph: Element, source: Source) -> list[Token]:
    """Read a paragraph without the text boxes anchored in it."""
    style = attribute(child(paragraph, "pPr", "pStyle"), "val")
    found: list[Token] = []
    _content(paragraph, _Around(source, style in source.hiding), None, found)
    return found


def _content(element: Element, around: _Around, guard: Guard | None, found: list[Token]) -> None:
    for inner in element.children:
        name = inner.name
        if name == ROW:
            # no look of a plain run hides it, only its paragraph does
            if not around.hides and (text := row_text(around.source.data, inner.start, inner.end)):
                found.append(Text(text, inner.start, inner.end, guard, is_row=True))
        elif name == "r":
            if is_hidden(inner, around.source.hiding, around.hides):
                hidden: list[Token] = []
                _run(inner, around, guard, hidden)
                # a hidden field keeps its signs, so that the visible ones around it still pair
                found += (token for token in hidden if isinstance(token, Field))
            else:
                _run(inner, around, guard, found)
        elif name in LEFT_OUT:
            if name in _REMOVED:
                found.append(Bar("a change tracked by someone else", inner.start, inner.end))
        elif name in _ASIDES:
            _aside(inner, around.source, found)
        elif name != "mc:AlternateContent":
            own = guard
            # the outermost that closes itself off counts; a link in an insertion is part of the insertion
            if name in _GUARDS and (guard is None or guard.is_open):
                own = Guard(_GUARDS[name], inner.start, name == "hyperlink")
            _content(inner, around, own, found)
        elif (branch := chosen(inner)) is not None:
            _content(branch, around, Guard("text in two versions", inner.start), found)


def _run(run: Element, around: _Around, guard: Guard | None, found: list[Token]) -> None:
    for inner in run.children:
        name = inner.name
        if name == "t":
            found.append(Text(shown(inner), inner.start, inner.end, guard))
        elif name in CHARACTERS:
            if name == "br" and attribute(inner, "type") == "page":
                found.append(PageEnd(inner.start))
            found.append(Text(CHARACTERS[name], inner.start, inner.end, guard))
        elif name == "sym":
            symbol = symbol_text(attribute(inner, "char"), attribute(inner, "font"))
            found.append(Text(symbol, inner.start, inner.end, guard))
        elif name == "fldChar":
            found.append(Field(attribute(inner, "fldCharType") or "", inner.start))
        elif name == "lastRenderedPageBreak":
            found.append(PageEnd(inner.start))
        elif name in _NOTE_KINDS:
            custom = attribute(inner, "customMarkFollows")
            is_custom = custom is not None and custom.lower() not in ("0", "false", "off")
            found.append(Mark(_NOTE_KINDS[name], attribute(inner, "id") or "", is_custom, run.start, run.end))
        elif name == "ruby":
            _content(inner, around, Guard("a reading", inner.start), found)
        elif name in _PICTURES:
            found.append(Bar("a picture", inner.start, inner.end))
        elif name in _ASIDES:
            _aside(inner, around.source, found)
        elif name == "mc:AlternateContent" and (branch := chosen(inner)) is not None:
            _run(branch, around, Guard("text in two versions", inner.start), found)


def _aside(element: Element, source: Source, found: list[Token]) -> None:
    id = attribute(element, "id") or ""
    if id in source.comments:
        found.append(Aside(element.name, id))


def shown(element: Element) -> str:
    """Give the text of a w:t as Word shows it."""
    text = element.content()
    # blanks at the ends count only where it is said that they do
    if element.attributes.get("xml:space") != "preserve":
        text = text.strip(_BLANKS)
    return text.replace("\r", " ").replace("\n", " ")
