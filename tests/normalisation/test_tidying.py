"""Pairs of citations in a table, lists of leaves tidied as asked, repositories under present and former names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite import Citation, RepositoryName, normalise, parse
from sovcite.data.authority import all_repositories
from sovcite.model import LeafRange, ModelError, count_leaves
from sovcite.normalisation.leaves import STEPS, merge, tidied

_LINES = Path(__file__).with_name("citations.txt").read_text(encoding="utf-8").splitlines()
_PAIRS = [
    (kind, *map(str.strip, pair.split("|")))
    for kind, _, pair in (line.partition(": ") for line in _LINES if line and not line.startswith("#"))
]
_ALL = ("expand", "unique", "sort", "merge")


def _relation(one: Citation, other: Citation) -> str:
    if normalise(one) == normalise(other):
        return "equal"
    steps = ("expand", "unique", "sort")
    if normalise(one, leaves=steps) == normalise(other, leaves=steps):
        return "equivalent"
    try:
        return "equivalent" if normalise(one, leaves=_ALL) == normalise(other, leaves=_ALL) else "different"
    except ModelError:
        # a range that runs backwards is joined with nothing
        return "different"


@pytest.mark.parametrize(("kind", "one", "other"), _PAIRS)
def test_pairs(kind: str, one: str, other: str) -> None:
    assert _relation(parse(one), parse(other)) == kind


# leaves as printed / steps / what they become; as in notes of the development corpus
TIDIED = [
    ("137-38", ["expand"], "137-138"),
    ("137-8", ["expand"], "137-138"),
    ("1137-38ob", ["expand"], "1137-1138ob"),
    ("137ob-38", ["expand"], "137ob-138"),
    ("147-42", ["expand"], "147-42"),
    ("47-42", ["expand"], "47-42"),
    ("9-11", ["expand"], "9-11"),
    ("137-38", ["unique", "sort"], "137-38"),
    ("13 33 13", ["unique"], "13 33"),
    ("13 13ob 13", ["unique"], "13 13ob"),
    ("33 9 17a 17", ["sort"], "9 17 17a 33"),
    ("33 9 33", ["sort"], "9 33 33"),
    ("13 14 15 17", ["merge"], "13-15 17"),
    ("13ob 14", ["merge"], "13ob-14"),
    ("13 14ob", ["merge"], "13 14ob"),
    ("13 13ob", ["merge"], "13"),
    ("17 17a 18", ["merge"], "17 17a 18"),
    ("20 5 137-38", ["merge", "expand"], "5 20 137-138"),
    ("33 13", [], "33 13"),
]


def _leaves(text: str) -> tuple[LeafRange, ...]:
    return tuple(LeafRange.from_string(one) for one in text.split())


@pytest.mark.parametrize(("leaves", "steps", "tidy"), TIDIED)
def test_tidied(leaves: str, steps, tidy: str) -> None:
    assert " ".join(map(str, tidied(_leaves(leaves), steps))) == tidy


def test_pages_are_never_joined_with_leaves() -> None:
    leaves = (LeafRange.from_string("14", "page"), LeafRange.from_string("13"), LeafRange.from_string("13", "page"))
    assert [(str(one), one.unit) for one in merge(leaves)] == [("13", "leaf"), ("13-14", "page")]


def test_an_unknown_step_is_named() -> None:
    with pytest.raises(ModelError, match=r"^leaves cannot be 'merged'; the steps are expand, unique, sort, merge$"):
        normalise(Citation(), leaves=["merged"])  # type: ignore[list-item]


def test_a_range_that_runs_backwards_is_not_joined() -> None:
    with pytest.raises(ModelError, match="runs backwards: '47-42'"):
        normalise(Citation(leaves=_leaves("47-42 5")), leaves=["merge"])


_one = st.builds("{}{}".format, st.integers(1, 200), st.sampled_from(["", "", "ob", "a"]))
_lists = st.lists(
    st.builds(lambda first, last: LeafRange.from_string(f"{first}-{last}" if last else first), _one, st.none() | _one),
    max_size=5,
).map(tuple)


@given(_lists, st.sets(st.sampled_from(list(STEPS))))
def test_tidying_twice_is_tidying_once(leaves, steps) -> None:
    try:
        once = tidied(leaves, steps)
    except ModelError:
        return
    assert tidied(once, steps) == once
    if steps == {"merge"} and count_leaves(leaves) is not None:
        assert count_leaves(once) == count_leaves(leaves)


# id, as written / way of naming, script / as the table has it; source: the table of repositories
NAMED = [
    ("rgaspi", "TsPA IML", "present", None, "RGASPI"),
    ("rgaspi", "TsPA IML", "present", "cyrillic", "РГАСПИ"),
    ("rgaspi", "TsPA IML", "historical", None, "TsPA IML"),
    ("rgaspi", "Ц.П.А. ИМЛ", "historical", "latin", "TsPA IML"),
    ("rgaspi", "RCChIDNI", "historical", None, "RCChIDNI"),
    ("rgaspi", "РГАСПИ", "historical", "latin", "RGASPI"),
    ("rgaspi", "РГАСПИ", 1985, None, "ЦПА ИМЛ"),
    ("rgaspi", "RGASPI", 2010, None, "RGASPI"),
    ("garf", "ЦГАОР СССР", "historical", "latin", "TsGAOR SSSR"),
    ("rgva", "РГВА", 1939, "latin", "TsAKA"),
    ("tsdaho", "ЦДАГОУ", "present", "latin", "TsDAHO"),
    ("agad", "AGAD", "present", "cyrillic", "AGAD"),
]


@pytest.mark.parametrize(("id_", "written", "naming", "script", "expected"), NAMED)
def test_named(id_: str, written: str, naming, script, expected: str) -> None:
    citation = Citation(repository=RepositoryName(written=written, id=id_), fond="17")
    normal = normalise(citation, repository=naming, script=script)
    assert normal == citation
    assert normal.repository
    assert normal.repository.written == expected
    again = normalise(normal, repository=naming, script=script)
    assert again.repository
    assert again.repository.written == expected


@pytest.mark.parametrize(
    ("id_", "naming", "message"),
    [
        ("rgaspi", 1995, "'rgaspi' goes by RTsKhIDNI and TsKhDMO in 1995; use its present or its written name"),
        ("rgaspi", 1890, "no name of 'rgaspi' is known for 1890; use its present or its written one"),
        ("rgaspi", "former", "no way of naming is called 'former'; write present, historical or a year"),
        ("rgaspi", True, "no way of naming is called True; write present, historical or a year"),
    ],
)
def test_a_name_is_never_guessed(id_: str, naming, message: str) -> None:
    with pytest.raises(ModelError, match=f"^{message}$"):
        normalise(Citation(repository=RepositoryName(written="X", id=id_)), repository=naming)


@pytest.mark.parametrize("row", all_repositories(), ids=lambda row: row.id)
def test_every_former_name_stays_the_one_that_it_is(row) -> None:
    for former in row.former:
        for written in filter(None, (former.cyrillic, former.latin, former.name)):
            name = RepositoryName(written=written, id=row.id)
            once = normalise(Citation(repository=name), repository="historical")
            assert once.repository
            assert once.repository.written
            assert normalise(once, repository="historical").repository.written == once.repository.written  # type: ignore[union-attr]
