"""How leaves are printed: Л. 13, 47–49 об.; pages and columns never become leaves."""

from __future__ import annotations

import re

from sovcite.data.letters import cyrillic_number, leaf_number
from sovcite.data.style_rows import Style
from sovcite.model import Leaf, LeafRange, StyleLimit

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


def _print_range(leaves: LeafRange, style: Style) -> str:
    ends = [leaves.first, leaves.last] if leaves.last else [leaves.first]
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
    if not style.letters and number.endswith(_SIDES_IN_LATIN):
        side = f"{'back' if number.endswith('v') else 'front'} of leaf {number[:-1]}"
        raise StyleLimit(f"leaf {number!r} would be read as the {side} in style {style.id!r}")
    if leaf_number(number) == number:
        printed = cyrillic_number(number, style.letters) if style.letters else number
        if _LEAF.fullmatch(printed):
            return printed
    raise StyleLimit(f"leaf {number!r} could not be read back in style {style.id!r}")
