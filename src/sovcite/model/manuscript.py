"""A manuscript as it was read: its notes in order, and where each letter of them stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from attrs import field, frozen

from sovcite.model.mention import Note

Form = Literal["word", "odt", "text", ""]


class Guard(NamedTuple):
    """What stands around a text so that it may not be changed, or only by itself: kind in words, and its place."""

    kind: str
    at: int
    # whether a change that stays inside is no harm
    is_open: bool = False


class Piece(NamedTuple):
    """text[start:end] of a note is what stands at [at:stop] of the source.

    A piece without length (start == end) is something that is no text and may not get lost: the mark of
    another note, a picture, a deletion of someone's. skip is the number of letters that the source has there
    before the first of this piece, where it is not letter for letter the same.
    """

    start: int
    end: int
    at: int
    stop: int
    guard: Guard | None = None
    skip: int = 0


class Place(NamedTuple):
    """A place in a part of a file; part is "" where the file is one whole."""

    part: str
    at: int


@frozen(kw_only=True)
class SourceMap:
    """Where a note stands: pieces in order, which cover every letter of its text.

    Places in a text format are code points of the file's text, its line ends counted as one; in a zip archive
    (part is the member) they are bytes of the member in UTF-8. [start:stop] is the whole note in its source,
    anchor the mark of the note in the text that it belongs to.
    """

    pieces: tuple[Piece, ...]
    part: str = ""
    start: int = 0
    stop: int = 0
    anchor: Place | None = None

    def touched(self, start: int, end: int) -> Iterator[Piece]:
        """Give the pieces that text[start:end] of the note comes from, with what stands between them.

        >>> pieces = (Piece(0, 3, 10, 13), Piece(3, 4, 13, 19), Piece(4, 9, 19, 24))
        >>> [piece.at for piece in SourceMap(pieces=pieces).touched(2, 4)]
        [10, 13]
        """
        for piece in self.pieces:
            if piece.start >= end:
                break
            if piece.end > start or piece.start == piece.end > start:
                yield piece


@frozen(kw_only=True)
class Manuscript:
    """The notes of one file in reading order; source is the file as it was given, maps has one map a note.

    Where it has several files (a main one and those that it takes in), sources names the file of each note.

    form says how the file can be written anew: "word", "odt", "text", or "" where it can only be read. remarks
    is what its reader should know: an encoding that was guessed, a file taken for plain text.
    """

    source: str
    notes: tuple[Note, ...]
    form: Form = field(default="", eq=False)
    remarks: tuple[str, ...] = field(default=(), eq=False)
    maps: tuple[SourceMap, ...] = field(default=(), repr=False, eq=False)
    sources: tuple[str, ...] = ()

    def file_of(self, note: int) -> str:
        """Give the file that the note with that place stands in.

        >>> from sovcite.model import Note
        >>> both = Manuscript(source="a.tex", notes=(Note(text="A"), Note(text="B")), sources=("a.tex", "b.tex"))
        >>> both.file_of(1)
        'b.tex'
        """
        return self.sources[note] if self.sources else self.source
