"""What was read of a note, for all notes that are the same but for their numbers: only those are put in anew.

"ГАРФ. Ф. 9401. Оп. 2. Д. 64. Л. 9" and "ГАРФ. Ф. 5446. Оп. 16. Д. 18. Л. 124" are one shape: a plan has the places of
the numbers in place of the numbers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from sovcite.model import (
    Citation,
    Confidence,
    Inherited,
    Leaf,
    LeafRange,
    LeafUnit,
    Mention,
    MentionKind,
    Part,
    RepositoryName,
    Side,
    Unit,
    UnitKind,
)

split_at_numbers = re.compile("([0-9]+)").split

# a place: so far behind the end of the given part
Place = tuple[int, int]
# what a value is made of: a number of the note, letters, or both in order
Value = int | str | tuple[int | str, ...] | None
LeafPlan = tuple[Value, Side | None, Value, Side | None, LeafUnit]


class MentionPlan(NamedTuple):
    """A mention with the places of its numbers; name is the place of its repository among those of the note."""

    name: int | None
    fond: Value
    opis: Value
    file: Value
    file_label: str | None
    date: Value
    units: tuple[tuple[UnitKind, Value], ...]
    leaves: tuple[LeafPlan, ...]
    start: Place
    end: Place
    kind: MentionKind
    confidence: Confidence
    inherited: tuple[Inherited, ...]
    parts: tuple[tuple[str, Place, Place, Place], ...]


class Plan(NamedTuple):
    """What was read of a note: its mentions, and whether a book stands behind the last of them."""

    names: tuple[RepositoryName, ...]
    # one of them is ambiguous
    is_unsure: bool
    mentions: tuple[MentionPlan, ...]
    is_row: bool
    blocked: bool


class Ending(NamedTuple):
    """What a note leaves for the next one, beside its last citation: whether that is a row, and a book behind it."""

    is_row: bool
    blocked: bool


def filled(plan: Plan, text: str, parts: list[str], note: int) -> list[Mention]:
    """Give the mentions of a note that is cut at its numbers, by the plan for its shape."""
    ends = [0, *accumulate(map(len, parts))]
    # an ambiguous name is decided in each note anew
    names = [_anew(name) if name.candidates else name for name in plan.names] if plan.is_unsure else plan.names
    found: list[Mention] = []
    for (
        name, fond, opis, file, label, date, units, leaves, (first, before), (last, behind),
        kind, confidence, inherited, printed,
    ) in plan.mentions:  # fmt: skip
        citation = Citation(
            repository=None if name is None else names[name],
            fond=_filled(fond, parts),
            opis=_filled(opis, parts),
            file=_filled(file, parts),
            file_label=label,
            units=tuple([Unit(kind=one, number=_filled(value, parts) or "") for one, value in units]) if units else (),
            leaves=tuple([
                _leaf_range(_filled(one, parts), side, _filled(end, parts), end_side, unit)
                for one, side, end, end_side, unit in leaves
            ]) if leaves else (),
            date=_filled(date, parts),
        )  # fmt: skip
        start, end_ = ends[first] + before, ends[last] + behind
        found.append(
            Mention(
                citation=citation, start=start, end=end_, raw=text[start:end_], kind=kind, confidence=confidence,
                inherited=inherited, note=note,
                parts=tuple([
                    Part(kind=one, start=ends[a] + b, end=ends[c] + d, label_end=ends[e] + f)
                    for one, (a, b), (c, d), (e, f) in printed
                ]),
            )
        )  # fmt: skip
    return found


def _anew(name: RepositoryName) -> RepositoryName:
    return RepositoryName(written=name.written, candidates=name.candidates)


def _filled(value: Value, parts: list[str]) -> str | None:
    if isinstance(value, int):
        return parts[value]
    if isinstance(value, tuple):
        return "".join([parts[one] if isinstance(one, int) else one for one in value])
    return value


@lru_cache(maxsize=4096)
def _leaf_range(
    first: str | None, side: Side | None, last: str | None, last_side: Side | None, unit: LeafUnit
) -> LeafRange:
    end = Leaf(number=last, side=last_side) if last is not None else None
    return LeafRange(first=Leaf(number=first or "", side=side), last=end, unit=unit)
