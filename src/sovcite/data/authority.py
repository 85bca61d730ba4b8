"""The repositories that are known, and which of them a name stands for.

A repository is known by its abbreviation and name in Cyrillic and Latin letters, by forms met in print, and
by the names that it, or an archive merged into it, bore before: ЦПА ИМЛ is the RGASPI of today.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sovcite.data.index import all_rows, index
from sovcite.data.tables import DATA_VERSION, name_key
from sovcite.model import DataError

if TYPE_CHECKING:
    from sovcite.model import Repository

__all__ = ["DATA_VERSION", "all_repositories", "longest_name_words", "lookup", "repositories", "repository"]


def all_repositories() -> tuple[Repository, ...]:
    """Give every repository of the table, in the order of their ids; raise DataError for a damaged table."""
    return all_rows()


def repository(id: str) -> Repository:
    """Give the repository with this id; raise DataError for an id that is not in the table.

    >>> repository("rgada").cyrillic
    'РГАДА'
    >>> repository("rgadaa")
    Traceback (most recent call last):
    sovcite.model.errors.DataError: no repository has the id 'rgadaa'; nearest is 'rgada'
    """
    found = _by_id().get(id)
    if found is None:
        raise DataError(f"no repository has the id {id!r}{_nearest(id)}")
    return found


# so short a name is as often a word or a designator: era, pro, or, op.
_SHORT = 3


@lru_cache(maxsize=4096)
def lookup(name: str) -> tuple[str, ...]:
    """Give the ids of the repositories that a name can stand for: none unknown, one sure, several candidates.

    Case, dots, spaces and look-alike letters are passed over; only a name of up to three letters must be
    written as one, in capitals ("ERA", not "era"; "ИсА"). A name that just one repository bears now is that
    one's, even if others bore it before; ambiguous.toml goes before that.

    Source: the table of repositories.

    >>> lookup("ЦПА ИМЛ"), lookup("G.A.R.F."), lookup("АГЦТМ")
    (('rgaspi',), ('garf',), ())
    >>> lookup("НА РБ")
    ('na-rb-bashkortostan', 'garb-buriatiia', 'narb')
    """
    key = name_key(name)
    if len(key) <= _SHORT and not _is_written_as_abbreviation(name):
        return ()
    return tuple(index().ids.get(key, ()))


def _is_written_as_abbreviation(name: str) -> bool:
    capitals = sum(letter.isupper() for letter in name)
    return capitals >= 2 or name == name.upper()


def repositories(query: str | None = None) -> tuple[Repository, ...]:
    """Give all repositories, or those whose id, city, or any present or former name contains the query.

    The best come first: those with that abbreviation, then those with that name, present or former, or among
    whose candidates it stands, then the rest by id. Raise DataError for a damaged table.

    Source: the table of repositories; each row names its own source and how sure it is.

    >>> repositories("ЦПА ИМЛ")[0].id
    'rgaspi'
    >>> [row.latin for row in repositories("Vologda")]
    ['GAVO', 'VOANPI']
    """
    wanted = name_key(query or "")
    if not wanted:
        return all_repositories()
    meant = lookup(query or "")
    ranked = ((_rank(row, wanted, meant), row) for row in all_repositories())
    return tuple(row for rank, row in sorted(ranked, key=lambda pair: pair[0]) if rank < _NOT_FOUND)


_NOT_FOUND = 3


def _rank(row: Repository, wanted: str, meant: tuple[str, ...]) -> int:
    if wanted in (name_key(row.cyrillic or ""), name_key(row.latin or "")):
        return 0
    keys = _keys()[row.id]
    if row.id in meant or wanted in keys:
        return 1
    return 2 if any(wanted in key for key in keys) else _NOT_FOUND


@cache
def _keys() -> dict[str, frozenset[str]]:
    """Fold all that a repository is found by."""
    from sovcite.data.rows import names_of

    return {
        row.id: frozenset(name_key(name) for name in (row.id, row.city or "", *names_of(row)))
        for row in all_repositories()
    }


def longest_name_words() -> int:
    """Give the number of words, parted by spaces, in the longest name that lookup knows."""
    return index().longest


@cache
def _by_id() -> dict[str, Repository]:
    return {row.id: row for row in all_repositories()}


def _nearest(id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(id, _by_id(), n=1, cutoff=0.0)
    return f"; nearest is {near[0]!r}" if near else ""
