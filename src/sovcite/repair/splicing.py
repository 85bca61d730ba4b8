"""A part of a file written anew: some places of it replaced, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Splice(NamedTuple):
    """Write new over data[start:stop] of a part."""

    start: int
    stop: int
    new: bytes


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Write a part anew; splices at one place keep their order.

    >>> spliced(b"abc", [Splice(1, 2, b"x"), Splice(0, 0, b"y")])
    b'yaxc'
    >>> spliced(b"abc", [Splice(0, 2, b"x"), Splice(1, 1, b"y")])
    b'xyc'
    """
    # a book is not copied for each of its changes
    whole = memoryview(data)
    pieces: list[bytes | memoryview] = []
    at = 0
    for splice in sorted(splices, key=lambda one: (one.start, one.stop)):
        pieces += [whole[at : splice.start], splice.new]
        at = max(at, splice.stop)
    return b"".join([*pieces, whole[at:]])


def escape(text: str) -> str:
    """Write a text so that it can stand in an element or an attribute.

    >>> escape('"A & B" <1>')
    '&quot;A &amp; B&quot; &lt;1&gt;'
    """
    text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
