"""What a manuscript does in several ways: the places that differ from what it does most, or from a style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from attrs import frozen

from sovcite.checking.messages import Name
from sovcite.checking.rule import Finding
from sovcite.model import Edit, Fix, FixSafety, Severity

# so often a way must be met to be the manuscript's own
_CUSTOM = 2


@frozen(kw_only=True)
class Spot:
    """One place where a thing is written in one of several ways.

    group: only spots of one group are compared. way: how it is written here. shown: the way as a message shows it.
    edit: the place that is written over to write it another way, None where that cannot be done.
    """

    note: int
    start: int
    end: int
    group: Hashable
    way: str
    shown: str | None = None
    edit: tuple[int, int] | None = None


def as_usual(_: Spot, usual: str) -> str | None:
    """Write the usual way itself in the place of a spot."""
    return usual


def deviations(
    spots: Iterable[Spot],
    *,
    wanted: Mapping[Hashable, str] | None = None,
    unsure: bool = False,
    safety: FixSafety = "safe",
    severity: Severity | None = None,
    named: bool = False,
    write: Callable[[Spot, str], str | None] = as_usual,
) -> Iterator[Finding]:
    """Give a finding for each spot that differs from the most frequent way of its group, the first if even.

    What stands once beside what stands once is no custom yet, and nothing is said of it. wanted: the way of a
    group that the chosen style asks for; a group that is not named there is passed over. unsure: the style itself
    is not sure of it, so it is only a hint. named: the ways are no
    words of the text but have names of their own in the messages. write: what would stand in the place of a spot's
    edit, None for nothing. The messages are "ways" (words, count, usual, times), "style" and "unsure"
    (words, usual).
    """
    groups: dict[Hashable, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(spot.group, []).append(spot)
    for group, members in groups.items():
        counts = Counter(spot.way for spot in members)
        if wanted is not None:
            if group not in wanted:
                continue
            usual = wanted[group]
        else:
            usual = counts.most_common(1)[0][0]
            if counts[usual] < _CUSTOM:
                continue
        shown = next((spot.shown for spot in members if spot.way == usual and spot.shown), usual)
        for spot in members:
            if spot.way == usual:
                continue
            new = write(spot, usual) if spot.edit and safety != "none" else None
            edits = (Edit(start=spot.edit[0], end=spot.edit[1], new=new),) if spot.edit and new is not None else ()
            yield Finding(
                note=spot.note,
                start=spot.start,
                end=spot.end,
                say="ways" if wanted is None else "unsure" if unsure else "style",
                words={
                    "words": Name(spot.way) if named else _quoted(spot.shown or spot.way), "count": len(counts),
                    "usual": Name(usual) if named else _quoted(shown), "times": counts[usual],
                },
                severity="info" if wanted is not None and unsure else severity,
                fix=Fix(edits=edits, safety=safety) if edits else None,
            )  # fmt: skip


def _quoted(words: str) -> str:
    """Quote words with the blanks at their ends, which may be what is meant."""
    return "'" + "".join(" " if letter.isspace() else letter for letter in words) + "'"
