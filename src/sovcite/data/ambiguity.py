"""Why a name stands for several repositories, in words for a reader."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from functools import cache, lru_cache

from sovcite.data.authority import known_repository, lookup, overlay_in_force
from sovcite.data.overlay import Overlay
from sovcite.data.rows import own_names_of
from sovcite.data.saved import saved
from sovcite.data.tables import ambiguous_rows, fingerprint, name_key
from sovcite.model import Repository, RepositoryName


def ambiguous_part(name: RepositoryName) -> str:
    """Give the words of a name as written that its candidates are candidates for, the longest from the left.

    >>> ambiguous_part(RepositoryName(written="ЦПА при ЦК", candidates=lookup("ЦПА")))
    'ЦПА'
    >>> written = "Государственном архиве Вологодской области (ГАВО)"
    >>> ambiguous_part(RepositoryName(written=written, candidates=lookup("ГАВО")))
    'ГАВО'
    """
    return _part(name.written, name.candidates, overlay_in_force())


@lru_cache(maxsize=1024)
def _part(written: str, candidates: tuple[str, ...], _: Overlay | None) -> str:
    words = written.split()
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            part = " ".join(words[first:last]).strip("()[],;:")
            if part and lookup(part) == candidates:
                return part
    return " ".join(words)


def why_ambiguous(name: RepositoryName) -> str:
    """Say which repositories an ambiguous name can stand for, and what would tell them apart.

    Source: the tables of repositories and of ambiguous abbreviations.

    >>> print(why_ambiguous(RepositoryName(written="ГАБО", candidates=lookup("ГАБО"))))
    'ГАБО' is borne by GABO (Belgorod) and GABO (Bryansk)
    >>> why_ambiguous(RepositoryName(written="ЦГАЛИ", candidates=lookup("ЦГАЛИ"))).partition(": ")[2]
    'TsGALI SSSR = RGALI until 1992; TsGALI SPb from 1991'
    """
    return _why(name.written, name.candidates, overlay_in_force())


@lru_cache(maxsize=1024)
def _why(written: str, candidates: tuple[str, ...], overlay: Overlay | None) -> str:
    part = _part(written, candidates, overlay)
    key = name_key(part)
    rows = ((id_, known_repository(id_)) for id_ in candidates)
    known = {id_: row for id_, row in rows if row is not None}
    bearers = {id_ for id_, row in known.items() if key in {name_key(own) for own in own_names_of(row)}}
    shown = {id_: short_name(known[id_]) if id_ in known else id_ for id_ in candidates}
    now = [shown[id_] for id_ in candidates if id_ in bearers]
    others = [shown[id_] for id_ in candidates if id_ not in bearers]
    if not others:
        said = f"{part!r} is borne by {_listed(now, 'and')}"
    elif not now:
        said = f"{part!r} can stand for {_listed(others, 'or')}"
    else:
        said = f"{part!r} is borne by {_listed(now, 'and')}, and can stand for {_listed(others, 'or')}"
    hint = _hints().get(key)
    return f"{said}: {hint}" if hint else said


def short_name(row: Repository) -> str:
    """Name a repository so that it is told from others of its name: GABO (Bryansk)."""
    short = row.latin or row.cyrillic or row.name
    return f"{short} ({row.city})" if row.city else short


def _listed(shown: Sequence[str], last: str) -> str:
    *names, end = shown
    return f"{', '.join(names)} {last} {end}" if names else end


@cache
def _hints() -> dict[str, str]:
    """Give what ambiguous.toml says of each abbreviation, by its folded name."""
    found: dict[str, str] = marshal.loads(saved("hints", fingerprint(), lambda: marshal.dumps(_made())))
    return found


def _made() -> dict[str, str]:
    return {
        name_key(str(row[script])): str(row["hint"])
        for row in ambiguous_rows()
        for script in ("cyrillic", "latin")
        if script in row and "hint" in row
    }
