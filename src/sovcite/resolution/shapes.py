"""The shape of a note: what is left without its numbers, and what counts of the numbers.

Reading asks of a number whether it may be a year and, in a few places, of which decade or how long it is, and nothing
else: two notes that are equal in that are read alike (tests/resolution/test_plans.py holds it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sovcite.data.authority import overlay_in_force
from sovcite.data.overlay import Overlay
from sovcite.grammar import fold
from sovcite.grammar.recent import Recent
from sovcite.reading.shapes import may_be_years
from sovcite.resolution.plans import Plan, split_at_numbers

# nothing that is asked of a note reaches farther than this, however long its numbers are
LONGEST = 230
_MOST_SHAPES = _MOST_PLANS = 8192
_MAY_BE_YEARS = may_be_years(r"\0")
# what scanners make of об. is a word to the grammar
_SCANNED = re.compile(r"[oO]\0")
_YEARS = {"15": "a", "16": "a", "17": "a", "18": "b", "19": "b", "20": "c"}
# of the day and the month of a date it counts whether there is such a one, and whether a zero stands before it
_SHORT = {
    text: "0" if not number else "z" if text[0] == "0" else "m" if number <= 12 else "d" if number <= 31 else "n"
    for number in range(100) for text in {str(number), f"{number:02}"}
}  # fmt: skip


def _size(number: str) -> str:
    return _decade(number) if len(number) == 4 else "s" if len(number) < 4 else "l"


def _length(number: str) -> str:
    return _decade(number) if len(number) == 4 else str(min(len(number), _MOST_DIGITS))


def _day(number: str) -> str:
    return _SHORT.get(number) or _length(number)


def _decade(number: str) -> str:
    return f"y{number[:3]}" if number[:2] in _YEARS else "4"


# what counts of some numbers beside whether they may be years; of two that fit the later
_COUNTED = tuple((re.compile(pattern), kind) for pattern, kind in (
    # whether there are more than three digits, and the decade of a year: at the beginning of a line, behind the title
    # or the author of a book
    (r"(?:\A|\n)\s*\0(?=[.)]? )|[^\W\d_]{3,}, [^,;.()\n]{1,60}, \0|[^\W\d_]{3,}, \0", _size),
    # how many digits: in thousands, in rows of two, in F.2d
    (r"\0(?=d | \0)|(?<=\0 )\0|(?<!\0/)\0(?=/\0(?!/\0))|(?<=(?<!\0/)\0/)\0(?!/\0)", _length),
    (r"(?<!\0\.)\0(?=\.\0(?!\.\0))|(?<=(?<!\0\.)\0\.)\0(?!\.\0)", _length),
    # in grants, behind a word and a hyphen
    (r"\0-\0-\0|[^\W\d_]{2}[-/](?:[^\W\d_]-?)?\0(?:-\0)?", _length),
    # and the day and the month, where three numbers may be a date
    (r"(?<!\0[./-])\0([./-])\0\1\0(?![./-]\0)", _day),
))  # fmt: skip
_MOST_DIGITS = 6


class Shape:
    """A note without its numbers, and what counts of them."""

    def __init__(self, gaps: Sequence[str]) -> None:
        text = fold("\0".join(gaps))
        # the number of an entity of HTML is none
        self.is_free = "&#" not in text
        self._is_scanned = _SCANNED.search(text) is not None
        places = [match.start() for match in re.finditer("\0", text)]
        counted = {
            place: kind
            for pattern, kind in _COUNTED
            for match in pattern.finditer(text)
            for place in range(*match.span())
        }
        # for each number how it counts; empty where none does but as a year
        self._counts = [counted.get(place) for place in places] if counted else []
        self._four = "4" if _MAY_BE_YEARS.search(text) else "n"

    def kinds(self, numbers: Sequence[str]) -> str:
        """Give what counts of the numbers: of each whether it may be a year, and where it counts its length."""
        if self._is_scanned and "6" in numbers:
            return ",".join(numbers)
        four = self._four
        if self._counts:
            counts = zip(numbers, self._counts, strict=True)
            return "".join([count(one) if count else _kind(one, four) for one, count in counts])
        return "".join([_kind(number, four) for number in numbers])


def _kind(number: str, four: str) -> str:
    return _YEARS.get(number[:2], four) if len(number) == 4 else "n"


class Divided(NamedTuple):
    """A note cut at its numbers: letters, number, letters, …, with its shape and the kinds of its numbers.

    is_known: a note of this shape was read before, plan is what was read of it; None where each has to be read.
    """

    parts: list[str]
    shape: Shape
    kinds: str
    is_known: bool
    plan: Plan | None

    def keep(self, plan: Plan | None) -> None:
        """Keep what was read of the note for those of its shape."""
        _plans[self.shape, self.kinds] = plan


# most shapes of long notes never come again: what counts of them is asked when they are met for the second time
_SHORT_NOTE = 80
_shapes = Recent[tuple[str, str, bool, Overlay | None], Shape | None](_MOST_SHAPES)
# by the kinds of the numbers; None where each note has to be read
_plans = Recent[tuple[Shape, str], Plan | None](_MOST_PLANS)
# what no shape and no plan is
_NEW = Shape(())
_UNMET = Plan((), False, (), False, False)


def divide(text: str, level: str, *, behind: bool) -> Divided | None:
    """Cut a note at its numbers; None where a plan is of no use. behind: a citation stands before the note."""
    if len(text) > LONGEST or "\0" in text:
        return None
    parts = split_at_numbers(text)
    key = ("\0".join(parts[::2]), level, behind, overlay_in_force())
    shape = _shapes.get(key, _NEW)
    if shape is _NEW and len(text) > _SHORT_NOTE:
        _shapes[key] = None
        return None
    if shape is None or shape is _NEW:
        shape = _shapes[key] = Shape(parts[::2])
    if not shape.is_free:
        return None
    kinds = shape.kinds(parts[1::2])
    plan = _plans.get((shape, kinds), _UNMET)
    return Divided(parts, shape, kinds, False, None) if plan is _UNMET else Divided(parts, shape, kinds, True, plan)
