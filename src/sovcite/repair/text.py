"""Repairs of text formats: the source cut at the places of the edits, every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from sovcite.manuscript.decoding import decode
from sovcite.manuscript.failing import unreadable
from sovcite.model import Edit, Manuscript, SourceMap
from sovcite.repair.editing import edited
from sovcite.repair.obstacles import host

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LATEX = {sign: f"\\{sign}" for sign in "&%$#_{}"}
_TYPST = {sign: f"\\{sign}" for sign in "#*_`@<$[]\\"}
# how a letter of a repair is written where it would mean something else
_ESCAPES = {
    ".htm": _MARKUP, ".html": _MARKUP, ".xhtml": _MARKUP, ".tex": _LATEX, ".ltx": _LATEX, ".bib": _LATEX,
    ".typ": _TYPST, ".wiki": _MARKUP, ".wikitext": _MARKUP, ".mediawiki": _MARKUP,
}  # fmt: skip


def repair_text(data: bytes, manuscript: Manuscript, edits: Mapping[int, Iterable[Edit]]) -> bytes:
    """Carry out the edits of each note in its source; raise ReadError where the encoding lacks a letter."""
    decoded = decode(data, manuscript.source)
    escapes = str.maketrans(_ESCAPES.get(PurePath(manuscript.source).suffix.lower(), {}))
    wanted = [
        _in_source(decoded.text, manuscript.maps[note], edit) for note, of_note in edits.items() for edit in of_note
    ]
    moved = []
    for edit in sorted(wanted, key=lambda one: (one.start, one.end)):
        start, end = decoded.written(edit.start, edit.end)
        moved.append(Edit(start=start, end=end, new=edit.new.translate(escapes)))
    if not moved:
        return data
    try:
        return decoded.encode(edited(decoded.original, moved))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        reason = f"{letter!r} of a repair cannot be written in {decoded.encoding}; save it in UTF-8"
        raise unreadable(manuscript.source, reason) from error


def _in_source(text: str, place: SourceMap, edit: Edit) -> Edit:
    if edit.start == edit.end:
        piece = host(place, edit.start)
        assert not isinstance(piece, str), piece
        at = piece.stop if edit.start == piece.end else piece.at + edit.start - piece.start
        following = next((one for one in place.pieces if one.start == edit.start < one.end), None)
        if edit.start == piece.end and following is not None and following.guard is None:
            gap = text[piece.stop : following.at]
            # what is put in stands behind a mark that ends, and before one that begins
            begun = text.count(gap, place.pieces[0].at, piece.stop) % 2 if gap and not gap.strip("*_") else 0
            if begun or gap.startswith(("</", "}", "]")):
                at = following.at
        return Edit(start=at, end=at, new=edit.new)
    pieces = list(place.touched(edit.start, edit.end))
    first, last = pieces[0], pieces[-1]
    start = first.at + max(0, edit.start - first.start)
    end = last.stop - max(0, last.end - edit.end)
    return Edit(start=start, end=end, new=edit.new)
