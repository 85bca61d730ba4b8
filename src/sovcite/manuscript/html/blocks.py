"""The blocks of a page: paragraphs, items and cells, with the links and raised figures that may be marks of notes."""

from __future__ import annotations

import re
from html.entities import html5
from html.parser import HTMLParser
from typing import NamedTuple

from attrs import define, field

from sovcite.manuscript.tracing import Tracing

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"head", "noscript", "script", "style", "svg", "template", "textarea"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
# what a new one of its kind closes
_SELF_CLOSING = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option"})
_TOKEN = re.compile(r"[ \t\n\f\r]+|[^ \t\n\f\r]+")
_DEEPEST = 1000


class Anchor(NamedTuple):
    """A link or a raised figure at [start:end] of its block; target is the id that it leads to, id its own."""

    start: int
    end: int
    target: str | None
    id: str | None
    is_back: bool = False


@define
class Block:
    """A block with its text; holders are the ids of the elements that it stands in, outermost first."""

    tag: str
    holders: tuple[str, ...]
    text: Tracing = field(factory=Tracing)
    ids: list[str] = field(factory=list)
    anchors: list[Anchor] = field(factory=list)
    raised: list[Anchor] = field(factory=list)


class _Open(NamedTuple):
    tag: str
    id: str | None
    classes: str
    # the place in the block where it began, and the link that it is
    start: int
    target: str | None
    block: Block | None


def blocks_of(text: str) -> list[Block]:
    """Read the blocks of a page in order; empty ones are left out."""
    parser = _Parser(text)
    parser.feed(text)
    parser.close()
    parser.end_block()
    return parser.blocks


class _Parser(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self._starts = [0, *(at.end() for at in re.finditer("\n", text))]
        self._source = text
        self._open: list[_Open] = []
        self._block: Block | None = None
        self._hidden = 0
        self._blank = True

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def end_block(self) -> None:
        """Close the block that is being read."""
        if self._block is not None and (self._block.text.length or self._block.ids):
            self.blocks.append(self._block)
        self._block = None

    def _current(self) -> Block:
        if self._block is None:
            tag = next((one.tag for one in reversed(self._open) if one.tag in _BLOCKS), "")
            self._block = Block(tag, tuple(one.id for one in self._open if one.id and one.tag in _BLOCKS))
            self._blank = True
        return self._block

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002
        """Pass over <![if …]> and the like up to the next ">", as browsers do; the library fails at unknown names."""
        closed = self.rawdata.find(">", i)
        return closed + 1 if closed >= 0 else -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SELF_CLOSING and any(one.tag == tag for one in self._open[-3:]):
            self.handle_endtag(tag)
        if tag in _BLOCKS:
            self.end_block()
        if tag in _HIDDEN:
            self._hidden += 1
        if tag == "br":
            self._add("\n", self._at(), self._at() + len(self.get_starttag_text() or ""))
            self._blank = True
        if tag in _VOID or len(self._open) > _DEEPEST:
            return
        said = dict(attrs)
        id = said.get("id") or said.get("name")
        href = said.get("href") or ""
        target = href.partition("#")[2] if "#" in href and not self._hidden else None
        inline = tag not in _BLOCKS and not self._hidden
        classes = said.get("class") or ""
        is_marked = id or target or tag == "sup" or "backlink" in classes
        block = self._current() if inline and is_marked else self._block if inline else None
        if block is not None and id and inline:
            block.ids.append(id)
        start = block.text.length if block is not None else 0
        self._open.append(_Open(tag, id, classes, start, target, block))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._open and self._open[-1].tag == tag:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not any(one.tag == tag for one in self._open):
            return
        if tag in _BLOCKS:
            self.end_block()
        while self._open:
            one = self._open.pop()
            if one.tag in _HIDDEN:
                self._hidden -= 1
            if one.block is not None and one.block is self._block:
                self._close(one, one.block)
            if one.tag == tag:
                return

    def _close(self, one: _Open, block: Block) -> None:
        is_back = "backlink" in one.classes or "footnote-back" in one.classes
        anchor = Anchor(one.start, block.text.length, one.target, one.id, is_back)
        if one.tag == "sup":
            block.raised.append(anchor)
        if one.target is not None or is_back:
            block.anchors.append(anchor)

    def handle_data(self, data: str) -> None:
        at = self._at()
        for token in _TOKEN.finditer(data):
            self._add(token[0], at + token.start(), at + token.end())

    def handle_entityref(self, name: str) -> None:
        at = self._at()
        written = f"&{name};" if self._source.startswith(f"&{name};", at) else f"&{name}"
        self._add(html5.get(f"{name};", html5.get(name, written)), at, at + len(written))

    def handle_charref(self, name: str) -> None:
        at = self._at()
        written = f"&#{name};" if self._source.startswith(f"&#{name};", at) else f"&#{name}"
        try:
            code = int(name[1:], 16) if name[:1] in "xX" else int(name)
            letter = chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\N{REPLACEMENT CHARACTER}"
        except ValueError:
            letter = written
        self._add(letter, at, at + len(written))

    def _add(self, text: str, at: int, stop: int) -> None:
        if self._hidden:
            return
        if text[0] in " \t\n\f\r":
            # blanks in a row are shown as one, and not at all where a block begins
            if self._blank and text != "\n":
                return
            if self._block is None:
                return
            self._blank = True
            self._block.text.add("\n" if text == "\n" and self._source[at] == "<" else " ", at, stop)
            return
        block = self._current()
        self._blank = False
        block.text.add(text, at, stop)
