"""Leaves of a file: "83", "13ob-15ob", "17a", and what they are counted in.

A leaf (лист, аркуш) has a front (recto) and a back (verso, оборот, зворот). Archives that paginate
give pages, old books columns: one is never turned into another.
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import field, frozen

from sovcite.model.errors import ModelError
from sovcite.model.numbers import NaturalKey, natural_key

Side = Literal["recto", "verso"]
LeafUnit = Literal["leaf", "page", "column"]

SIDE_MARKS: dict[Side, str] = {"recto": "r", "verso": "ob"}
_LEAF = re.compile(r"([0-9]+[a-z]{0,2}?)(ob|r)?")


@frozen(kw_only=True)
class Leaf:
    """One leaf: its number with its letter ("17a"), and the side where the citation names one."""

    number: str
    side: Side | None = None

    def __str__(self) -> str:
        return self.number + (SIDE_MARKS[self.side] if self.side else "")

    @property
    def sort_key(self) -> tuple[NaturalKey, str]:
        """Where the leaf stands in its file: number first, then front before back."""
        return (natural_key(self.number), self.side or "")


@frozen(kw_only=True)
class LeafRange:
    """One leaf, or leaves from first to last, with the unit they are counted in.

    >>> str(LeafRange.from_string("13ob-15ob"))
    '13ob-15ob'
    >>> LeafRange.from_string("17a").first
    Leaf(number='17a', side=None)
    """

    first: Leaf
    last: Leaf | None = None
    unit: LeafUnit = field(default="leaf")

    @classmethod
    def from_string(cls, text: str, unit: LeafUnit = "leaf") -> LeafRange:
        """Read "83", "83ob", "13-15", "17a-18ob", as they stand in JSON; raise ModelError for anything else."""
        ends = [_LEAF.fullmatch(part) for part in text.split("-")]
        if not 1 <= len(ends) <= 2 or not all(ends):
            raise ModelError(f"not a leaf or range of leaves: {text!r}; write them as '83', '83ob' or '13-15'")
        leaves = [
            Leaf(number=end[1], side={"ob": "verso", "r": "recto", None: None}[end[2]])
            for end in ends
            if end
        ]
        return cls(first=leaves[0], last=leaves[1] if len(leaves) == 2 else None, unit=unit)

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last else str(self.first)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Where the range stands in its file."""
        last = self.last.sort_key if self.last else ((), "")
        return (self.first.sort_key, last, self.unit)
