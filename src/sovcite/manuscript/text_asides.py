"""Comments of text formats that speak to sovcite, kept with the note that they stand in."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence

from attrs import evolve

from sovcite.manuscript.asides import directives
from sovcite.manuscript.tracing import Reading

# within bounds, so that no file takes long
_WORDS = r"(sovcite:[^\n]{0,200}?)\s{0,9}"
# of HTML, wikitext and Markdown; of Markdown as pandoc and others write it; of TeX and Typst up to the end of the line
_COMMENT = re.compile(
    rf"<!--\s*{_WORDS}-->|^\[//\]: # \(\s*{_WORDS}\)|/\*\s*{_WORDS}\*/|(?:(?<!\\)%|//)[ \t]*{_WORDS}$", re.MULTILINE
)
# what ends a paragraph
_BREAK = re.compile(
    r"\n[ \t]*\n|</?(?:p|li|div|h[1-6]|t[dhr]|table|[uod]l|d[dt]|blockquote|section|aside|body|head)\b", re.IGNORECASE
)
# from a comment to the text of its paragraph
_REACH = 500
_OF_FILE = "sovcite: ignore-file"


def with_comments(read: Sequence[Reading], source: str) -> tuple[Reading, ...]:
    """Give the notes of a text with what comments say in them.

    A comment belongs to the note whose text stands before it in its paragraph, else to the one whose text follows
    there; one for the whole file that stands by itself to the first note.
    """
    found = list(_COMMENT.finditer(source)) if "sovcite:" in source else []
    if not found or not read:
        return tuple(read)
    spans = sorted(
        (piece.at, piece.stop, place)
        for place, one in enumerate(read)
        for piece in one.map.pieces
        if piece.start < piece.end
    )
    said: dict[int, list[str]] = {}
    for comment in found:
        words = directives(filter(None, comment.groups()))
        place = _place(spans, source, comment.start(), comment.end())
        if place is None and words and words[0].startswith(_OF_FILE):
            place = 0
        if place is not None:
            said.setdefault(place, []).extend(words)
    return tuple(
        one._replace(note=evolve(one.note, comments=tuple(said[place]))) if place in said else one
        for place, one in enumerate(read)
    )


def _place(spans: Sequence[tuple[int, int, int]], source: str, start: int, end: int) -> int | None:
    """Say which note has text in the paragraph of a comment at source[start:end], None where none has."""
    behind = bisect(spans, (start,))
    if behind and _is_near(source, spans[behind - 1][1], start):
        return spans[behind - 1][2]
    if behind < len(spans) and _is_near(source, end, spans[behind][0]):
        return spans[behind][2]
    return None


def _is_near(source: str, start: int, end: int) -> bool:
    return end - start < _REACH and not _BREAK.search(source, start, end)
