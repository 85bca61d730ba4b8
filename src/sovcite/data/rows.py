"""One row of the table of repositories, from plain text fields to a Repository; anything amiss is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from attrs import fields

from sovcite.model import DataError, FondPrefix, FormerName, Repository
from sovcite.model.repository import Certainty

Row = Mapping[str, object]

_FIELDS = frozenset(field.name for field in fields(Repository))
_FORMER_FIELDS = frozenset(field.name for field in fields(FormerName))
_PREFIX_FIELDS = frozenset(field.name for field in fields(FondPrefix))
_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


def repository_from_row(row: Row) -> Repository:
    """Make a Repository of a row of the table; raise DataError where a field is missing, unknown, no text.

    >>> repository_from_row({"id": "garf", "name": "ГАРФ", "certainty": "sure", "source": "its site"})
    Traceback (most recent call last):
    sovcite.model.errors.DataError: repository 'garf': certainty is 'sure'; write high, medium or low
    """
    where = f"repository {row.get('id')!r}"
    no_others(row, _FIELDS, where)
    return Repository(
        id=needed(row, "id", where),
        cyrillic=text(row, "cyrillic", where),
        latin=text(row, "latin", where),
        name=needed(row, "name", where),
        name_latin=text(row, "name_latin", where),
        name_english=text(row, "name_english", where),
        language=text(row, "language", where),
        city=text(row, "city", where),
        country=text(row, "country", where),
        kind=text(row, "kind", where),
        status=text(row, "status", where),
        since=text(row, "since", where),
        until=text(row, "until", where),
        successor=text(row, "successor", where),
        aliases=texts(row, "aliases", where),
        former=tuple(_former(one, where) for one in tables(row, "former", where)),
        fond_prefixes=tuple(_prefix(one, where) for one in tables(row, "fond_prefixes", where)),
        hierarchy=text(row, "hierarchy", where),
        file_designators=texts(row, "file_designators", where),
        note=text(row, "note", where),
        certainty=certainty_of(row, where),
        source=needed(row, "source", where),
    )


def names_of(row: Repository) -> Iterable[str]:
    """Give every name of a repository, its own first, then aliases and former names."""
    yield from own_names_of(row)
    yield from row.aliases
    yield from former_names_of(row)


def former_names_of(row: Repository) -> Iterable[str]:
    """Give the abbreviations and names that a repository bore before."""
    for former in row.former:
        yield from (name for name in (former.cyrillic, former.latin, former.name) if name)


def own_names_of(row: Repository) -> Iterable[str]:
    """Give the present abbreviations and names of a repository."""
    own = (row.cyrillic, row.latin, row.name, row.name_latin, row.name_english)
    return (name for name in own if name)


def _former(row: Row, where: str) -> FormerName:
    where = f"{where}, former name"
    no_others(row, _FORMER_FIELDS, where)
    former = FormerName(**{field: text(row, field, where) for field in _FORMER_FIELDS})
    if not (former.cyrillic or former.latin or former.name):
        raise DataError(f"{where}: nothing is named; give cyrillic, latin or name")
    return former


def _prefix(row: Row, where: str) -> FondPrefix:
    where = f"{where}, prefix of a fond"
    no_others(row, _PREFIX_FIELDS, where)
    return FondPrefix(prefix=needed(row, "prefix", where), use=text(row, "use", where))


def certainty_of(row: Row, where: str) -> Certainty:
    """Give how sure a row is; raise DataError for anything but high, medium and low."""
    given = needed(row, "certainty", where)
    for certainty in _CERTAINTIES:
        if given == certainty:
            return certainty
    raise DataError(f"{where}: certainty is {given!r}; write high, medium or low")


def no_others(row: Row, known: frozenset[str], where: str) -> None:
    """Raise DataError for a field that is not among the known ones."""
    for field in row:
        if field not in known:
            raise DataError(f"{where}: field {field!r} unknown; the fields are {', '.join(sorted(known))}")


def text(row: Row, field: str, where: str) -> str | None:
    """Give a field that is a text, None if left out; raise DataError for anything else."""
    value = row.get(field)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise DataError(f"{where}: {field} is {value!r}; write text or leave it out")
    return value


def needed(row: Row, field: str, where: str) -> str:
    """Give a field that is a text; raise DataError where it is left out or is none."""
    value = text(row, field, where)
    if value is None:
        raise DataError(f"{where}: {field} missing")
    return value


def texts(row: Row, field: str, where: str) -> tuple[str, ...]:
    """Give a field that is a list of texts, empty if left out; raise DataError for anything else."""
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise DataError(f"{where}: {field} is {value!r}; write a list of texts")
    return tuple(value)


def tables(row: Row, field: str, where: str) -> list[Row]:
    """Give a field that is a list of tables, empty if left out; raise DataError for anything else."""
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise DataError(f"{where}: {field} is not a list of tables")
    return value
