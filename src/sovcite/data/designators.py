"""What the levels of a citation are called in the languages of the archives."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sovcite.data.rows import certainty_of, needed, no_others, text, texts
from sovcite.data.tables import DESIGNATORS, content_of
from sovcite.model import DataError
from sovcite.model.repository import Certainty

_LEVELS = ("fond", "opis", "file", "leaf", "verso")
_FIELDS = frozenset((*_LEVELS, "note", "certainty", "source"))


@frozen(kw_only=True)
class Designators:
    """The abbreviations of one language, each in its own letters and, where those are not Latin, in Latin ones."""

    language: str
    fond: tuple[str, ...]
    opis: tuple[str, ...] = ()
    file: tuple[str, ...]
    leaf: tuple[str, ...]
    verso: tuple[str, ...] = ()
    note: str | None = None
    certainty: Certainty
    source: str

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels in order, as they are printed: ф. оп. д. л., then in Latin letters.

        >>> designators("uk").levels
        ('ф.', 'оп.', 'спр.', 'арк.', '/', 'f.', 'op.', 'spr.', 'ark.')
        """
        named = [words for words in (self.fond, self.opis, self.file, self.leaf) if words]
        own, latin = [words[0] for words in named], [words[-1] for words in named]
        return (*own, "/", *latin) if own != latin else tuple(own)


def designators(language: str | None) -> Designators | None:
    """Give the designators of a language, by its code as in the rows of repositories; None where it has none here.

    Source: the table of designators; each row names its own source and how sure it is.

    >>> designators("lv").file, designators("en")
    (('l.',), None)
    """
    return _all().get(language or "")


@cache
def _all() -> dict[str, Designators]:
    found: dict[str, Designators] = {}
    for language, row in content_of(DESIGNATORS).items():
        where = f"{DESIGNATORS}: {language}"
        if not isinstance(row, dict):
            raise DataError(f"{where} is {row!r}; write a table")
        no_others(row, _FIELDS, where)
        words = {level: texts(row, level, where) for level in _LEVELS}
        found[language] = Designators(
            language=language,
            **words,
            note=text(row, "note", where),
            certainty=certainty_of(row, where),
            source=needed(row, "source", where),
        )
    return found
