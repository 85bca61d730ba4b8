"""How leaves are printed: Л. 13, 47–49 об.; pages and columns never become leaves."""

from __future__ import annotations

import re

from attrs import evolve

from sovcite.data.letters import leaf_number
from sovcite.data.style import Style
from sovcite.formatting.numbers import in_letters
from sovcite.model import Leaf, LeafRange, StyleLimit
from sovcite.model.leaf_ranges import in_full

_LEAF = re.compile(r"[0-9]+[^\W\d_]?")
# behind a number in Latin letters these are the back and the front of the leaf, never its letter
_SIDES_IN_LATIN = ("v", "r")


def print_leaves(leaves: tuple[LeafRange, ...], style: Style) -> str:
    """Print leaves with their label; raise StyleLimit for what the style has no mark for or would blur.

    >>> from sovcite.data.style_table import style_by_id
    >>> leaves = (LeafRange.from_string("13ob-15ob"), LeafRange.from_string("17a"))
    >>> print_leaves(leaves, style_by_id("gost"))
    'Л. 13 об.–15 об., 17а'
    >>> print_leaves((LeafRange(first=Leaf(number="5v")),), style_by_id("english"))
    Traceback (most recent call last):
    sovcite.model.errors.StyleLimit: leaf '5v' would be read as the back of leaf 5 in style 'english'
    """
    unit = leaves[0].unit
    if any(one.unit != unit for one in leaves):
        units = ", ".join(sorted({one.unit for one in leaves}))
        raise StyleLimit(f"leaves counted in several ways ({units}) cannot be printed in one citation")
    label = style.labels.get(unit)
    if label is None:
        raise StyleLimit(f"style {style.id!r} has no word for {unit} {str(leaves[0])!r}")
    several = len(leaves) > 1 or leaves[0].last is not None
    printed = style.leaf_separator.join(_print_range(one, style) for one in leaves)
    return (label.many if several else label.one).replace("{}", printed)


def _short_end(leaves: LeafRange) -> LeafRange:
    """Leave out the digits of the last leaf that are those of the first, but for 10 to 19: 149-50, 15-17."""
    first, last = leaves.first, leaves.last
    if last is None or first.side or last.side or len(first.number) != len(last.number):
        return leaves
    if len(last.number) == 2 and last.number.startswith("1"):
        # so Figes and Kotkin: 15–17, 18–19, but 410–1
        return leaves
    pairs = zip(first.number, last.number, strict=True)
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), 0)
    short = evolve(leaves, last=evolve(last, number=last.number[same:]))
    return short if in_full(short) == leaves else leaves


def _print_range(leaves: LeafRange, style: Style) -> str:
    printed = _short_end(leaves) if style.short_ranges else leaves
    ends = [printed.first, printed.last] if printed.last else [printed.first]
    return style.dash.join(_print_leaf(end, style) for end in ends)


def _print_leaf(leaf: Leaf, style: Style) -> str:
    printed = _print_leaf_number(leaf.number, style)
    if leaf.side is None:
        return printed
    mark = style.verso if leaf.side == "verso" else style.recto
    if mark is None:
        raise StyleLimit(f"style {style.id!r} has no mark for the {leaf.side} of leaf {leaf.number}")
    return printed + mark


def _print_leaf_number(number: str, style: Style) -> str:
    if style.script == "latin" and number.endswith(_SIDES_IN_LATIN):
        side = f"{'back' if number.endswith('v') else 'front'} of leaf {number[:-1]}"
        raise StyleLimit(f"leaf {number!r} would be read as the {side} in style {style.id!r}")
    if leaf_number(number) == number:
        printed = in_letters(number, style)
        if _LEAF.fullmatch(printed):
            return printed
    raise StyleLimit(f"leaf {number!r} could not be read back in style {style.id!r}")
