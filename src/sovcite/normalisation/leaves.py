"""Lists of leaves put in order, only as far as asked: as printed they may say more (which leaf matters most)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from sovcite.model import LeafRange, ModelError
from sovcite.model.leaf_ranges import ends, in_full, join, union

LeafStep = Literal["expand", "unique", "sort", "merge"]
Leaves = tuple[LeafRange, ...]


def tidied(leaves: Leaves, steps: Collection[LeafStep]) -> Leaves:
    """Take the steps that are asked for, always in the order of STEPS; raise ModelError for any other.

    >>> leaves = tuple(map(LeafRange.from_string, ("137-38", "13", "14ob", "14", "13")))
    >>> [str(one) for one in tidied(leaves, ("expand", "merge"))]
    ['13-14', '137-138']
    """
    for step in steps:
        if step not in STEPS:
            raise ModelError(f"leaves cannot be {step!r}; the steps are {', '.join(STEPS)}")
    for step, take in STEPS.items():
        if step in steps:
            leaves = take(leaves)
    return leaves


def expand(leaves: Leaves) -> Leaves:
    """Write the last number of a range in full where only its last figures are printed: 137-38 is 137-138.

    A range whose last number is no smaller than the first, or stays smaller when it is filled up, is left alone.

    >>> [str(one) for one in expand(tuple(map(LeafRange.from_string, ("137-38ob", "47-42", "9-11"))))]
    ['137-138ob', '47-42', '9-11']
    """
    return tuple(in_full(one) for one in leaves)


def unique(leaves: Leaves) -> Leaves:
    """Leave out what stands there a second time.

    >>> [str(one) for one in unique(tuple(map(LeafRange.from_string, ("13", "5", "13", "13ob"))))]
    ['13', '5', '13ob']
    """
    return tuple(dict.fromkeys(leaves))


def in_order(leaves: Leaves) -> Leaves:
    """Sort leaves as they lie in the file; leaves, pages and columns stay apart in the order they came in.

    >>> [str(one) for one in in_order(tuple(map(LeafRange.from_string, ("33", "9ob", "17a", "9", "17"))))]
    ['9', '9ob', '17', '17a', '33']
    """
    units = list(dict.fromkeys(one.unit for one in leaves))
    return tuple(sorted(leaves, key=lambda one: (units.index(one.unit), one.sort_key)))


def merge(leaves: Leaves) -> Leaves:
    """Sort leaves and join those that overlap or follow each other; raise ModelError for a range that runs backwards.

    Leaves 13 and 14 become 13-14: an inserted leaf 13a, if there is one, then lies in the range.

    >>> [str(one) for one in merge(tuple(map(LeafRange.from_string, ("15", "13", "14", "20ob", "20"))))]
    ['13-15', '20']
    """
    joined: list[LeafRange] = []
    for one in union(leaves):
        if joined and _follows(joined[-1], one):
            joined[-1] = join(joined[-1], one)
        else:
            joined.append(one)
    return in_order(tuple(joined))


STEPS: Mapping[LeafStep, Callable[[Leaves], Leaves]] = {
    "expand": expand,
    "unique": unique,
    "sort": in_order,
    "merge": merge,
}


def _follows(one: LeafRange, later: LeafRange) -> bool:
    """Say whether a range begins with the leaf behind the last one of another, both whole and without letters."""
    if one.unit != later.unit:
        return False
    (number, letter, side), (next_number, next_letter, next_side) = ends(one)[1], ends(later)[0]
    is_whole = one.unit != "leaf" or (side, next_side) == (1, 0)
    return is_whole and letter == next_letter == (-1, "") and next_number == number + 1
