"""Cyrillic in Latin letters by the schemes that print uses, and the way back where there is just one.

The tables stand in transliteration/*.toml. A text is never turned back letter by letter ("ts" is ц or тс, "i" is
и, й or і): of repositories the way back is their id, of the words of citations a list of those that are known, of
the letters of numbers the table in letters.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from sovcite.data.letters import CyrillicLanguage
from sovcite.data.package import package_texts

Scheme = Literal["ala-lc", "ala-lc-full", "bgn-pcgn", "iso-9", "gost-7.79-b", "scientific"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
CYRILLIC_LANGUAGES: tuple[CyrillicLanguage, ...] = get_args(CyrillicLanguage)

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ'](?=[^\W\d_])")
# a designator as it stands in a label: "Ед. хр." of "Ед. хр. {}"
_WORDS = re.compile(r"[^\W\d_](?:[^{}№]*[^\W\d_])?\.?")


class _Special(NamedTuple):
    """Letters written otherwise at the beginning of a word, or behind or before some letters."""

    letters: dict[str, str]
    begins: bool
    behind: str
    before: str

    def holds(self, text: str, place: int) -> bool:
        last = text[place - 1].lower() if place else ""
        following = text[place + 1 : place + 2].lower()
        begins = self.begins and not last.isalpha()
        return begins or (last != "" and last in self.behind) or (following != "" and following in self.before)


class _Table(NamedTuple):
    letters: dict[str, str]
    special: tuple[_Special, ...]


def romanise(text: str, scheme: Scheme = "ala-lc", language: CyrillicLanguage = "ru") -> str:
    """Write the Cyrillic letters of a text in Latin ones; all other characters stay.

    Of a capital that becomes several letters the first is one: ЦГАИПД is TsGAIPD.

    Source: transliteration/*.toml, which name theirs.

    >>> [romanise("ЦХСД. Ф. 89", scheme) for scheme in ("ala-lc", "scientific")]
    ['TsKhSD. F. 89', 'CChSD. F. 89']
    >>> romanise("ЦДАГО", "ala-lc", "uk"), romanise("Ельцин", "bgn-pcgn")
    ('TsDAHO', 'Yel’tsin')
    """
    table = _tables()[language, scheme]
    text = _APOSTROPHE.sub("'", unicodedata.normalize("NFC", text))
    return "".join(_latin(letter, place, text, table) for place, letter in enumerate(text))


def _latin(letter: str, place: int, text: str, table: _Table) -> str:
    small = letter.lower()
    found = next(
        (one.letters[small] for one in table.special if small in one.letters and one.holds(text, place)),
        table.letters.get(small),
    )
    if found is None:
        return letter
    if small == "'" and not (text[place - 1 : place].lower() in table.letters and place):
        # the apostrophe is a letter of Cyrillic words only
        return letter
    return found[:1].upper() + found[1:] if letter != small else found


def label_in_latin(label: str, scheme: Scheme, language: CyrillicLanguage) -> str:
    """Write a label, or a word such as Там же, in Latin letters.

    >>> label_in_latin("Ед. хр. {}", "scientific", "ru"), label_in_latin(" лиц.", "ala-lc", "ru")
    ('Ed. chr. {}', 'r')
    """
    found = _WORDS.search(label)
    other = _rows()["latin"][language].get(found[0].lower()) if found else None
    if found is None or other is None:
        return romanise(label, scheme, language)
    if label.startswith(" "):
        # a mark behind a number is closed up: 5r
        return str(other)
    return label.replace(found[0], other.capitalize() if found[0][0].isupper() else other)


def label_in_cyrillic(label: str, scheme: Scheme, language: CyrillicLanguage) -> str | None:
    """Write a label in Cyrillic letters; None where it is none of the words whose way back is known.

    >>> label_in_cyrillic("ll. {}", "ala-lc", "ru"), label_in_cyrillic("spr. {}", "ala-lc", "uk")
    ('лл. {}', 'спр. {}')
    >>> label_in_cyrillic("file {}", "ala-lc", "ru") is None
    True
    """
    known, instead = _words(language, scheme)
    phrase = label.replace("{}", "").strip()
    if phrase in instead:
        return label.replace(phrase, instead[phrase])
    found = _WORDS.search(label)
    if found is None:
        return label
    word = known.get(found[0].casefold())
    if word is None:
        return None
    written = word[:1].upper() + word[1:] if found[0][:1].isupper() else word
    return label[: found.start()] + written + label[found.end() :]


@cache
def _words(language: CyrillicLanguage, scheme: Scheme) -> tuple[dict[str, str], dict[str, str]]:
    """Give the words whose way back is known by their Latin forms, and those that stand for another word."""
    known = {romanise(word, scheme, language): word for word in _rows()["words"][language]}
    return known, _rows()["instead"][language]


@cache
def _rows() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(package_texts("data/transliteration", "designators.toml")["designators.toml"])


@cache
def _tables() -> dict[tuple[CyrillicLanguage, Scheme], _Table]:
    import tomllib

    tables: dict[tuple[CyrillicLanguage, Scheme], _Table] = {}
    for text in package_texts("data/transliteration", "ian.toml").values():
        row = tomllib.loads(text)
        for column, scheme in enumerate(row["schemes"]):
            letters = {
                letter: latin if isinstance(latin, str) else latin[column] for letter, latin in row["letters"].items()
            }
            special = tuple(
                _Special(one["letters"], one.get("begins", False), one.get("behind", ""), one.get("before", ""))
                for one in row.get("special", ())
                if one["scheme"] == scheme
            )
            tables[row["language"], scheme] = _Table(letters, special)
    return tables
