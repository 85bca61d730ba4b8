"""The archival citation: repository, fond, opis, file, leaves."""

from __future__ import annotations

from functools import total_ordering
from typing import Literal, get_args

from attrs import field, frozen

from sovcite.model.errors import ModelError
from sovcite.model.leaves import LeafRange
from sovcite.model.numbers import natural_key
from sovcite.model.repository_name import RepositoryName

UnitKind = Literal[
    "volume", "part", "book", "box", "folder", "bundle", "order", "perechen", "series", "section", "year",
    "deloproizvodstvo", "protocol", "document", "item", "inventory", "case", "subfond", "group",
]  # fmt: skip
UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)


@frozen(kw_only=True)
class Unit:
    """A unit beside fond, opis and file: a volume (том), a folder (папка), a year of fond 102 …"""

    kind: UnitKind = field()
    number: str

    @kind.validator
    def _known(self, _: object, kind: str) -> None:
        if kind not in UNIT_KINDS:
            raise ModelError(f"no unit is called {kind!r}; the units are {', '.join(UNIT_KINDS)}")


def _in_order(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=lambda unit: UNIT_KINDS.index(unit.kind)))


@total_ordering
@frozen(kw_only=True, order=False)
class Citation:
    """One reference to one storage unit, with its leaves. None means: not stated.

    Numbers are strings in Latin letters by the Library of Congress table, lower case but for the
    prefix of a fond: "2v", "R-5446", "3 dop". How the file was labelled is kept and not compared.

    >>> from sovcite import parse
    >>> c = parse("GARF f. 374 op. 27 d. 1211 ll. 13, 33")
    >>> c.fond, c.opis, c.file, [str(leaf) for leaf in c.leaves]
    ('374', '27', '1211', ['13', '33'])
    >>> c == parse("ГА РФ. Ф. 374. Оп. 27. Д. 1211. Л. 13, 33")
    True
    """

    repository: RepositoryName | None = None
    fond: str | None = None
    opis: str | None = None
    file: str | None = None
    units: tuple[Unit, ...] = field(default=(), converter=_in_order)
    leaves: tuple[LeafRange, ...] = ()
    date: str | None = None
    file_label: str | None = field(default=None, eq=False)

    @property
    def key(self) -> str:
        """A stable name of the storage unit, without its leaves; "/" inside a number is %2F, "_" a gap.

        >>> from sovcite import parse
        >>> parse("GARF f. 374 op. 27 d. 1211 l. 9").key
        'garf/374/27/1211'
        >>> parse("ЦГАДА, ф. 20, д. 324/2").key
        'rgada/20/_/324%2F2'
        """
        repository = (self.repository.id or self.repository.folded) if self.repository else None
        levels = [repository, self.fond, self.opis, self.file]
        while levels and levels[-1] is None:
            levels.pop()
        key = "/".join("_" if level is None else _escape(level) for level in levels)
        return key + "".join(f";{unit.kind}={_escape(unit.number)}" for unit in self.units)

    def under(self, repository: RepositoryName) -> Citation:
        """Give the same citation under another name of its repository.

        >>> from sovcite import parse
        >>> parse("ГАРФ. Ф. 374").under(parse("РГАСПИ. Ф. 17").repository).key
        'rgaspi/374'
        """
        # attrs.evolve takes ten times as long
        return Citation(
            repository=repository, fond=self.fond, opis=self.opis, file=self.file, units=self.units,
            leaves=self.leaves, date=self.date, file_label=self.file_label,
        )  # fmt: skip

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Natural order: 9 < 10 < 10a on every level, leaves last."""
        name = (self.repository.id or "", self.repository.folded) if self.repository else ("", "")
        return (
            name,
            natural_key(self.fond),
            natural_key(self.opis),
            natural_key(self.file),
            tuple((UNIT_KINDS.index(unit.kind), natural_key(unit.number)) for unit in self.units),
            tuple(leaves.sort_key for leaves in self.leaves),
            natural_key(self.date),
            self.repository is not None,
        )

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Citation):
            return NotImplemented
        return self.sort_key < other.sort_key


def _escape(part: str) -> str:
    for letter, escaped in (("%", "%25"), ("/", "%2F"), (";", "%3B"), ("_", "%5F")):
        part = part.replace(letter, escaped)
    return part
