"""Fonds that are known by name, found by repository and number, however the number is printed."""

from __future__ import annotations

import marshal
from functools import cache
from typing import TYPE_CHECKING

from sovcite.data.letters import fond_number
from sovcite.data.rows import Row, certainty_of, needed, no_others, text
from sovcite.data.saved import saved
from sovcite.data.tables import FONDS, fingerprint, rows_of_table
from sovcite.model import DataError, KnownFond

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = frozenset(("repository", "fond", "name", "name_english", "years", "note", "certainty", "source"))
# the letters that prefixes are printed with in Cyrillic text
_CYRILLIC_PREFIXES = {"R": "Р", "A": "А", "M": "М", "K": "К", "PA": "ПА", "P": "П", "I": "И"}


def known_fond(repository: str, fond: str) -> KnownFond | None:
    """Give the fond with this number in the repository with this id, None where it is not known.

    The number may be printed in any of its spellings: in Cyrillic letters, without its hyphen, and without its
    prefix where just one known fond of the repository has that number.

    Source: the table of fonds; each row names its own source and how sure it is.

    >>> fond = known_fond("garf", "Р5446")
    >>> fond.fond, fond.name, fond.certainty
    ('R-5446', 'СНК СССР – Совет Министров СССР', 'high')
    >>> known_fond("garf", "5446").fond, known_fond("garf", "99999")
    ('R-5446', None)
    """
    spelt = _by_spelling().get(repository, {})
    return spelt.get(fond) or spelt.get(fond_number(fond))


def known_fonds(repository: str) -> tuple[KnownFond, ...]:
    """Give the known fonds of the repository with this id, in the order of the table.

    >>> [fond.name for fond in known_fonds("tsga-spb")]
    ['Ленсовет', 'Петросовет', 'Леноблисполком']
    """
    return tuple(fond for fond in all_fonds() if fond.repository == repository)


@cache
def all_fonds() -> tuple[KnownFond, ...]:
    """Give every row of the table of fonds; raise DataError for one that is amiss."""
    kept = marshal.loads(saved("fonds", fingerprint(), lambda: marshal.dumps(rows_of_table(FONDS, "fond"))))
    fonds: dict[tuple[str, str], KnownFond] = {}
    for row in kept:
        fond = fond_from_row(row)
        if (fond.repository, fond.fond) in fonds:
            raise DataError(f"{FONDS}: fond {fond.fond!r} of {fond.repository!r} stands twice")
        fonds[fond.repository, fond.fond] = fond
    return tuple(fonds.values())


def fond_from_row(row: Row) -> KnownFond:
    """Make a known fond of a row of the table; raise DataError where a field is missing, unknown, no text."""
    where = f"fond {row.get('fond')!r} of {row.get('repository')!r}"
    no_others(row, _FIELDS, where)
    number = needed(row, "fond", where)
    return KnownFond(
        repository=needed(row, "repository", where),
        fond=number,
        name=text(row, "name", where),
        name_english=text(row, "name_english", where),
        years=text(row, "years", where),
        note=text(row, "note", where),
        spellings=_spellings(number),
        certainty=certainty_of(row, where),
        source=needed(row, "source", where),
    )


def _spellings(number: str) -> tuple[str, ...]:
    prefix, hyphen, digits = number.partition("-")
    if not hyphen:
        return (number,)
    spelt = [number, prefix + digits]
    cyrillic = _CYRILLIC_PREFIXES.get(prefix)
    if cyrillic:
        spelt += [f"{cyrillic}-{digits}", cyrillic + digits]
    return (*spelt, digits)


@cache
def _by_spelling() -> Mapping[str, Mapping[str, KnownFond]]:
    found: dict[str, dict[str, KnownFond]] = {}
    for fond in all_fonds():
        found.setdefault(fond.repository, {})[fond.fond] = fond
    bare: dict[tuple[str, str], set[str]] = {}
    for fond in all_fonds():
        bare.setdefault((fond.repository, fond.spellings[-1]), set()).add(fond.fond)
    for fond in all_fonds():
        for spelling in fond.spellings:
            if len(bare.get((fond.repository, spelling), ())) <= 1:
                found[fond.repository].setdefault(spelling, fond)
    return found
