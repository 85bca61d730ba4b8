"""The repository as a citation names it: known, or only as written."""

from __future__ import annotations

from functools import lru_cache

from attrs import field, frozen


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Fold a repository's name for comparison: case, dots, spaces, quotes and look-alike letters aside.

    >>> fold_name("ГА РФ") == fold_name("Г.А.Р.Ф.") == fold_name("ГАРФ")
    True
    """
    return "".join(letter for letter in name.translate(_LOOK_ALIKE).casefold() if letter.isalnum())


# Cyrillic letters and the Latin ones they look like; Ё is as often printed Е
# and Romanian has its comma below printed as a cedilla
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХІЈЅаеорсухіјѕЁёŢţŞş", "ABEKMHOPCTXIJSaeopcyxijsEeȚțȘș")


@frozen(kw_only=True)
class RepositoryName:
    """The repository of a citation: known, with the id of its row, or only as written.

    candidates are the ids that an ambiguous name can stand for. reason says in words why there are several, or,
    where id was chosen among them by what stands around the name, why that one. Two are equal when they have the
    same id, or, where neither is known, the same folded name.

    >>> RepositoryName(written="ГА РФ", id="garf") == RepositoryName(written="GARF", id="garf")
    True
    >>> RepositoryName(written="AGTsTM") == RepositoryName(written="A.G.Ts.T.M.")
    True
    """

    written: str = field(eq=False, order=False)
    id: str | None = None
    candidates: tuple[str, ...] = field(default=(), eq=False, order=False)
    reason: str | None = field(default=None, eq=False, order=False)
    folded: str = field(init=False, repr=False)

    @folded.default
    def _fold(self) -> str:
        return "" if self.id else fold_name(self.written)
