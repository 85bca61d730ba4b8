"""From a folded name to the repositories that bear it: made of the table once, then kept in the cache.

What makes it is loaded only where it has to be made.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sovcite.data.saved import saved
from sovcite.data.tables import ambiguous_rows, fingerprint, name_key, repository_rows
from sovcite.model import DataError

if TYPE_CHECKING:
    from sovcite.data.rows import Row
    from sovcite.model import Repository


class Index(NamedTuple):
    """The ids for each folded name, and the number of words in the longest name."""

    ids: dict[str, list[str]]
    longest: int


@cache
def index() -> Index:
    """Give the index; the tables are not parsed where it is kept."""
    kept = marshal.loads(saved("names", fingerprint(), lambda: marshal.dumps(tuple(_packaged()))))
    return Index(*kept)


@cache
def all_rows() -> tuple[Repository, ...]:
    """Give every repository in the order of the ids; raise DataError for a row that is amiss."""
    from sovcite.data.rows import repository_from_row

    rows = sorted(map(repository_from_row, _kept()), key=lambda row: row.id)
    for one, next_one in pairwise(rows):
        if one.id == next_one.id:
            raise DataError(f"two repositories have the id {one.id!r}")
    return tuple(rows)


@cache
def row_of(id: str) -> Repository | None:
    """Give the repository with an id, None where there is none; all others are left unmade."""
    from sovcite.data.rows import repository_from_row

    row = _by_id().get(id)
    return None if row is None else repository_from_row(row)


@cache
def _kept() -> list[Row]:
    return list(marshal.loads(saved("repositories", fingerprint(), lambda: marshal.dumps(repository_rows()))))


@cache
def _by_id() -> dict[object, Row]:
    return {row.get("id"): row for row in _kept()}


def _packaged() -> Index:
    return index_of(all_rows(), ambiguous_rows())


def index_of(rows: Sequence[Repository], ambiguous: list[Row]) -> Index:
    """Make the index of repositories and of the rows of ambiguous abbreviations."""
    from sovcite.data.rows import names_of, own_names_of

    bearers = _bearers((row.id, names_of(row)) for row in rows)
    owners = _bearers((row.id, own_names_of(row)) for row in rows)
    # a name that one repository bears now is that one's, whoever bore it before; of several they go first
    ids = {
        key: owners[key]
        if len(owners.get(key, ())) == 1
        else list(dict.fromkeys([*owners.get(key, ()), *borne]))
        for key, borne in bearers.items()
    }
    # what no row says itself: present abbreviations in other schemes, then former ones, then long names by their stems
    former = {row.id: [one.cyrillic for one in row.former] for row in rows}
    for further in (
        _bearers((row.id, _romanised(row, [row.cyrillic])) for row in rows),
        _bearers((row.id, _romanised(row, former[row.id])) for row in rows),
        _stems(rows),
    ):
        ids |= {key: borne for key, borne in further.items() if key not in ids}
    ids |= ambiguous_candidates(ambiguous, {row.id for row in rows})
    longest = max((len(name.split()) for row in rows for name in names_of(row)), default=0)
    return Index(ids=ids, longest=longest)


def _romanised(row: Repository, abbreviations: Iterable[str | None]) -> Iterable[str]:
    """Give abbreviations in Latin letters by each scheme that print uses: TsDAHO, CDAHO, CzDAGO."""
    from sovcite.data.transliteration import CYRILLIC_LANGUAGES, SCHEMES, romanise

    russian, *_ = CYRILLIC_LANGUAGES
    language = next((one for one in CYRILLIC_LANGUAGES if one == row.language), russian)
    return (romanise(name, scheme, language) for name in abbreviations if name for scheme in SCHEMES)


def _bearers(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    bearers: dict[str, list[str]] = {}
    for id_, names in named:
        # in the order of the rows: the index is the same in every process
        for key in dict.fromkeys(filter(None, map(name_key, names))):
            bearers.setdefault(key, []).append(id_)
    return bearers


def _stems(rows: Sequence[Repository]) -> dict[str, list[str]]:
    """Give the ids for each long name without its endings; the blanks keep these keys apart from folded names."""
    from sovcite.data.rows import names_of
    from sovcite.data.stems import stem_key

    bearers: dict[str, list[str]] = {}
    for row in rows:
        for key in dict.fromkeys(filter(None, map(stem_key, names_of(row)))):
            bearers.setdefault(key, []).append(row.id)
    return bearers


def ambiguous_candidates(rows: list[Row], known: set[str]) -> dict[str, list[str]]:
    """Give the candidates for each folded abbreviation; raise DataError for an unknown or missing one."""
    from sovcite.data.rows import texts

    candidates: dict[str, list[str]] = {}
    for row in rows:
        abbreviations = [name for name in (row.get("cyrillic"), row.get("latin")) if isinstance(name, str)]
        where = f"ambiguous abbreviation {' '.join(abbreviations)!r}"
        ids = texts(row, "candidates", where)
        for id_ in ids:
            if id_ not in known:
                raise DataError(f"{where}: no repository has the id {id_!r}")
        if not ids or not abbreviations:
            raise DataError(f"{where}: an abbreviation and its candidates are needed")
        for key in dict.fromkeys(map(name_key, abbreviations)):
            if key in candidates:
                raise DataError(f"{where} stands twice")
            candidates[key] = list(ids)
    return candidates
