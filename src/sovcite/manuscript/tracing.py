"""Text that knows where it comes from: every reader builds its notes of it, whatever its format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sovcite.model import Guard, Note, Piece, Place, SourceMap


class Row(Piece):
    """A piece that several stand behind, which are told apart only where it is asked for."""

    __slots__ = ()


class Traced(NamedTuple):
    """A text and the pieces of the source that it was put together from."""

    text: str
    pieces: tuple[Piece, ...]

    def clip(self, start: int, end: int) -> Traced:
        """Cut a part out.

        >>> traced("Ф. 17", 40).clip(3, 5)
        Traced(text='17', pieces=(Piece(start=0, end=2, at=43, stop=45, guard=None, skip=0),))
        """
        return self if start == 0 and end >= len(self.text) else next(self.clips([(start, end)]))

    def clips(self, ranges: Iterable[tuple[int, int]]) -> Iterator[Traced]:
        """Cut parts out, in order, in time linear in the text."""
        first = 0
        for start, end in ranges:
            # the pieces that end before belong to no later range either
            while first < len(self.pieces) and self.pieces[first].end < start:
                first += 1
            kept = []
            for place in range(first, len(self.pieces)):
                piece = self.pieces[place]
                if piece.start > end:
                    break
                low, high = max(piece.start, start), min(piece.end, end)
                if low < high:
                    at, stop, skip = piece.at, piece.stop, piece.skip
                    # letter for letter the source is cut too; what was written otherwise stays whole
                    if stop - at == piece.end - piece.start:
                        at, stop = at + low - piece.start, stop - (piece.end - high)
                    else:
                        skip += low - piece.start
                    kept.append(piece.__class__(low - start, high - start, at, stop, piece.guard, skip))
                elif piece.start == piece.end:
                    kept.append(piece._replace(start=piece.start - start, end=piece.start - start))
            yield Traced(self.text[start:end], tuple(kept))

    def strip(self) -> Traced:
        """Leave out the blanks at both ends."""
        text = self.text
        bare = text.strip()
        if len(bare) == len(text):
            return self
        start = len(text) - len(text.lstrip())
        return self.clip(start, start + len(bare))


class Tracing:
    """Puts a text together, piece by piece."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def add(self, text: str, at: int, stop: int, guard: Guard | None = None) -> None:
        """Add a text that stands at [at:stop] of the source, or an obstacle where it is empty."""
        start = self.length
        self.length = end = start + len(text)
        before = self._pieces[-1] if self._pieces else None
        self._texts.append(text)
        if (
            before is not None
            and before.guard is guard is None
            and before.stop == at
            and before.stop - before.at == before.end - before.start > 0
            and stop - at == end - start
        ):
            self._pieces[-1] = Piece(before.start, end, before.at, stop)
            return
        self._pieces.append(Piece(start, end, at, stop, guard))

    def add_row(self, text: str, at: int, stop: int, guard: Guard | None = None) -> None:
        """Add a text whose pieces stand at [at:stop] of the source."""
        start = self.length
        self.length = end = start + len(text)
        self._texts.append(text)
        self._pieces.append(Row(start, end, at, stop, guard))

    def extend(self, other: Traced) -> None:
        """Add a text that was traced already."""
        for piece in other.pieces:
            start = self.length
            self._pieces.append(piece._replace(start=piece.start + start, end=piece.end + start))
        self._texts.append(other.text)
        self.length += len(other.text)

    def done(self) -> Traced:
        """Give the text with its pieces."""
        return Traced("".join(self._texts), tuple(self._pieces))


class Reading(NamedTuple):
    """A note as it was read, and its place in the file."""

    note: Note
    map: SourceMap


def traced(text: str, at: int) -> Traced:
    """Trace a text that stands in the source letter for letter."""
    return Traced(text, (Piece(0, len(text), at, at + len(text)),) if text else ())


def join(parts: Iterable[Traced], separator: str, guard_kind: str) -> Traced:
    """Join texts by a separator that stands for what is between them in the source and may not be changed."""
    joined = Tracing()
    at: int | None = None
    for part in parts:
        if at is not None:
            here = part.pieces[0].at if part.pieces else at
            joined.add(separator, at, max(at, here), Guard(guard_kind, at))
        joined.extend(part)
        at = part.pieces[-1].stop if part.pieces else at or 0
    return joined.done()


def reading(
    text: Traced,
    kind: str,
    number: str | None,
    part: str = "",
    start: int = 0,
    stop: int = 0,
    anchor: Place | None = None,
    cut: Callable[[Row], Iterable[Piece]] | None = None,
    comments: tuple[str, ...] = (),
) -> Reading:
    """Make the note of a text; cut gives the pieces of a row, comments speak to sovcite."""
    note = Note(text=text.text, kind=kind, number=number, comments=comments)
    if cut is not None:
        return Reading(note, _RowMap(text.pieces, cut, part, start, stop, anchor))
    return Reading(note, SourceMap(pieces=text.pieces, part=part, start=start, stop=stop, anchor=anchor))


class _RowMap(SourceMap):
    """A map whose rows are cut up when its pieces are first asked for: most notes are never changed."""

    __slots__ = ("_given",)
    _given: tuple[tuple[Piece, ...], Callable[[Row], Iterable[Piece]], str, int, int, Place | None]

    def __init__(
        self, rows: tuple[Piece, ...], cut: Callable[[Row], Iterable[Piece]], part: str, start: int, stop: int,
        anchor: Place | None,
    ) -> None:  # fmt: skip
        given = (rows, cut, part, start, stop, anchor)
        named = {"_given": given, "part": part, "start": start, "stop": stop, "anchor": anchor}
        for name, value in named.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> tuple[Piece, ...]:
        if name != "pieces":
            raise AttributeError(name)
        rows, cut, *_ = self._given
        found: list[Piece] = []
        for one in rows:
            found += cut(one) if isinstance(one, Row) else (one,)
        pieces = tuple(found)
        object.__setattr__(self, "pieces", pieces)
        return pieces

    def __reduce__(self) -> tuple[object, ...]:
        return _RowMap, self._given
