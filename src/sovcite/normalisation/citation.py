"""One citation written as the model has it; nothing that it says is changed, added or put in order."""

from __future__ import annotations

import re

from attrs import evolve

from sovcite.data.authority import repository
from sovcite.data.letters import file_number, fond_number, leaf_number, number
from sovcite.model import Citation, Leaf, LeafRange, RepositoryName, Unit

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
# an archive's own number, written as that of a fond: Арх. № Н-501
_NUMBERED_AS_FONDS = ("case",)


def normalise(citation: Citation) -> Citation:
    """Write a citation's repository and numbers as the model has them; done twice it changes no more.

    A known repository gets its present abbreviation, in the script that its name was written in. Leaves
    stay in their order and as ranges, short ends too ("137-38"). Raise DataError for an id that no
    repository has.

    Source: the table of repositories; ALA-LC Romanization Tables (2012).

    >>> name = RepositoryName(written="Г.А.Р.Ф.", id="garf")
    >>> c = normalise(Citation(repository=name, fond="Р5446", opis="1 а", file="2–5"))
    >>> c.repository.written, c.fond, c.opis, c.file
    ('ГАРФ', 'R-5446', '1a', '2-5')
    """
    return evolve(
        citation,
        repository=_repository(citation.repository),
        fond=citation.fond if citation.fond is None else fond_number(citation.fond),
        opis=citation.opis if citation.opis is None else number(citation.opis),
        file=citation.file if citation.file is None else file_number(citation.file),
        units=tuple(_unit(unit) for unit in citation.units),
        leaves=tuple(_leaves(leaves) for leaves in citation.leaves),
        date=citation.date if citation.date is None else " ".join(citation.date.split()),
    )


def _repository(name: RepositoryName | None) -> RepositoryName | None:
    if name is None:
        return None
    if name.id is None:
        return evolve(name, written=" ".join(name.written.split()))
    row = repository(name.id)
    in_cyrillic = bool(_CYRILLIC.search(name.written))
    present = (row.cyrillic or row.latin) if in_cyrillic else (row.latin or row.cyrillic)
    return evolve(name, written=present or row.name)


def _unit(unit: Unit) -> Unit:
    return evolve(unit, number=_unit_number(unit))


def _unit_number(unit: Unit) -> str:
    if not any(letter.isdigit() for letter in unit.number) and not number(unit.number).isupper():
        # a name, neither a number nor a Roman numeral: Ос. Отд., ДП ОО
        return " ".join(unit.number.split())
    return fond_number(unit.number) if unit.kind in _NUMBERED_AS_FONDS else number(unit.number)


def _leaves(leaves: LeafRange) -> LeafRange:
    return evolve(leaves, first=_leaf(leaves.first), last=leaves.last and _leaf(leaves.last))


def _leaf(leaf: Leaf) -> Leaf:
    return evolve(leaf, number=leaf_number(leaf.number))
