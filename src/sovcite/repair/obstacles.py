"""What stands in the way of an edit: a field, the border of a link, a change of someone else's."""

from __future__ import annotations

from itertools import pairwise

from sovcite.model import Edit, Piece, SourceMap

_UNKNOWN = "text that is not written there letter for letter"


def obstacle(place: SourceMap, edit: Edit) -> str | None:
    """Say in words what an edit would touch that it may not; None where it may be made."""
    if edit.start == edit.end:
        found = host(place, edit.start)
        return found if isinstance(found, str) else None
    pieces = list(place.touched(edit.start, edit.end))
    guards = [piece.guard for piece in pieces if piece.guard]
    for guard in guards:
        if not guard.is_open:
            return guard.kind
    if guards and any(piece.guard != guards[0] for piece in pieces):
        return f"the border of {guards[0].kind}"
    if sum(min(piece.end, edit.end) - max(piece.start, edit.start) for piece in pieces) != edit.end - edit.start:
        return _UNKNOWN
    return None if place.part else _text_obstacle(pieces, edit)


def _text_obstacle(pieces: list[Piece], edit: Edit) -> str | None:
    """Say what is wrong with an edit of a text format, whose source is cut by offsets."""
    for before, after in pairwise(pieces):
        if before.stop != after.at:
            return "something between the words that is no text"
    for piece in (pieces[0], pieces[-1]):
        is_cut = piece.start < edit.start or piece.end > edit.end
        if is_cut and piece.stop - piece.at != piece.end - piece.start:
            return _UNKNOWN
    return None


def host(place: SourceMap, at: int) -> Piece | str:
    """Give the piece that an insertion belongs to, at its end or at its beginning; or say what is in the way."""
    before = after = None
    for piece in place.pieces:
        if piece.start > at:
            break
        if piece.start == piece.end == at:
            if piece.guard and piece.guard.kind.startswith("a change"):
                return piece.guard.kind
        elif piece.start < at < piece.end:
            if piece.guard and not piece.guard.is_open:
                return piece.guard.kind
            # into an entity or the like nothing can be put
            exact = place.part or piece.stop - piece.at == piece.end - piece.start
            return piece if exact else _UNKNOWN
        elif piece.end == at:
            before = piece
        elif piece.start == at:
            after = piece
            break
    near = [piece for piece in (before, after) if piece is not None]
    free = [piece for piece in near if piece.guard is None]
    if free:
        return free[0]
    if not near:
        return _UNKNOWN
    guard = near[0].guard
    if guard is not None and guard.is_open and all(piece.guard == guard for piece in near) and len(near) == 2:
        return near[0]
    return f"the border of {guard.kind}" if guard and guard.is_open else guard.kind if guard else _UNKNOWN
