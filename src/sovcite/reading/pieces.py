"""The labelled numbers of a run, each with its place in the folded text."""

from __future__ import annotations

from typing import Literal, NamedTuple

RunKind = Literal["labelled", "ibid", "counted", "bare"]


class Number(NamedTuple):
    """A number as printed: folded[start:end]; of leaves, the ends of the range as (start, end, side)."""

    start: int
    end: int
    ends: tuple[tuple[int, int, str | None], ...] = ()


class Piece(NamedTuple):
    """One part of a run with its numbers; its label is folded[start:label_end], empty where it bears none.

    kind is the name of the terminal that labels it, in small letters; opens says that it begins a new place
    in a list of places without labels.
    """

    kind: str
    start: int
    label_end: int
    end: int
    numbers: tuple[Number, ...]
    opens: bool = False


class Run(NamedTuple):
    """A stretch of citations under one archive: its pieces, and where the reading ended."""

    kind: RunKind
    pieces: tuple[Piece, ...]
    start: int
    end: int
