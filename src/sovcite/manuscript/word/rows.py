"""Rows of plain runs: nearly all text of a Word file, found by one pattern instead of element by element.

A plain run is its looks and one w:t, or the sign of its note, written as every program writes it. A row of them becomes
one empty element, as long as the row, before the part is parsed: so all places stay, and what stands around it (a link,
a field, a change of someone else) is seen as ever. What is written in any other way is parsed element by element.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from sovcite.manuscript.tracing import Row
from sovcite.model import Piece

# the element that stands for a row; Word has none of this name
ROW = "runs"

_ROOT = re.compile(rb"<(?=[A-Za-z_])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_BOUND = re.compile(
    rb"\sxmlns:w=\"http://(?:schemas\.openxmlformats\.org/wordprocessingml/2006/main"
    rb"|purl\.oclc\.org/ooxml/wordprocessingml/main)\""
)
_BOUND_ANEW = re.compile(rb"xmlns:w[\s=]")
# text that only looks like elements; a mark of the author's own, which is told by its run
_INTRICATE = (b"<![CDATA[", b"customMarkFollows")
_TEXT = re.compile(rb"<w:t(?: xml:space=\"preserve\")?>([^<]+)</w:t>")
_OPENING, _ENDING = f"<w:{ROW}></w:{ROW}".encode(), b">"
# none twice, which would not be well-formed; not so many that looking for their like takes long
_ATTRIBUTES = rb'(?: w:([A-Za-z]++)="[^"<>&\x00-\x1f\x7f-\xff]*+"(?![^<>]* w:\%d=)){0,20}+'


def _plain_run(deciding: bytes) -> bytes:
    """Make the pattern of a plain run; deciding are the looks that may hide it."""
    looks = rb"<w:rPr>(?:<w:(?!(?:%b)[ />])[A-Za-z]++%b/>)*+</w:rPr>" % (deciding, _ATTRIBUTES % 2)
    # letters that are written as themselves, and that XML may hold
    letters = rb"[^<>&\x00-\x08\x0a-\x1f\xef]++"
    # blanks at the ends count only where it is said that they do
    text = rb'<w:t(?: xml:space="preserve">%b|>(?![ \t])%b(?<![ \t]))</w:t>' % (letters, letters)
    return rb"<w:r%b>(?:%b)?+(?:%b|<w:(?:foot|end)noteRef/>)</w:r>" % (_ATTRIBUTES % 1, looks, text)


def _plain_row(run: bytes) -> re.Pattern[bytes]:
    """Make the pattern of a row: plain runs, and between them what is no text."""
    return re.compile(rb"(?:%b(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd)%b/>)*+)++" % (run, _ATTRIBUTES % 3))


_RUN = re.compile(_plain_run(b"vanish"))
_ROWS, _ROWS_WITHOUT_STYLES = map(_plain_row, (_RUN.pattern, _plain_run(b"vanish|rStyle")))


def folded(data: bytes, hiding: frozenset[str]) -> bytes:
    """Put one element in the place of each row of plain runs; hiding are the styles that hide their text.

    The part comes back as it is where its names are not the usual ones. Raises ValueError where a row is no UTF-8.

    >>> word = b'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%b<w:br/></w:p>'
    >>> folded(word % b"<w:r><w:rPr><w:b/></w:rPr><w:t>f. 17</w:t></w:r>", frozenset())[76:]
    b'<w:runs></w:runs                               ><w:br/></w:p>'
    """
    return (_ROWS_WITHOUT_STYLES if hiding else _ROWS).sub(_hole, data) if _is_usual(data) else data


def folded_around(data: bytes, places: Collection[int]) -> bytes:
    """Put one element in the place of each plain run that none of the places is in.

    >>> word = b'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%b</w:p>'
    >>> folded_around(word % (b"<w:r><w:t>f.</w:t></w:r>" * 2), [110])[76:]
    b'<w:runs></w:runs       ><w:r><w:t>f.</w:t></w:r></w:p>'
    """
    in_order = sorted(places)

    def hole(run: re.Match[bytes]) -> bytes:
        return _hole(run) if bisect_left(in_order, run.start()) == bisect_left(in_order, run.end()) else run[0]

    return _RUN.sub(hole, data) if _is_usual(data) else data


def _is_usual(data: bytes) -> bool:
    root = _ROOT.search(data)
    if root is None or not _BOUND.search(root[0]) or _BOUND_ANEW.search(data, root.end()):
        return False
    return not any(sign in data for sign in _INTRICATE)


def _hole(row: re.Match[bytes]) -> bytes:
    # what is no UTF-8 is damage, as it would be to the parser
    row[0].decode()
    return _OPENING.ljust(row.end() - row.start() - len(_ENDING)) + _ENDING


def row_text(data: bytes, start: int, stop: int) -> str:
    """Give the text of the row at data[start:stop]."""
    return b"".join(_TEXT.findall(data, start, stop)).decode()


def row_pieces(data: bytes, row: Row) -> Iterator[Piece]:
    """Cut a row up into the pieces that its elements hold."""
    end = row.start - row.skip
    for text in _TEXT.finditer(data, row.at, row.stop):
        start, end = end, end + len(text[1].decode())
        low, high = max(start, row.start), min(end, row.end)
        if low < high:
            yield Piece(low, high, text.start(), text.end(), row.guard, low - start)
