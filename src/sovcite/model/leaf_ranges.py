"""Reckoning with leaves: which lie in which, which overlap, what they are together, how many they are.

A leaf has two sides, front (recto) and back (verso). "13" is the whole leaf, "13ob" its back alone, "13-15" all
from the front of 13 to the back of 15, "13ob-15" from the back of 13. Pages and columns have one side. An inserted
leaf stands behind its number (17, 17a, 17b, 18), its letters in the order of the Russian alphabet (а, б, в), which
the model writes a, b, v. What cannot be reckoned with – leaves against pages, a range that runs backwards, such as
the short form 137-38 – is a ModelError or, where a number is asked for, None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from attrs import evolve

from sovcite.model.errors import ModelError
from sovcite.model.leaves import Leaf, LeafRange

# number, letter, side: where a side of a leaf lies in its file
Place = tuple[int, tuple[int, str], int]

_NUMBER = re.compile(r"([0-9]+)([^0-9]*)")
# Cyrillic letters as the model writes them; the Latin c stands behind a and b
_LETTERS = (
    "a", "b", "c", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch", "sh", "shch", "y", "iu", "ia",
)  # fmt: skip
_FRONT, _BACK = 0, 1


def in_full(leaves: LeafRange) -> LeafRange:
    """Give a range with the whole number of its last leaf: 137-38 is 137-138.

    >>> [str(in_full(LeafRange.from_string(one))) for one in ("149-50", "34-7", "5-12", "137ob-38a", "7")]
    ['149-150', '34-37', '5-12', '137ob-138a', '7']
    """
    if leaves.last is None:
        return leaves
    begun, ended = _NUMBER.fullmatch(leaves.first.number), _NUMBER.fullmatch(leaves.last.number)
    if begun is None or ended is None or len(ended[1]) >= len(begun[1]):
        return leaves
    whole = begun[1][: -len(ended[1])] + ended[1]
    if int(whole) <= int(begun[1]):
        return leaves
    return evolve(leaves, last=evolve(leaves.last, number=whole + ended[2]))


def contains(whole: LeafRange, part: LeafRange) -> bool:
    """Say whether all of one range lies in another; raise ModelError where they cannot be compared.

    >>> contains(LeafRange.from_string("13-15"), LeafRange.from_string("14ob"))
    True
    >>> contains(LeafRange.from_string("13ob-15"), LeafRange.from_string("13"))
    False
    """
    _same_unit(whole, part)
    (first, last), (part_first, part_last) = ends(whole), ends(part)
    return first <= part_first and part_last <= last


def overlaps(one: LeafRange, other: LeafRange) -> bool:
    """Say whether two ranges have a side of a leaf in common; raise ModelError where they cannot be compared.

    >>> overlaps(LeafRange.from_string("13-15"), LeafRange.from_string("15ob-20"))
    True
    >>> overlaps(LeafRange.from_string("13r"), LeafRange.from_string("13ob"))
    False
    """
    _same_unit(one, other)
    (first, last), (other_first, other_last) = ends(one), ends(other)
    return first <= other_last and other_first <= last


def union(ranges: Iterable[LeafRange]) -> tuple[LeafRange, ...]:
    """Give the same sides in order, each once; leaves, pages and columns each for themselves.

    Ranges that overlap, and the two sides of one leaf, are joined. Leaves that follow each other (13, 14) are not:
    a leaf 13a may stand between them. Raise ModelError for a range that runs backwards.

    >>> [str(one) for one in union(LeafRange.from_string(text) for text in ("20", "13-15", "15-17ob", "20"))]
    ['13-17ob', '20']
    """
    joined: list[LeafRange] = []
    in_order = sorted(ranges, key=lambda one: (one.unit, ends(one)))
    for _, of_unit in groupby(in_order, key=lambda one: one.unit):
        runs: list[LeafRange] = []
        for one in of_unit:
            if runs and _meet(runs[-1], one):
                runs[-1] = join(runs[-1], one)
            else:
                runs.append(one)
        joined += runs
    return tuple(joined)


def count_leaves(ranges: Iterable[LeafRange]) -> int | None:
    """Count the leaves (or pages, or columns) that are named in whole or in part, each once.

    None where that is not known: leaves beside pages, a range that runs backwards, one from or to an inserted
    leaf (17a-18). Inserted leaves that a range passes over unnamed are not counted.

    >>> count_leaves(LeafRange.from_string(text) for text in ("13-15", "15ob", "20"))
    4
    """
    named = tuple(ranges)
    if count_sides(named) is None:
        return None
    sides = count_sides(evolve(one, first=_whole(one.first), last=one.last and _whole(one.last)) for one in named)
    is_leaves = any(one.unit == "leaf" for one in named)
    return sides // 2 if sides is not None and is_leaves else sides


def count_sides(ranges: Iterable[LeafRange]) -> int | None:
    """Count the sides, each once: two a leaf, one where a verso or recto is named; a page or column has one.

    None where count_leaves gives None.

    >>> count_sides([LeafRange.from_string("13ob-15")]), count_sides([LeafRange.from_string("12-13", "page")])
    (5, 2)
    """
    try:
        runs = union(ranges)
    except ModelError:
        return None
    if len({run.unit for run in runs}) > 1:
        return None
    total = 0
    for run in runs:
        (number, letters, side), (last_number, last_letters, last_side) = ends(run)
        if letters != last_letters or (number != last_number and letters != _NO_LETTER):
            return None
        sides = 2 if run.unit == "leaf" else 1
        total += sides * (last_number - number) + last_side - side + 1
    return total


def ends(one: LeafRange) -> tuple[Place, Place]:
    """Give the first and the last side of a range; raise ModelError where it runs backwards or has no number."""
    first, last = _place(one, one.first, _FRONT), _place(one, one.last or one.first, _BACK)
    if last < first:
        raise ModelError(f"range runs backwards: '{one}'; write its last number in full, or its ends in order")
    return first, last


def join(one: LeafRange, other: LeafRange) -> LeafRange:
    """Give the range from the first side of both to the last; raise ModelError where they cannot be compared."""
    _same_unit(one, other)
    first = min((one, other), key=lambda leaves: ends(leaves)[0]).first
    longest = max((one, other), key=lambda leaves: ends(leaves)[1])
    last = longest.last or longest.first
    if first.number == last.number and (first == last or {first.side, last.side} != {first.side}):
        # 13r and 13ob are leaf 13
        return evolve(one, first=first if first == last else _whole(first), last=None)
    return evolve(one, first=first, last=last)


_NO_LETTER = (-1, "")


def _place(one: LeafRange, leaf: Leaf, side: int) -> Place:
    match = _NUMBER.fullmatch(leaf.number)
    if match is None:
        raise ModelError(f"not the number of a leaf: {leaf.number!r}; write it as '83' or '17a'")
    letters = match[2]
    known = _LETTERS.index(letters) if letters in _LETTERS else len(_LETTERS)
    if one.unit != "leaf":
        side = _FRONT
    elif leaf.side:
        side = _FRONT if leaf.side == "recto" else _BACK
    return int(match[1]), (known, letters) if letters else _NO_LETTER, side


def _meet(one: LeafRange, later: LeafRange) -> bool:
    """Say whether a range that begins no earlier overlaps one, or is the other side of its last leaf."""
    last, first = ends(one)[1], ends(later)[0]
    return first <= last or (first[:2] == last[:2] and (last[2], first[2]) == (_FRONT, _BACK))


def _whole(leaf: Leaf) -> Leaf:
    return evolve(leaf, side=None)


def _same_unit(one: LeafRange, other: LeafRange) -> None:
    if one.unit != other.unit:
        units = {"leaf": "leaves", "page": "pages", "column": "columns"}
        said = f"'{one}' counts in {units[one.unit]} and '{other}' in {units[other.unit]}"
        raise ModelError(f"{said}: they cannot be compared")
