"""Names and the repositories they stand for, in tables: lookups.txt beside this file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.data.authority import (
    all_repositories,
    longest_name_words,
    lookup,
    nearest_names,
    repositories,
    repository,
)
from sovcite.data.rows import former_names_of, names_of, own_names_of
from sovcite.data.tables import name_key
from sovcite.model import DataError, Repository

TABLE = Path(__file__).with_name("lookups.txt").read_text(encoding="utf-8")
LOOKUPS = [
    (name.strip(), frozenset(ids.split()))
    for name, ids in (line.split("|") for line in TABLE.splitlines() if line and not line.startswith("#"))
]


@pytest.mark.parametrize(("name", "ids"), LOOKUPS, ids=[name for name, _ in LOOKUPS])
def test_lookup(name: str, ids: frozenset[str]) -> None:
    found = lookup(name)
    assert frozenset(found) == ids
    assert len(found) == len(ids)


def test_present_bearers_go_before_former_ones() -> None:
    assert lookup("ГАКО")[0] == "gako-kaliningrad"
    assert lookup("ГАКО").index("gako-kursk") < lookup("ГАКО").index("gato-tver")


def test_letters_apart_from_their_marks_are_the_same_name() -> None:
    name = "Российский государственный архив экономики"
    apart = unicodedata.normalize("NFD", name)
    assert apart != name
    assert lookup(apart) == lookup(name) == ("rgae",)


@pytest.mark.parametrize("row", all_repositories(), ids=lambda row: row.id)
def test_every_name_of_a_repository_leads_home(row: Repository) -> None:
    for name in (*own_names_of(row), *row.aliases):
        assert row.id in lookup(name), name
    for name in former_names_of(row):
        found = lookup(name)
        # a former name that another one bears now is that one's: ЦАОПИМ, which is a part of ЦГА Москвы today
        assert row.id in found or name_key(name) in {name_key(own) for own in own_names_of(repository(found[0]))}, name


def test_repository() -> None:
    assert repository("garf").cyrillic == "ГАРФ"
    assert [former.cyrillic for former in repository("rgva").former][:2] == ["ЦГАСА", "ЦГАКА"]


def test_unknown_id_names_the_nearest() -> None:
    with pytest.raises(DataError, match="no repository has the id 'rgaspy'; nearest is 'rgaspi'"):
        repository("rgaspy")


def test_all_in_the_order_of_ids() -> None:
    ids = [row.id for row in repositories()]
    assert ids == sorted(ids)
    assert repositories() == repositories("") == all_repositories()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ЦПА ИМЛ", "rgaspi"),
        ("ГАРФ", "garf"),
        ("rgada", "rgada"),
        ("NARA", "na-ra-adygea"),
        ("Vologda", "gavo-vologda"),
        ("Пермский государственный архив", "permgaspi"),
    ],
)
def test_first_match(query: str, first: str) -> None:
    assert repositories(query)[0].id == first


def test_an_equal_abbreviation_goes_before_names_that_hold_it() -> None:
    found = [row.id for row in repositories("ГАСО")]
    bearers = {"gaso-saratov", "gaso-sverdlovsk", "gaso-smolensk"}
    assert set(found[:3]) == bearers
    assert "tsgaso" in found[3:]


def test_an_ambiguous_abbreviation_finds_its_candidates() -> None:
    # Homel and Hrodna are candidates by the table of ambiguous abbreviations alone
    assert {"dahv-homel", "dahv-hrodna"} < set(lookup("GAGO"))
    assert {row.id for row in repositories("GAGO")[:3]} == set(lookup("GAGO"))


def test_nothing_found() -> None:
    assert repositories("нет такого архива") == ()


def test_longest_name_words() -> None:
    name = "Центральный государственный архив Октябрьской революции, высших органов государственной власти"
    assert len(name.split()) <= longest_name_words() <= 20


@pytest.mark.parametrize(
    ("query", "nearest"), [("РЦХИДНЫ", "РЦХИДНИ"), ("rgaspy", "RGASPI"), ("Volgda", "Vologda"), ("Xyz", "")]
)
def test_nearest_names(query: str, nearest: str) -> None:
    assert repositories(query) == ()
    assert nearest_names(query)[:1] == ((nearest,) if nearest else ())


_NAMES = sorted({name for row in all_repositories() for name in names_of(row) if len(name_key(name)) > 3})
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


@given(st.sampled_from(_NAMES), st.data())
def test_case_dots_spaces_and_look_alikes_do_not_matter(name: str, data: st.DataObject) -> None:
    ids = lookup(name)
    assert ids
    assert lookup(name.lower()) == lookup(name.upper()) == lookup(name.upper().translate(_LOOK_ALIKE)) == ids
    between = st.sampled_from(["", "", " ", ".", ". "])
    assert lookup("".join(letter + data.draw(between) for letter in name)) == ids
