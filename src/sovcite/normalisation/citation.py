"""One citation written as the model has it; unasked, nothing that it says is changed, added or put in order."""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import evolve

from sovcite.data.letters import file_number, fond_number, leaf_number, number
from sovcite.model import Citation, Leaf, LeafRange, Unit
from sovcite.normalisation.leaves import LeafStep, tidied
from sovcite.normalisation.names import Naming, Script, named

# an archive's own number, written as that of a fond: Арх. № Н-501
_NUMBERED_AS_FONDS = ("case",)
_WORD = r"[^\W\d_]{3}"


def normalise(
    citation: Citation,
    *,
    repository: Naming = "present",
    script: Script | None = None,
    leaves: Collection[LeafStep] = (),
) -> Citation:
    """Write a citation's repository and numbers as the model has them; done twice it changes no more.

    repository says which name a known repository gets: its "present" abbreviation, the "historical" one that was
    written, or the one of a year; script, in which letters: those that it was written in unless given. Leaves stay
    as they are, short ends too ("137-38"), but for the steps that are asked for: "expand" short ends, "unique"
    drops repetitions, "sort", and "merge" joins what overlaps or follows. Raise DataError for an id that no
    repository has, ModelError for a year or leaves that it cannot be done for.

    Source: the table of repositories; ALA-LC Romanization Tables (2012).

    >>> from sovcite.model import RepositoryName
    >>> name = RepositoryName(written="Г.А.Р.Ф.", id="garf")
    >>> c = normalise(Citation(repository=name, fond="Р5446", opis="1 а", file="2–5"))
    >>> c.repository.written, c.fond, c.opis, c.file
    ('ГАРФ', 'R-5446', '1a', '2-5')
    """
    return evolve(
        citation,
        repository=citation.repository and named(citation.repository, repository, script),
        fond=citation.fond if citation.fond is None else fond_number(citation.fond),
        opis=citation.opis if citation.opis is None else number(citation.opis),
        file=citation.file if citation.file is None else file_number(citation.file),
        units=tuple(_unit(unit) for unit in citation.units),
        leaves=tidied(tuple(_leaves(one) for one in citation.leaves), leaves),
        date=citation.date if citation.date is None else " ".join(citation.date.split()),
    )


def _unit(unit: Unit) -> Unit:
    return evolve(unit, number=_unit_number(unit))


def _unit_number(unit: Unit) -> str:
    is_named = unit.kind == "section" and re.search(_WORD, unit.number)
    if is_named or (not any(letter.isdigit() for letter in unit.number) and not number(unit.number).isupper()):
        # a name, neither a number nor a Roman numeral: Ос. Отд., ДП ОО, 1 эксп.
        return " ".join(unit.number.split())
    return fond_number(unit.number) if unit.kind in _NUMBERED_AS_FONDS else number(unit.number)


def _leaves(leaves: LeafRange) -> LeafRange:
    return evolve(leaves, first=_leaf(leaves.first), last=leaves.last and _leaf(leaves.last))


def _leaf(leaf: Leaf) -> Leaf:
    return evolve(leaf, number=leaf_number(leaf.number))
