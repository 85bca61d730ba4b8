"""The files of the table: every row is whole, and what is amiss in one is named."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sovcite.data import index, tables
from sovcite.data.authority import all_repositories
from sovcite.data.designators import designators
from sovcite.data.rows import Row, repository_from_row
from sovcite.model import DataError

ROW: Row = {"id": "garf", "name": "Государственный архив", "certainty": "high", "source": "its site"}


def test_ids_are_unique_and_plain() -> None:
    ids = Counter(str(row["id"]) for row in tables.repository_rows())
    assert [id_ for id_, number in ids.items() if number > 1] == []
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)] == []
    assert len(ids) == len(all_repositories()) >= 348


def test_every_row_has_what_a_reader_needs() -> None:
    for row in all_repositories():
        assert row.certainty in ("high", "medium", "low")
        assert row.source.strip()
        assert row.name.strip()
        assert row.cyrillic or row.latin, row.id
        assert re.fullmatch("[a-z]{2}", row.language or ""), row.id
        assert re.fullmatch("[A-Z]{2}", row.country or ""), row.id
        assert row.kind
        assert row.status in ("active", "historical")


def test_years_of_former_names() -> None:
    for row in all_repositories():
        for former in row.former:
            years = [year for year in (former.since, former.until) if year]
            assert all(re.fullmatch("[0-9]{4}s?", year) for year in years), (row.id, former)
            # "1990s" may well lie behind 1991
            exact = [year for year in years if len(year) == 4]
            assert exact == sorted(exact), (row.id, former)


def test_present_names_have_years_and_successors_that_exist() -> None:
    ids = {row.id for row in all_repositories()}
    for row in all_repositories():
        assert all(re.fullmatch("[0-9]{4}", year) for year in (row.since, row.until) if year), row.id
        assert row.successor is None or (row.successor in ids - {row.id} and row.until), row.id
    assert sum(row.since is not None for row in all_repositories()) == 50


# their archives are cited by boxes, folders and signatures, not by fond, opis and file
_ABROAD = {"cs", "de", "en", "fi", "fr"}


def test_every_language_has_its_designators() -> None:
    languages = {row.language for row in all_repositories()} - _ABROAD
    assert all(designators(language) for language in languages)
    assert set(tables.content_of(tables.DESIGNATORS)) == languages


def test_latin_abbreviations_hold_no_cyrillic() -> None:
    for row in all_repositories():
        latin = [row.latin, *(former.latin for former in row.former)]
        assert not [name for name in latin if name and re.search("[Ѐ-ӿ]", name)], row.id


def test_brackets_are_closed() -> None:
    for row in all_repositories():
        names = [row.name, row.name_latin, row.name_english, *row.aliases]
        names += [name for former in row.former for name in (former.cyrillic, former.latin, former.name)]
        assert not [name for name in names if name and name.count("(") != name.count(")")], row.id


def test_every_candidate_exists() -> None:
    known = {row.id for row in all_repositories()}
    candidates = index.ambiguous_candidates(tables.ambiguous_rows(), known)
    assert len(candidates) > 40
    assert all(set(ids) <= known for ids in candidates.values())


def test_ambiguous_rows_name_a_hint_and_a_source() -> None:
    for row in tables.ambiguous_rows():
        assert row.keys() - {"cyrillic"} == {"latin", "candidates", "hint", "source"}


def test_every_file_says_its_version_and_where_it_comes_from() -> None:
    assert len(tables.table_texts()) > 5
    for name, text in tables.table_texts().items():
        header = text.partition("\n\n")[0]
        assert all(line.startswith("# ") for line in header.splitlines()), name
        assert f"Data version {tables.DATA_VERSION}." in header, name
        assert "Compiled from public sources" in header, name


def test_former_names_and_prefixes_are_read() -> None:
    former = {"cyrillic": "ЦГАОР СССР", "since": "1961"}
    row = repository_from_row(
        {**ROW, "former": [former], "fond_prefixes": [{"prefix": "R"}], "aliases": ["ГА РФ"]}
    )
    assert row.former[0].cyrillic == "ЦГАОР СССР"
    assert row.former[0].since == "1961"
    assert row.fond_prefixes[0].prefix == "R"
    assert row.aliases == ("ГА РФ",)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"certainty": "sure"}, "repository 'garf': certainty is 'sure'; write high, medium or low"),
        ({"source": ""}, "repository 'garf': source is ''; write text or leave it out"),
        ({"source": None}, "repository 'garf': source missing"),
        ({"cyrilic": "ГАРФ"}, "repository 'garf': field 'cyrilic' unknown"),
        ({"latin": 7}, "repository 'garf': latin is 7"),
        ({"aliases": "ГА РФ"}, "repository 'garf': aliases is 'ГА РФ'; write a list of texts"),
        ({"aliases": [""]}, "repository 'garf': aliases is"),
        ({"former": [{"from": "1961"}]}, "repository 'garf', former name: field 'from' unknown"),
        ({"former": [{"since": "1961"}]}, "repository 'garf', former name: nothing is named"),
        ({"former": "ЦГАОР"}, "repository 'garf': former is not a list of tables"),
        ({"fond_prefixes": [{"use": "party"}]}, "repository 'garf', prefix of a fond: prefix missing"),
    ],
)
def test_what_is_amiss_in_a_row_is_named(wrong: Row, message: str) -> None:
    with pytest.raises(DataError, match=f"^{re.escape(message)}"):
        repository_from_row({**ROW, **wrong})


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"latin": "TsGA", "candidates": ["rgada"]}], "'TsGA': no repository has the id 'rgada'"),
        ([{"latin": "TsGA", "candidates": []}], "'TsGA': an abbreviation and its candidates are needed"),
        ([{"candidates": ["garf"]}], "'': an abbreviation and its candidates are needed"),
        (
            [{"latin": "TsGA", "candidates": ["garf"]}, {"latin": "Ts.G.A.", "candidates": ["garf"]}],
            "stands twice",
        ),
    ],
)
def test_what_is_amiss_in_an_ambiguous_row_is_named(rows: list[Row], message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)):
        index.ambiguous_candidates(rows, {"garf"})


def test_two_rows_with_one_id_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_kept", lambda: [ROW, {**ROW, "name": "another"}])
    with pytest.raises(DataError, match="two repositories have the id 'garf'"):
        index.all_rows.__wrapped__()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[repository]", "x.toml is no TOML"),
        ("[[repositry]]\nid = 'garf'", "x.toml: repositry unknown; write [[repository]]"),
    ],
)
def test_a_damaged_file_is_named(monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    monkeypatch.setattr(tables, "table_texts", lambda: {"x.toml": text})
    with pytest.raises(DataError, match=re.escape(message)):
        tables.repository_rows()


def test_the_fingerprint_follows_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    states = iter(["one", "two"])
    monkeypatch.setattr(tables, "package_state", lambda *_: next(states))
    assert tables.fingerprint.__wrapped__() != tables.fingerprint.__wrapped__()
