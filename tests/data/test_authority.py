"""Names and the repositories they stand for, in tables: lookups.txt beside this file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from sovcite.data.authority import (
    all_repositories,
    longest_name_words,
    lookup,
    repositories,
    repository,
)
from sovcite.model import DataError

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


def test_every_own_abbreviation_leads_home() -> None:
    for row in all_repositories():
        for abbreviation in (row.cyrillic, row.latin):
            assert abbreviation is None or row.id in lookup(abbreviation), abbreviation


def test_every_alias_and_former_name_is_known() -> None:
    for row in all_repositories():
        names = [
            *row.aliases,
            *(former.cyrillic or former.latin or former.name or "" for former in row.former),
        ]
        for name in names:
            assert lookup(name) or len(name) <= 3, f"{row.id}: {name}"


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
