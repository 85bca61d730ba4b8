"""Places of a note in the text that an editor shows, by the map that the reader of the manuscript makes."""

from __future__ import annotations

from collections.abc import Iterable

from sovcite.model import Edit, SourceMap


def in_source(source: SourceMap, start: int, end: int) -> tuple[int, int]:
    """Give the stretch of the source that text[start:end] of a note comes from; end is after its last letter.

    >>> from sovcite.manuscript import read_bytes
    >>> text = "See[^a].\\n\\n[^a]: GARF, f. 17,\\n    op. 3"
    >>> manuscript = read_bytes(text.encode(), "a.md")
    >>> first, last = in_source(manuscript.maps[1], 6, 17)
    >>> text[first:last]
    'f. 17,\\n    op. '
    """
    first = _letter(source, start)[0] if end > start or start == 0 else _letter(source, start - 1)[1]
    return first, max(first, _letter(source, end - 1)[1]) if end > start else first


def edits_in_source(source: SourceMap, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
    """Move edits to the source; None where one of them touches what is not there letter for letter."""
    moved = []
    for edit in edits:
        start, end = in_source(source, edit.start, edit.end)
        guarded = any(piece.guard for piece in source.touched(edit.start, max(edit.end, edit.start + 1)))
        if guarded or end - start != edit.end - edit.start:
            return None
        moved.append(Edit(start=start, end=end, new=edit.new))
    return tuple(moved)


def _letter(source: SourceMap, place: int) -> tuple[int, int]:
    """Give where a letter of a note begins and ends in the source."""
    for piece in source.pieces:
        if piece.start <= place < piece.end:
            if piece.stop - piece.at == piece.end - piece.start:
                return piece.at + place - piece.start, piece.at + place - piece.start + 1
            return piece.at, piece.stop
    # behind the last letter
    stop = max((piece.stop for piece in source.pieces), default=0)
    return stop, stop
