"""A user's own rows over the table of repositories, and the repositories that ambiguous names are taken for.

Both come from sovcite.toml. A row with an id of the table changes that repository: fields that are lists are added
to, any other is replaced. A row with another id is a repository of its own; id and name are enough. The names that a
row states are that repository's, whoever else bears them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from attrs import evolve, frozen

from sovcite.data.configuration import Configuration, read_configuration
from sovcite.data.index import all_rows
from sovcite.data.rows import Row, names_of, repository_from_row, tables, texts
from sovcite.data.tables import name_key
from sovcite.model import DataError, Repository

# fields of a row that are added to
_LISTS = ("aliases", "former", "fond_prefixes", "file_designators")
# what a user says of an archive without a word on how sure it is
_UNSTATED = {"certainty": "medium"}


@frozen(kw_only=True, eq=False)
class Overlay:
    """Repositories by id that go over the table, the ids for each folded name of theirs, and the defaults."""

    source: str = ""
    rows: Mapping[str, Repository] = {}
    names: Mapping[str, tuple[str, ...]] = {}
    longest: int = 0
    defaults: tuple[str, ...] = ()


def read_overlay(path: str | os.PathLike[str]) -> Overlay:
    """Read the overlay of a sovcite.toml; raise DataError that names file, row, field and what is wrong."""
    return overlay_from(read_configuration(path))


def overlay_from(configuration: Configuration) -> Overlay:
    """Make the overlay of settings that were read; raise DataError that names file, row, field and what is wrong.

    >>> row = {"id": "rgaspi", "aliases": ["Партархив"]}
    >>> overlay = overlay_from(Configuration("sovcite.toml", {"repository": [row]}))
    >>> overlay.rows["rgaspi"].cyrillic, overlay.rows["rgaspi"].aliases[-1]
    ('РГАСПИ', 'Партархив')
    """
    source, settings = configuration
    known = {row.id: row for row in all_rows()}
    rows: dict[str, Repository] = {}
    names: dict[str, tuple[str, ...]] = {}
    longest = 0
    try:
        for row in tables(settings, "repository", source):
            id_ = str(row.get("id"))
            if id_ in rows:
                raise DataError(f"two repositories have the id {id_!r}")
            rows[id_], stated = _merged(row, known.get(id_), source)
            for name in stated:
                key = name_key(name)
                names[key] = tuple(dict.fromkeys((*names.get(key, ()), id_)))
                longest = max(longest, len(name.split()))
        names.pop("", None)
        defaults = _defaults(settings, known.keys() | rows.keys(), source)
    except DataError as error:
        message = str(error)
        raise DataError(message if message.startswith(source) else f"{source}: {message}") from error
    return Overlay(source=source, rows=rows, names=names, longest=longest, defaults=defaults)


def _merged(row: Row, base: Repository | None, source: str) -> tuple[Repository, list[str]]:
    """Give the whole repository, and the names that the row itself states."""
    if base is None:
        stated = repository_from_row({**_UNSTATED, "source": source, **row})
        return stated, list(names_of(stated))
    stated = repository_from_row({"name": base.name, "certainty": base.certainty, "source": base.source, **row})
    changes = {field: getattr(stated, field) for field in row}
    changes |= {field: (*getattr(base, field), *changes[field]) for field in _LISTS if field in changes}
    if "source" not in row:
        changes["source"] = f"{base.source}; changed in {source}"
    return evolve(base, **changes), [name for name in names_of(stated) if "name" in row or name != base.name]


def _defaults(settings: Mapping[str, object], known: Iterable[str], source: str) -> tuple[str, ...]:
    given = settings.get("default_repository", [])
    ids = texts({"default_repository": [given] if isinstance(given, str) else given}, "default_repository", source)
    return checked_ids(ids, known, f"{source}: default_repository")


def checked_ids(ids: Iterable[str], known: Iterable[str], where: str) -> tuple[str, ...]:
    """Give the ids; raise DataError, with the nearest, for one that no repository has."""
    known = set(known)
    for id_ in ids:
        if id_ not in known:
            near = get_close_matches(id_, sorted(known), n=1, cutoff=0.0)
            nearest = f"; nearest is {near[0]!r}" if near else ""
            raise DataError(f"{where}: no repository has the id {id_!r}{nearest}")
    return tuple(ids)
