"""XML as elements that know their place: parsed without anything from outside, within stated bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

# libxml2, which Word files were read with before, draws the same line
DEEPEST = 256
TEXT = "#text"

_EMPTY: tuple[Element, ...] = ()
_NOTHING: dict[str, str] = {}
_START_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


class MarkupError(ValueError):
    """XML that is not well-formed, declares a document type, or is nested too deep; says which."""


class Element:
    """An element, at data[start:end] of its part; a piece of text has the name TEXT and begins at start."""

    __slots__ = ("attributes", "children", "end", "name", "start", "text")

    def __init__(self, name: str, start: int) -> None:
        self.name = name
        self.start = start
        self.end = start
        self.attributes = _NOTHING
        self.children: list[Element] | tuple[Element, ...] = _EMPTY
        self.text = ""

    def __iter__(self) -> Iterator[Element]:
        return iter(self.children)

    def child(self, name: str) -> Element | None:
        """Give the first child of that name, None where there is none."""
        for inner in self.children:
            if inner.name == name:
                return inner
        return None

    def descendants(self) -> Iterator[Element]:
        """Go through all elements below, in the order of the part."""
        for inner in self.children:
            yield inner
            if inner.children:
                yield from inner.descendants()

    def content(self) -> str:
        """Give the text that stands directly in the element."""
        children = self.children
        if len(children) == 1:
            return children[0].text
        return "".join([inner.text for inner in children if inner.name == TEXT])


def start_tag(data: bytes, element: Element) -> bytes:
    """Give the start tag of an element as it is written.

    >>> data = b'<a><b c=">"/></a>'
    >>> start_tag(data, parse_elements(data, str).children[0])
    b'<b c=">"/>'
    """
    found = _START_TAG.match(data, element.start)
    return found[0] if found else b""


def parse_elements(data: bytes, named: Callable[[str], str | None], separator: str | None = "}") -> Element:
    """Parse a part in UTF-8; named gives each "namespace}name", of elements and attributes, its short name.

    Without a separator names come as they are written, and their prefixes need not be declared.
    An element for whose name it gives None is left out with all that is in it, so is an attribute without a
    name. No DTD, no entities but the
    five of XML, no network. Raises MarkupError.

    >>> root = parse_elements("<a>л. <b c='1'>5</b></a>".encode(), str)
    >>> [(one.name, one.text, one.start, one.end) for one in root]
    [('#text', 'л. ', 3, 3), ('b', '', 7, 21)]
    """
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8", separator)
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    root = Element("", 0)
    _build(parser, data, root, named)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise MarkupError("is damaged") from error
    return root.children[0] if root.children else root


def _refuse_doctype(*_: object) -> None:
    raise MarkupError("declares a document type, which is not read")


def _build(parser: XMLParserType, data: bytes, root: Element, named: Callable[[str], str | None]) -> None:
    """Hang the handlers in; closures, since a part of a book has a million of these calls."""
    names: dict[str, str | None] = {}
    opened = [root]
    left_out = 0
    # the element whose start tag was the last thing seen
    fresh: Element | None = None
    # a text comes in pieces, and where it began
    pieces: list[str] = []
    began = 0

    def end_text() -> None:
        element = Element(TEXT, began)
        element.text = "".join(pieces)
        pieces.clear()
        _append(opened[-1], element)

    def start(tag: str, pairs: list[str]) -> None:
        nonlocal left_out, fresh
        if left_out:
            left_out += 1
            if left_out > DEEPEST:
                raise MarkupError("is nested far deeper than a word processor writes")
            return
        if pieces:
            end_text()
        try:
            name = names[tag]
        except KeyError:
            name = names[tag] = named(tag)
        if name is None:
            left_out, fresh = 1, None
            return
        fresh = element = Element(name, parser.CurrentByteIndex)
        if pairs:
            attributes = {}
            for place in range(0, len(pairs), 2):
                key = pairs[place]
                try:
                    short = names[key]
                except KeyError:
                    short = names[key] = named(key)
                if short:
                    attributes[short] = pairs[place + 1]
            if attributes:
                element.attributes = attributes
        _append(opened[-1], element)
        opened.append(element)
        if len(opened) > DEEPEST:
            raise MarkupError("is nested far deeper than a word processor writes")

    def end(_: str) -> None:
        nonlocal left_out, fresh
        if left_out:
            left_out -= 1
            return
        if pieces:
            end_text()
        element = opened.pop()
        at = parser.CurrentByteIndex
        # behind <a/> the place is its end, before </a> it is the beginning of the end tag
        if fresh is element and data[at - 2 : at] == b"/>":
            element.end = at
        else:
            element.end = data.index(b">", at) + 1

    def characters(text: str) -> None:
        nonlocal began
        if left_out:
            return
        if not pieces:
            began = parser.CurrentByteIndex
        pieces.append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters


def _append(above: Element, element: Element) -> None:
    if isinstance(above.children, list):
        above.children.append(element)
    else:
        above.children = [element]
