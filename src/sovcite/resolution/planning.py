"""From what was read of a note to the plan for its shape: which of its numbers each value is made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from sovcite.model import UNIT_KINDS, Mention, Part, RepositoryName, UnitKind
from sovcite.resolution.plans import Ending, LeafPlan, MentionPlan, Place, Plan, Value, split_at_numbers


class _NoPlan(Exception):
    """A value is not made of the numbers that are printed for it, each once and in order."""


def plan_of(
    parts: Sequence[str], mentions: Sequence[Mention], sources: Sequence[int | None], ending: Ending
) -> Plan | None:
    """Give the plan for the shape of a note from what was read of it; None where there is none.

    sources are for each mention the place of the mention that it took over from, None where it took over nothing.
    """
    making = _Making(parts)
    try:
        for mention, source in zip(mentions, sources, strict=True):
            making.add(mention, source)
    except _NoPlan:
        return None
    is_unsure = any(name.candidates for name in making.names)
    return Plan(tuple(making.names), is_unsure, tuple(making.mentions), *ending)


class _Making:
    def __init__(self, parts: Sequence[str]) -> None:
        self.parts = parts
        self.ends = [0, *accumulate(map(len, self.parts))]
        self.names: list[RepositoryName] = []
        self.mentions: list[MentionPlan] = []

    def add(self, mention: Mention, source: int | None) -> None:
        citation = mention.citation
        before = self.mentions[source] if source is not None else None
        self.mentions.append(
            MentionPlan(
                name=self._name(citation.repository),
                fond=self._level("fond", mention, before),
                opis=self._level("opis", mention, before),
                file=self._level("file", mention, before),
                file_label=citation.file_label,
                date=self._level("date", mention, None),
                units=self._units(mention, before),
                leaves=self._leaves(mention, before),
                start=self._place(mention.start),
                end=self._place(mention.end),
                kind=mention.kind,
                confidence=mention.confidence,
                inherited=mention.inherited,
                parts=tuple(
                    (part.kind, self._place(part.start), self._place(part.end), self._place(part.label_end))
                    for part in mention.parts
                ),
            )
        )

    def _name(self, name: RepositoryName | None) -> int | None:
        if name is None:
            return None
        for place, known in enumerate(self.names):
            if known is name:
                return place
        if any(letter.isdigit() for letter in name.written):
            raise _NoPlan
        self.names.append(name)
        return len(self.names) - 1

    def _level(
        self, level: Literal["fond", "opis", "file", "date"], mention: Mention, before: MentionPlan | None
    ) -> Value:
        value: str | None = getattr(mention.citation, level)
        if value is None:
            return None
        printed = [part for part in mention.parts if part.kind == level]
        if printed:
            return self._values([value], printed)[0]
        if before is None:
            raise _NoPlan
        taken: Value = getattr(before, level)
        return taken

    def _units(self, mention: Mention, before: MentionPlan | None) -> tuple[tuple[UnitKind, Value], ...]:
        units = mention.citation.units
        printed = [part for part in mention.parts if part.kind in UNIT_KINDS]
        if units and not printed:
            if before is None:
                raise _NoPlan
            return before.units
        values: list[tuple[UnitKind, Value]] = []
        for kind in dict.fromkeys(unit.kind for unit in units):
            numbers = [unit.number for unit in units if unit.kind == kind]
            made = self._values(numbers, [part for part in printed if part.kind == kind])
            values += ((kind, value) for value in made)
        return tuple(values)

    def _leaves(self, mention: Mention, before: MentionPlan | None) -> tuple[LeafPlan, ...]:
        ranges = mention.citation.leaves
        printed = [part for part in mention.parts if part.kind == "leaves"]
        if ranges and not printed and before is not None:
            return before.leaves
        numbers = [leaf.number for one in ranges for leaf in (one.first, one.last) if leaf]
        values = iter(self._values(numbers, printed))
        return tuple(
            (
                next(values), one.first.side,
                next(values) if one.last else None, one.last.side if one.last else None, one.unit,
            )
            for one in ranges
        )  # fmt: skip

    def _values(self, values: Sequence[str], printed: Sequence[Part]) -> list[Value]:
        """Say of values which numbers of their parts they are made of; each number must be there once, in order."""
        places = iter([
            place
            for part in printed
            for place in range(1, len(self.parts), 2)
            if part.start <= self.ends[place] and self.ends[place + 1] <= part.end
        ])  # fmt: skip
        made: list[Value] = []
        for value in values:
            pieces: list[int | str] = []
            for number, piece in enumerate(split_at_numbers(value)):
                if number % 2 == 0:
                    pieces += [piece] if piece else []
                    continue
                place = next(places, None)
                if place is None or self.parts[place] != piece:
                    raise _NoPlan
                pieces.append(place)
            made.append(pieces[0] if len(pieces) == 1 else tuple(pieces))
        if next(places, None) is not None:
            raise _NoPlan
        return made

    def _place(self, place: int) -> Place:
        part = bisect_right(self.ends, place) - 1
        if part % 2 and place != self.ends[part]:
            # within a number
            raise _NoPlan
        return part, place - self.ends[part]
