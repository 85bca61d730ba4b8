"""The names of a part: what prefix WordprocessingML has there, and a piece of the part parsed by itself."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from sovcite.manuscript.elements import Element, parse_elements
from sovcite.manuscript.word.rows import folded_around

_ROOT = re.compile(rb"<(?=[A-Za-z_])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_NAMESPACE = re.compile(
    r"\sxmlns:([\w.-]+)\s*=\s*[\"'](http://(?:schemas\.openxmlformats\.org/wordprocessingml/2006/main"
    r"|purl\.oclc\.org/ooxml/wordprocessingml/main))[\"']"
)


class Names(NamedTuple):
    """The start tag of a part's root, and the prefix and the namespace of Word's names in it."""

    root: bytes
    prefix: str
    namespace: str

    def tag(self, name: str) -> str:
        """Write a name with its prefix."""
        return f"{self.prefix}:{name}"


def names_of(data: bytes) -> Names | None:
    """Read the names of a part; None where Word's have no prefix, which Word never writes."""
    root = _ROOT.search(data)
    declared = _NAMESPACE.search(root[0].decode()) if root else None
    return Names(root[0], declared[1], declared[2]) if root and declared else None


def parse_piece(data: bytes, start: int, stop: int, names: Names, places: Collection[int]) -> Element:
    """Parse data[start:stop], whole elements; their places are those in data. Raises MarkupError.

    Of the plain runs only those are parsed that one of the places is in.
    """
    head = names.root.removesuffix(b"/>").removesuffix(b">") + b">"

    def local(tag: str) -> str:
        prefix, colon, name = tag.rpartition(":")
        return tag if prefix == "xml" else name if prefix == names.prefix or not colon else ""

    move = start - len(head)
    whole = folded_around(head + data[start:stop] + closing_tag(head), [place - move for place in places])
    # a prefix may be declared anywhere above the piece
    root = parse_elements(whole, local, separator=None)
    for element in root.descendants():
        element.start += move
        element.end += move
    return root


def closing_tag(opening: bytes) -> bytes:
    """Write the end tag for a start tag.

    >>> closing_tag(b'<w:r w:rsidR="00A1">')
    b'</w:r>'
    """
    return b"</" + opening[1:].split(b">", 1)[0].split(None, 1)[0].rstrip(b"/") + b">"
