"""The repositories that are known, and which of them a name stands for.

A repository is known by its abbreviation and name in Cyrillic and Latin letters, by forms met in print, and
by the names that it, or an archive merged into it, bore before: ЦПА ИМЛ is the RGASPI of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING

from sovcite.data.index import all_rows, index, row_of
from sovcite.data.tables import DATA_VERSION, name_key
from sovcite.model import DataError

if TYPE_CHECKING:
    from sovcite.data.overlay import Overlay
    from sovcite.model import Repository

__all__ = [
    "DATA_VERSION", "all_repositories", "known_repository", "longest_name_words", "lookup", "nearest_names", "overlaid",
    "overlay_in_force", "repositories", "repository",
]  # fmt: skip

_overlay: ContextVar[Overlay | None] = ContextVar("overlay", default=None)


@contextmanager
def overlaid(overlay: Overlay | None) -> Iterator[None]:
    """Put a user's own rows over the table for all that is read meanwhile, in this thread or task alone.

    >>> from sovcite.data.configuration import Configuration
    >>> from sovcite.data.overlay import overlay_from
    >>> rows = [{"id": "agtstm", "cyrillic": "АГЦТМ", "name": "Архив Театрального музея им. Бахрушина"}]
    >>> with overlaid(overlay_from(Configuration("sovcite.toml", {"repository": rows}))):
    ...     lookup("АГЦТМ")
    ('agtstm',)
    >>> lookup("АГЦТМ")
    ()
    """
    token = _overlay.set(overlay)
    try:
        yield
    finally:
        _overlay.reset(token)


def overlay_in_force() -> Overlay | None:
    """Give the user's own rows that lie over the table now, None where there are none."""
    return _overlay.get()


def all_repositories() -> tuple[Repository, ...]:
    """Give every repository of the table, in the order of their ids; raise DataError for a damaged table."""
    return tuple(_by_id(_overlay.get()).values())


def repository(id: str) -> Repository:
    """Give the repository with this id; raise DataError for an id that is not in the table.

    >>> repository("rgada").cyrillic
    'РГАДА'
    >>> repository("rgadaa")
    Traceback (most recent call last):
    sovcite.model.errors.DataError: no repository has the id 'rgadaa'; nearest is 'rgada'
    """
    found = known_repository(id)
    if found is None:
        raise DataError(f"no repository has the id {id!r}{_nearest(id)}")
    return found


def known_repository(id: str) -> Repository | None:
    """Give the repository with this id, None where there is none."""
    overlay = _overlay.get()
    return (overlay.rows.get(id) if overlay else None) or row_of(id)


# so short a name is as often a word or a designator: era, pro, or, op.
_SHORT = 3


def lookup(name: str) -> tuple[str, ...]:
    """Give the ids of the repositories that a name can stand for: none unknown, one sure, several candidates.

    Case, dots, spaces and look-alike letters are passed over, and the endings of a long name; only a name of up
    to three letters must be written as one, in capitals ("ERA", not "era"; "ИсА"). A name that just one
    repository bears now is that one's, even if others bore it before; ambiguous.toml goes before that, and a
    user's own rows before all.

    Source: the table of repositories.

    >>> lookup("ЦПА ИМЛ"), lookup("G.A.R.F."), lookup("АГЦТМ")
    (('rgaspi',), ('garf',), ())
    >>> lookup("Российском государственном архиве новейшей истории")
    ('rgani',)
    >>> lookup("НА РБ")
    ('na-rb-bashkortostan', 'garb-buriatiia', 'narb')
    """
    return _lookup(name, _overlay.get())


@lru_cache(maxsize=4096)
def _lookup(name: str, overlay: Overlay | None) -> tuple[str, ...]:
    key = name_key(name)
    if len(key) <= _SHORT and not _is_written_as_abbreviation(name):
        return ()
    own = overlay.names.get(key) if overlay else None
    return own or tuple(index().ids.get(key, ())) or _in_any_case(name)


def _in_any_case(name: str) -> tuple[str, ...]:
    """Look a long name up as a sentence has it: Государственного архива РФ."""
    if name.count(" ") == 0:
        return ()
    from sovcite.data.stems import stem_key

    key = stem_key(name)
    return tuple(index().ids.get(key, ())) if key else ()


def _is_written_as_abbreviation(name: str) -> bool:
    capitals = sum(letter.isupper() for letter in name)
    # Georgian is printed without capitals
    return capitals >= 2 or name == name.upper() or all("ა" <= letter <= "ჿ" for letter in name)


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
    keys = _keys(_overlay.get())[row.id]
    if row.id in meant or wanted in keys:
        return 1
    return 2 if any(wanted in key for key in keys) else _NOT_FOUND


@lru_cache(maxsize=8)
def _keys(overlay: Overlay | None) -> dict[str, frozenset[str]]:
    """Fold all that a repository is found by."""
    from sovcite.data.rows import names_of

    return {
        row.id: frozenset(name_key(name) for name in (row.id, row.city or "", *names_of(row)))
        for row in _by_id(overlay).values()
    }


def nearest_names(query: str) -> tuple[str, ...]:
    """Give up to three names or cities that are spelt nearly like one that nothing is found for.

    >>> nearest_names("РЦХИДНЫ")[0]
    'РЦХИДНИ'
    """
    from difflib import get_close_matches

    from sovcite.data.rows import names_of, own_names_of

    spelt: dict[str, str] = {}
    for row in all_repositories():
        for name in (*own_names_of(row), row.id, row.city or "", *names_of(row)):
            spelt.setdefault(name_key(name), name)
    return tuple(spelt[key] for key in get_close_matches(name_key(query), spelt, n=3, cutoff=0.7))


def longest_name_words() -> int:
    """Give the number of words, parted by spaces, in the longest name that lookup knows."""
    overlay = _overlay.get()
    return max(index().longest, overlay.longest) if overlay else index().longest


@lru_cache(maxsize=8)
def _by_id(overlay: Overlay | None) -> dict[str, Repository]:
    rows = {row.id: row for row in all_rows()}
    return dict(sorted({**rows, **overlay.rows}.items())) if overlay else rows


def _nearest(id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(id, _by_id(_overlay.get()), n=1, cutoff=0.0)
    return f"; nearest is {near[0]!r}" if near else ""
