"""The repository of a citation under its present name, or under the one that it bore."""

from __future__ import annotations

import re
from typing import Literal

from attrs import evolve

from sovcite.data.authority import repository
from sovcite.data.rows import own_names_of
from sovcite.data.tables import name_key
from sovcite.model import FormerName, ModelError, Repository, RepositoryName

Naming = Literal["present", "historical"] | int
Script = Literal["cyrillic", "latin"]

_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def named(name: RepositoryName, naming: Naming = "present", script: Script | None = None) -> RepositoryName:
    """Write the name of a known repository by the table; one that is not known stays as written.

    naming "present" gives the abbreviation of today, "historical" that of the name which was written, and a year
    the one that was borne then. script is that of the written name unless given; a repository that has no
    abbreviation in it gets its other one, or its name. Raise ModelError where the table has no name, or several,
    for the year; DataError for an id that no repository has.

    >>> written = RepositoryName(written="TsPA IML", id="rgaspi")
    >>> named(written).written, named(written, "historical", "cyrillic").written, named(written, 1985).written
    ('RGASPI', 'ЦПА ИМЛ', 'TsPA IML')
    """
    if name.id is None:
        return evolve(name, written=" ".join(name.written.split()))
    row = repository(name.id)
    script = script or ("cyrillic" if _CYRILLIC.search(name.written) else "latin")
    if naming == "present":
        return evolve(name, written=_abbreviation(row, script))
    if naming == "historical":
        borne = _borne_as(row, name.written)
        return evolve(name, written=_abbreviation(borne, script) if borne else " ".join(name.written.split()))
    if isinstance(naming, bool) or not isinstance(naming, int):
        raise ModelError(f"no way of naming is called {naming!r}; write present, historical or a year")
    return evolve(name, written=_abbreviation(_borne_in(row, naming), script))


def _abbreviation(named: Repository | FormerName, script: Script) -> str:
    in_order = (named.cyrillic, named.latin) if script == "cyrillic" else (named.latin, named.cyrillic)
    return in_order[0] or in_order[1] or named.name or ""


def _borne_as(row: Repository, written: str) -> Repository | FormerName | None:
    """Give the name, present or former, that was written; None for another spelling, whose name is not stated."""
    key = name_key(written)
    if key in {name_key(own) for own in own_names_of(row)}:
        return row
    for former in row.former:
        if key in {name_key(one) for one in (former.cyrillic, former.latin, former.name) if one}:
            return former
    return None


def _borne_in(row: Repository, year: int) -> Repository | FormerName:
    borne: list[Repository | FormerName] = [one for one in row.former if _spans(one.since, one.until, year)]
    if row.since and _spans(row.since, row.until or "9999", year):
        borne.append(row)
    if not borne:
        raise ModelError(f"no name of {row.id!r} is known for {year}; use its present or its written one")
    if len(borne) > 1:
        names = " and ".join(_abbreviation(one, "latin") for one in borne)
        raise ModelError(f"{row.id!r} goes by {names} in {year}; use its present or its written name")
    return borne[0]


def _spans(since: str | None, until: str | None, year: int) -> bool:
    """Say whether a year lies between two; vague ones ("1990s") and missing ones say nothing."""
    return bool(since and until and since.isdigit() and until.isdigit() and int(since) <= year <= int(until))
