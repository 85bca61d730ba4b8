"""What a manuscript does in several ways: the places that differ from what it does most, or from a style."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import chain

from attrs import frozen

from sovcite.checking.messages import Name
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Alike, Survey
from sovcite.model import Edit, Fix, FixSafety, Mention, Severity

# so often a way must be met to be the manuscript's own
_CUSTOM = 2


@frozen(kw_only=True)
class Spot:
    """One place where a thing is written in one of several ways.

    group: only spots of one group are compared. way: how it is written here. shown: the way as a message shows it.
    edit: the place that is written over to write it another way, None where that cannot be done. safety: of the
    repair of this place, where it is not that of the rule.
    """

    note: int
    start: int
    end: int
    group: Hashable
    way: str
    shown: str | None = None
    edit: tuple[int, int] | None = None
    safety: FixSafety | None = None


def as_usual(_: Spot, usual: str) -> str | None:
    """Write the usual way itself in the place of a spot."""
    return usual


def deviations(
    survey: Survey,
    spots_in: Callable[[Mention, str], Iterable[Spot]],
    *,
    among: Iterable[Alike] | None = None,
    wanted: Mapping[Hashable, str] | None = None,
    unsure: bool = False,
    safety: FixSafety = "safe",
    severity: Severity | None = None,
    named: bool = False,
    write: Callable[[Spot, str], str | None] = as_usual,
) -> Iterator[Finding]:
    """Give a finding for each spot that differs from the most frequent way of its group, the first if even.

    What stands once beside what stands once is no custom yet, and nothing is said of it. spots_in gives the spots
    of a citation in the text of its note; among are the citations in heaps (the dresses of the manuscript where
    nothing is said): those of one heap have the same groups, ways and shown words in the same order, so that one of
    them speaks for all. wanted: the way of a
    group that the chosen style asks for; a group that is not named there is passed over. unsure: the style itself
    is not sure of it, so it is only a hint. named: the ways are no
    words of the text but have names of their own in the messages. write: what would stand in the place of a spot's
    edit, None for nothing. The messages are "ways" (words, count, usual, times), "style" and "unsure"
    (words, usual).
    """
    groups: dict[Hashable, dict[str, int]] = {}
    shown: dict[tuple[Hashable, str], str] = {}
    heaps: list[tuple[Alike, list[Spot]]] = []
    for alike in survey.dresses if among is None else among:
        first = alike[0]
        spots = list(spots_in(first, survey.notes[first.note].text))
        if not spots:
            continue
        heaps.append((alike, spots))
        for spot in spots:
            ways = groups.setdefault(spot.group, {})
            ways[spot.way] = ways.get(spot.way, 0) + len(alike)
            if spot.shown:
                shown.setdefault((spot.group, spot.way), spot.shown)
    usual_in = {group: usual for group, ways in groups.items() if (usual := _usual(group, ways, wanted)) is not None}

    def is_other(spot: Spot) -> bool:
        return usual_in.get(spot.group, spot.way) != spot.way

    for alike, spots in heaps:
        if not any(is_other(spot) for spot in spots):
            continue
        for spot in filter(is_other, chain.from_iterable(spots_in(one, survey.text(one)) for one in alike)):
            ways, usual = groups[spot.group], usual_in[spot.group]
            may_be = spot.safety or safety
            new = write(spot, usual) if spot.edit and may_be != "none" else None
            edits = (Edit(start=spot.edit[0], end=spot.edit[1], new=new),) if spot.edit and new is not None else ()
            yield Finding(
                note=spot.note,
                start=spot.start,
                end=spot.end,
                say="ways" if wanted is None else "unsure" if unsure else "style",
                words={
                    "words": Name(spot.way) if named else _quoted(spot.shown or spot.way), "count": len(ways),
                    "usual": Name(usual) if named else _quoted(shown.get((spot.group, usual), usual)),
                    "times": ways.get(usual, 0),
                },
                severity="info" if wanted is not None and unsure else severity,
                fix=Fix(edits=edits, safety=may_be) if edits else None,
            )  # fmt: skip


def _usual(group: Hashable, ways: Mapping[str, int], wanted: Mapping[Hashable, str] | None) -> str | None:
    if wanted is not None:
        return wanted.get(group)
    # the first of several that are met as often
    usual = max(ways, key=lambda way: ways[way])
    return usual if ways[usual] >= _CUSTOM else None


def _quoted(words: str) -> str:
    """Quote words with the blanks at their ends, which may be what is meant."""
    return "'" + "".join(" " if letter.isspace() else letter for letter in words) + "'"
