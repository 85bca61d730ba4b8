"""The shape of a candidate: what is left of it with a mark for each number, and the places of the numbers.

The grammar asks of a number whether it may be a year and, in thousands and the like, how long it is, and nothing else
of its value; o6, which scanners make of об., and the 2d of American reporters are words to it. Two candidates that are
equal when each number is replaced by a mark of its kind therefore have the same tree (docs/design.md;
tests/reading/test_runs.py holds it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.grammar import fold
from sovcite.reading.pieces import Number, Piece, Run, RunKind

_NUMBER = re.compile(r"[0-9]+")
# what no text holds stands for the numbers; a text that does is read without
_MARKS = tuple(chr(0xE000 + kind) for kind in range(9))
_MARKED = re.compile(f"[{_MARKS[0]}-{_MARKS[-1]}]")
_MOST_DIGITS = 6
# more than whether there are four digits is asked of thousands (33 987) and grants (24-18-00665) alone
_COUNTS_DIGITS = re.compile(r"[0-9] [0-9]{3}(?![0-9])|[0-9]-[0-9]{2}-[0-9]{5}")
_YEAR, _EARLY_YEAR = 7, 8
_REPORTER = re.compile("[0-9]d ")
_SCANNED = ("o", "O")
_YEARS = (_YEAR, _EARLY_YEAR)
_FOUR_DIGITS = (4, *_YEARS)


def may_be_years(number: str) -> re.Pattern[str]:
    """Give the pattern of where it counts whether a number has four digits: before г., in brackets, behind a gloss.

    number is the pattern of what stands for a number in the text.
    """
    return re.compile(fold(rf"{number}[-\s]*[гg]|за\s|[()\[\]]|[^.;:()\[\]0-9\0\n]{{4}}[.,] ?{number}"))


_MAY_BE_YEARS = may_be_years("[0-9]")


def parsed(folded: str, start: int, end: int, kind: RunKind) -> Run | None:
    """Parse folded[start:end] from its beginning as far as it is a run; None where nothing can be read."""
    # Lark is loaded when a shape is met that is none of the common ones
    from sovcite.reading.trees import parse_run

    return parse_run(folded, start, end, kind)


def is_marked(text: str) -> bool:
    """Say whether a text holds one of the marks itself, so that it has no shape."""
    return _MARKED.search(text) is not None


def shape(text: str) -> tuple[str, list[int]]:
    """Give the text with a mark for each number, and for each place in it the place in the text."""
    parts: list[str] = []
    places: list[int] = []
    by_length = _COUNTS_DIGITS.search(text) is not None
    counted = _FOUR_DIGITS if _MAY_BE_YEARS.search(text) else _YEARS
    place = 0
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if (number[0] == "6" and text[start - 1 : start] in _SCANNED) or _REPORTER.match(text, start):
            # o6 is a word of the grammar, об. as scanners make it, and 2d and 3d are words of American reporters
            continue
        kind = _kind(number[0])
        parts += (text[place:start], _MARKS[kind if by_length or kind in counted else 0])
        places.extend(range(place, start + 1))
        place = end
    parts.append(text[place:])
    places.extend(range(place, len(text) + 1))
    return "".join(parts), places


def _kind(number: str) -> int:
    if len(number) == 4:
        return _YEAR if number[:2] in ("18", "19") else _EARLY_YEAR if number[:2] in ("15", "16", "17") else 4
    return min(len(number), _MOST_DIGITS)


def placed(run: Run, places: dict[int, int] | list[int] | range, start: int) -> Run:
    """Move a run to where its candidate stands: places are those of the text for those of the run."""
    pieces = tuple(
        Piece(
            piece.kind,
            places[piece.start] + start,
            places[piece.label_end] + start,
            places[piece.end] + start,
            tuple(
                Number(
                    places[number.start] + start,
                    places[number.end] + start,
                    tuple((places[one] + start, places[end] + start, side) for one, end, side in number.ends),
                )
                for number in piece.numbers
            ),
            piece.opens,
        )
        for piece in run.pieces
    )
    return Run(run.kind, pieces, places[run.start] + start, places[run.end] + start)


def _places_of(run: Run) -> Iterator[int]:
    yield run.start
    yield run.end
    for piece in run.pieces:
        yield from (piece.start, piece.label_end, piece.end)
        for number in piece.numbers:
            yield from (number.start, number.end)
            for one, end, _ in number.ends:
                yield from (one, end)


def in_shape(run: Run, places: list[int]) -> Run | None:
    """Move a run from its text to the shape of it, by the places that shape gave; None if one is within a number."""
    where = {place: number for number, place in enumerate(places)}
    return placed(run, where, 0) if all(place in where for place in _places_of(run)) else None
