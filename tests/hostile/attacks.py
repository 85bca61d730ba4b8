"""Texts made to hang, to exhaust the memory or to confuse, each made when it is asked for.

Most have 10,000 characters, which is enough to see what is not linear: at the square of the length they would take
minutes. Those that the search passes over have up to 10,000,000.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: unit * (length // len(unit))


def _around(left: str, middle: str, right: str) -> Callable[[int], str]:
    return lambda length: left * (length // 2) + middle + right * (length // 2)


_CITATION = "GARF f. 374 op. 27 d. 1211 l. 13"
_TEXTS: dict[str, Callable[[int], str]] = {
    # designators without numbers, numbers without designators
    "f. f. f.": _repeated("f. "),
    "ф. оп. д. л.": _repeated("ф. оп. д. л. "),
    "designators with a number each": _repeated("f. 1 "),
    "opis and opis again": _repeated("op. 1 "),
    "leaves without end": lambda length: _CITATION + ", 14" * (length // 4),
    "ranges without end": lambda length: _CITATION + "-14" * (length // 3),
    "files without end": lambda length: "GARF f. 374 op. 27 d. 1" + ", 2" * (length // 3),
    "files in a list of their own": lambda length: "GARF f. 374 op. 27 d. 1" + "; d. 2" * (length // 6),
    "digits": _repeated("1"),
    "digits behind a designator": lambda length: "GARF f. " + "1" * length,
    "digits and stops": _repeated("1."),
    "digits and strokes": _repeated("1/"),
    "digits and hyphens": _repeated("1-"),
    "digits and commas": _repeated("1, "),
    "digits and blanks": _repeated("1 "),
    "years": _repeated("1937-1938, "),
    "an archive behind each": _repeated("ф. 5 ГАРФ "),
    "rows behind unknown names": _repeated("ABCD 1/2/3 "),
    "fonds with letters": _repeated("Р-1, 2, 3, "),
    "a table of numbers": _repeated("1937,12,5,108\n"),
    "Roman numbers": _repeated("XVIII "),
    # citations by the thousand, and what they refer back to
    "a citation again and again": _repeated(_CITATION + "; "),
    "Ibid.": _repeated("Ibid. "),
    "Ibid. behind a citation": lambda length: _CITATION + " Ibid., l. 5." * (length // 13),
    "Там же": lambda length: "ГАРФ. Ф. 1. Оп. 2. Д. 3. Л. 4. " + "Там же. Л. 5. " * (length // 14),
    "ambiguous names": _repeated("ЦГА. Ф. 5. Оп. 1. Д. 3. "),
    "names without a citation": _repeated("ГАРФ "),
    "a long name in front": lambda length: "Государственный архив " * (length // 22) + "Ф. 5. Оп. 1. Д. 3",
    "capitals in front": lambda length: "A" * length + " f. 5 op. 1 d. 3",
    "capitals and stops in front": lambda length: "Г." * (length // 2) + " Ф. 5. Оп. 1. Д. 3",
    "a letter and its citation": _repeated("А. Ф. 1. "),
    "a book and its pages": _repeated("М., 1937. С. 5. Ф. 5. "),
    # brackets, quotes, markup
    "brackets inside brackets": _around("(", _CITATION, ")"),
    "brackets left open": _repeated("("),
    "quotes": _repeated("«"),
    "a citation in each bracket": _repeated("(GARF f. 1 op. 2 d. 3 "),
    "tags left open": _repeated("<b "),
    "tags": _repeated("<b></b>"),
    "entities": _repeated("&amp;"),
    "entities left open": _repeated("&#"),
    "strokes of TeX": _repeated("\\emph{"),
    "stars": _repeated("*"),
    "tildes": _repeated("~"),
    # letters
    "combining marks": lambda length: "GARF f. 3" + "\N{COMBINING ACUTE ACCENT}" * length + "74 op. 27 d. 1211",
    "a mark on every letter": _repeated("ф\N{COMBINING ACUTE ACCENT}. 1 "),
    "soft hyphens": lambda length: "GARF f. " + "\N{SOFT HYPHEN}" * length + "374 op. 27 d. 1211",
    "lone surrogates": _repeated("f. \ud800 "),
    "right-to-left marks": _repeated("f.\N{RIGHT-TO-LEFT OVERRIDE} 5 "),
    "zero bytes": _repeated("f.\0 5 "),
    "no-break spaces": lambda length: "GARF f." + "\N{NO-BREAK SPACE}" * length + "374",
    "blanks": lambda length: "GARF f. 374" + " " * length + "op. 27",
    "line ends": lambda length: "GARF f. 374" + "\n" * length + "op. 27",
    "words broken at line ends": _repeated("а-\n"),
    "letters that scanners misread": _repeated("Ф. З "),
    "digits of another script": _repeated("f. \N{ARABIC-INDIC DIGIT FIVE} "),
    "one word": _repeated("д"),
    "emoji": _repeated("\N{CARD FILE BOX}\N{VARIATION SELECTOR-16} 5 "),
    "number signs": _repeated("№ 5 "),
    "letters behind numbers": _repeated("5a "),
}
_USUAL = 10_000
_LENGTHS = {
    "f. f. f.": 10_000_000,
    "ф. оп. д. л.": 1_000_000,
    "digits": 1_000_000,
    "digits behind a designator": 1_000_000,
    "combining marks": 100_000,
    "soft hyphens": 100_000,
    "no-break spaces": 1_000_000,
    "blanks": 1_000_000,
    "line ends": 1_000_000,
    "one word": 1_000_000,
    "brackets inside brackets": 1_000_000,
    "brackets left open": 1_000_000,
    "tags left open": 1_000_000,
    "entities left open": 1_000_000,
    "lone surrogates": 1_000_000,
    "capitals in front": 1_000_000,
    "names without a citation": 1_000_000,
}
ATTACKS: dict[str, Callable[[], str]] = {
    name: partial(make, _LENGTHS.get(name, _USUAL)) for name, make in _TEXTS.items()
}
