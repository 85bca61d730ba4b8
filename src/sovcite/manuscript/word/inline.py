"""What stands in a paragraph, in order: visible text, the marks of notes, the signs of fields, page ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from sovcite.manuscript.word.hidden import is_hidden
from sovcite.manuscript.word.symbols import symbol_text
from sovcite.manuscript.word.trees import attribute, child, chosen, local

if TYPE_CHECKING:
    from lxml.etree import _Element

NoteKind = Literal["footnote", "endnote"]

# what is gone, or never was text (ECMA-376 part 1: 17.13.5 changes, 17.3.3.24 readings above ideographs)
LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "rt", "txbxContent"})
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
_NOTE_KINDS: dict[str, NoteKind] = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_BLANKS = " \t\r\n"


@frozen(kw_only=True)
class Text:
    """A piece of visible text; empty for a symbol that has no letter."""

    text: str


@frozen(kw_only=True)
class Mark:
    """The mark of a note; custom if the text behind it stands for its number."""

    kind: NoteKind
    id: str
    custom: bool


@frozen(kw_only=True)
class Field:
    """A sign of a field: "begin", "separate" (its result follows) or "end"."""

    step: str


@frozen
class PageEnd:
    """A place where a page ended when Word laid the text out last."""


Token = Text | Mark | Field | PageEnd


def tokens(paragraph: _Element, hiding: frozenset[str]) -> Iterator[Token]:
    """Read a paragraph without the text boxes anchored in it; hiding are the styles that hide their text."""
    style = attribute(child(paragraph, "pPr", "pStyle"), "val")
    return _content(paragraph, hiding, style in hiding)


def _content(element: _Element, hiding: frozenset[str], paragraph_hides: bool) -> Iterator[Token]:
    for inner in element:
        name = local(inner)
        if name in LEFT_OUT:
            continue
        if name == "r":
            hidden = is_hidden(inner, hiding, paragraph_hides)
            for token in _run(inner, hiding, paragraph_hides):
                # a hidden field keeps its signs, so that the visible ones around it still pair
                if not hidden or isinstance(token, Field):
                    yield token
            continue
        branch = chosen(inner) if name == "mc:AlternateContent" else inner
        if branch is not None:
            yield from _content(branch, hiding, paragraph_hides)


def _run(run: _Element, hiding: frozenset[str], paragraph_hides: bool) -> Iterator[Token]:
    for inner in run:
        name = local(inner)
        if name == "t":
            yield Text(text=_text(inner))
        elif name in _CHARACTERS:
            if name == "br" and attribute(inner, "type") == "page":
                yield PageEnd()
            yield Text(text=_CHARACTERS[name])
        elif name == "sym":
            yield Text(text=symbol_text(attribute(inner, "char"), attribute(inner, "font")))
        elif name == "fldChar":
            yield Field(step=attribute(inner, "fldCharType") or "")
        elif name == "lastRenderedPageBreak":
            yield PageEnd()
        elif name in _NOTE_KINDS:
            custom = attribute(inner, "customMarkFollows")
            is_custom = custom is not None and custom.lower() not in ("0", "false", "off")
            yield Mark(kind=_NOTE_KINDS[name], id=attribute(inner, "id") or "", custom=is_custom)
        elif name == "ruby":
            yield from _content(inner, hiding, paragraph_hides)
        elif name == "mc:AlternateContent" and (branch := chosen(inner)) is not None:
            yield from _run(branch, hiding, paragraph_hides)


def _text(element: _Element) -> str:
    text = element.text or ""
    # as Word does, blanks at the ends count only where it is said that they do
    if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        text = text.strip(_BLANKS)
    return text.replace("\r", " ").replace("\n", " ")
