"""Reckoning with leaves: the table leaves.txt, and what holds for any leaves."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.model import LeafRange, ModelError, contains, count_leaves, count_sides, overlaps, union
from sovcite.model.leaf_ranges import ends

_LINES = Path(__file__).with_name("leaves.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(map(str.strip, line.partition(":")[::2])) for line in _LINES if line and not line.startswith("#")]


def _leaves(text: str) -> list[LeafRange]:
    return [LeafRange.from_string(one) for one in text.split()]


def _rows(kind: str) -> list[tuple[str, ...]]:
    return [tuple(map(str.strip, row.split("|"))) for name, row in ROWS if name == kind]


def test_every_line_is_held() -> None:
    assert {kind for kind, _ in ROWS} == {"contains", "equal", "apart", "overlaps", "union", "count"}


def _relation(one: str, other: str) -> str:
    (a,), (b,) = _leaves(one), _leaves(other)
    assert overlaps(a, b) == overlaps(b, a)
    there, back = contains(a, b), contains(b, a)
    if there and back:
        return "equal"
    if there or back:
        assert overlaps(a, b)
        return "contains" if there else "is contained"
    return "overlaps" if overlaps(a, b) else "apart"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [(kind, *row) for kind in ("contains", "equal", "apart", "overlaps") for row in _rows(kind)],
)
def test_relations(kind: str, one: str, other: str) -> None:
    assert _relation(one, other) == kind


@pytest.mark.parametrize(("leaves", "joined"), _rows("union"))
def test_union(leaves: str, joined: str) -> None:
    assert " ".join(map(str, union(_leaves(leaves)))) == joined


@pytest.mark.parametrize(("leaves", "number", "sides"), _rows("count"))
def test_count(leaves: str, number: str, sides: str) -> None:
    assert (count_leaves(_leaves(leaves)) or "?", count_sides(_leaves(leaves)) or "?") == (
        int(number) if number != "?" else "?",
        int(sides) if sides != "?" else "?",
    )


def test_no_leaves_are_none() -> None:
    assert (union([]), count_leaves([]), count_sides([])) == ((), 0, 0)


def test_pages_and_columns_have_one_side() -> None:
    pages = [LeafRange.from_string("12-14", "page"), LeafRange.from_string("14", "page")]
    assert (count_leaves(pages), count_sides(pages)) == (3, 3)
    assert [str(one) for one in union(pages)] == ["12-14"]


def test_what_is_counted_in_other_units_cannot_be_compared() -> None:
    leaf, page = LeafRange.from_string("5"), LeafRange.from_string("5", "page")
    for ask in (contains, overlaps):
        with pytest.raises(ModelError, match=r"^'5' counts in leaves and '5' in pages: they cannot be compared$"):
            ask(leaf, page)
    assert set(union([leaf, page])) == {leaf, page}
    assert count_leaves([leaf, page]) is None


@pytest.mark.parametrize("text", ["137-38", "15-13", "13ob-13r"])
def test_a_range_that_runs_backwards_is_an_error(text: str) -> None:
    for ask in (lambda one: union([one]), lambda one: contains(one, one), lambda one: overlaps(one, one)):
        with pytest.raises(ModelError, match=f"^range runs backwards: '{text}'; write its last number in full"):
            ask(LeafRange.from_string(text))


_one = st.builds(
    "{}{}{}".format, st.integers(1, 30), st.sampled_from(["", "", "", "a", "b"]), st.sampled_from(["", "ob", "r"])
)
_ranges = st.builds(
    lambda first, last: LeafRange.from_string(f"{first}-{last}" if last else first), _one, st.none() | _one
).filter(lambda one: _is_forward(one))


def _is_forward(one: LeafRange) -> bool:
    try:
        ends(one)
    except ModelError:
        return False
    return True


@given(st.lists(_ranges, max_size=6))
def test_union_holds_just_what_it_is_made_of(ranges: list[LeafRange]) -> None:
    joined = union(ranges)
    assert union(joined) == joined
    assert all(any(contains(whole, part) for whole in joined) for part in ranges)
    assert all(any(overlaps(whole, part) for part in ranges) for whole in joined)
    assert not any(overlaps(one, other) for one, other in pairwise(joined))
    assert count_sides(joined) == count_sides(ranges)
    assert count_leaves(joined) == count_leaves(ranges)
    assert [ends(one) for one in union(reversed(ranges))] == [ends(one) for one in joined]


@given(_ranges, _ranges, _ranges)
def test_contains_is_an_order(one: LeafRange, other: LeafRange, third: LeafRange) -> None:
    assert contains(one, one)
    assert not (contains(one, other) and contains(other, third)) or contains(one, third)
    assert not contains(one, other) or overlaps(one, other)


@given(_ranges)
def test_a_leaf_has_one_side_or_two(one: LeafRange) -> None:
    leaves, sides = count_leaves([one]), count_sides([one])
    if leaves is not None and sides is not None:
        assert 2 * leaves - 2 <= sides <= 2 * leaves
