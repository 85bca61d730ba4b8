"""Repositories: the archives, libraries and museums that keep the fonds."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

Certainty = Literal["high", "medium", "low"]


def fold_name(name: str) -> str:
    """Fold a repository's name for comparison: case, dots, spaces, quotes and look-alike letters aside.

    >>> fold_name("ГА РФ") == fold_name("Г.А.Р.Ф.") == fold_name("ГАРФ")
    True
    """
    return "".join(letter for letter in name.translate(_LOOK_ALIKE).casefold() if letter.isalnum())


_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХІЈЅаеорсухіјѕЁё", "ABEKMHOPCTXIJSaeopcyxijsЕе".replace("Е", "E").replace("е", "e"))


@frozen(kw_only=True)
class FormerName:
    """A name that a repository, or one merged into it, bore from one year to another ('1990s' where vague)."""

    cyrillic: str | None = None
    latin: str | None = None
    name: str | None = None
    since: str | None = None
    until: str | None = None


@frozen(kw_only=True)
class FondPrefix:
    """A letter before fond numbers, in Latin, and what it is for there."""

    prefix: str
    use: str | None = None


@frozen(kw_only=True)
class Repository:
    """One row of the table of repositories, with the source it was read in and how sure it is."""

    id: str
    cyrillic: str | None = None
    latin: str | None = None
    name: str
    name_latin: str | None = None
    name_english: str | None = None
    language: str | None = None
    city: str | None = None
    country: str | None = None
    kind: str | None = None
    status: str | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    fond_prefixes: tuple[FondPrefix, ...] = ()
    hierarchy: str | None = None
    note: str | None = None
    certainty: Certainty
    source: str


@frozen(kw_only=True)
class RepositoryName:
    """The repository of a citation: known, with the id of its row, or only as written.

    Two are equal when they have the same id, or, where neither is known, the same folded name.

    >>> RepositoryName(written="ГА РФ", id="garf") == RepositoryName(written="GARF", id="garf")
    True
    >>> RepositoryName(written="AGTsTM") == RepositoryName(written="A.G.Ts.T.M.")
    True
    """

    written: str = field(eq=False, order=False)
    id: str | None = None
    candidates: tuple[str, ...] = field(default=(), eq=False, order=False)
    folded: str = field(init=False, repr=False)

    @folded.default
    def _fold(self) -> str:
        return "" if self.id else fold_name(self.written)
