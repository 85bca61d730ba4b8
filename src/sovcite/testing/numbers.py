"""Numbers of fonds, opisi, files, units and leaves: each printed in a language, with the value that it means.

Sources: the README of the corpus (values), designators.md 8 (verso), styles-verified.md 1.4 (short ends).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from attrs import frozen

from sovcite.model import Leaf, LeafRange

Random = random.Random

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
# numbers that are as well a year say too little in a row without labels
_YEARS = range(1600, 2100)
# criminal files: Арх. № Н-501, АСД № Р-3454
_CASES = {"Н": "N", "Р": "R", "П": "P"}


@frozen(kw_only=True)
class Language:
    """How one language prints numbers, words and dates."""

    name: str
    prefixes: Mapping[str, str]
    letters: Mapping[str, str]
    suffixes: Mapping[str, str]
    verso: tuple[str, ...]
    joins: tuple[str, ...]
    dashes: tuple[str, ...]
    ibid: tuple[str, ...]
    dates: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@frozen(kw_only=True)
class Number:
    """A number as printed and as it is meant."""

    printed: str
    value: str


def some(rng: Random, digits: int) -> int:
    """Draw a number of one to so many digits, each length as often as the others."""
    length = rng.randint(1, digits)
    return rng.randint(10 ** (length - 1), 10**length - 1)


def fond(rng: Random, language: Language, shape: str) -> Number:
    """Draw the number of a fond.

    shape "n": digits alone; "p": with a prefix; "0": with a zero before it; "row": no year and no day,
    "row-hyphen" and "row-glued" with the prefix Р before it, "row-latin" with R-.
    """
    number = _no_year(rng, 33, 9999) if shape.startswith("row") else some(rng, 5)
    if shape == "0":
        return Number(printed=f"0{number % 1000}", value=f"0{number % 1000}")
    if shape == "row-latin":
        return Number(printed=f"R-{number}", value=f"R-{number}")
    if shape in ("row-hyphen", "row-glued"):
        return Number(printed=f"Р{'-' if shape == 'row-hyphen' else ''}{number}", value=f"R-{number}")
    if shape in ("n", "row") or not language.prefixes or (shape != "p" and rng.random() < 0.75):
        return Number(printed=str(number), value=str(number))
    prefix = rng.choice(list(language.prefixes))
    return Number(printed=f"{prefix}{number}", value=f"{language.prefixes[prefix]}{number}")


def opis(rng: Random, language: Language, shape: str) -> Number:
    """Draw the number of an opis; shape "n": digits alone, "s": with a mark such as с or доп., "slash": 4/210."""
    number = some(rng, 3)
    if shape == "slash":
        whole = f"{number}/{some(rng, 3)}"
        return Number(printed=whole, value=whole)
    if shape == "s" and language.suffixes:
        mark = rng.choice(list(language.suffixes))
        return Number(printed=f"{number}{mark}", value=f"{number}{language.suffixes[mark]}")
    return _lettered(rng, language, number, plain=shape == "n")


def file(rng: Random, language: Language, shape: str) -> Number:
    """Draw the number of a file; "n": digits alone, "range": several files, "row": no year."""
    number = some(rng, 4)
    if shape == "row":
        number = _no_year(rng, 1, 4000)
    if shape == "range":
        dash = rng.choice(language.dashes)
        return Number(printed=f"{number}{dash}{number + 12}", value=f"{number}-{number + 12}")
    return _lettered(rng, language, number, plain=shape == "n")


def _no_year(rng: Random, low: int, high: int) -> int:
    number = rng.randint(low, high)
    return number + 600 if number in _YEARS else number


def _lettered(rng: Random, language: Language, number: int, *, plain: bool) -> Number:
    if plain or not language.letters or rng.random() < 0.85:
        return Number(printed=str(number), value=str(number))
    letter = rng.choice(list(language.letters))
    return Number(printed=f"{number}{letter}", value=f"{number}{language.letters[letter]}")


def unit(rng: Random, kind: str, shape: str) -> Number:
    """Draw the number of a further unit of that kind; shape "r" is Roman, "p" with a prefix."""
    if shape == "r":
        roman = rng.choice(_ROMAN)
        return Number(printed=roman, value=roman)
    if kind == "year":
        year = str(rng.randint(1700, 1917))
        return Number(printed=year, value=year)
    if kind == "case":
        prefix = rng.choice(list(_CASES))
        number = rng.randint(1000, 99999)
        return Number(printed=f"{prefix}-{number}", value=f"{_CASES[prefix]}-{number}")
    number = some(rng, 1 if kind in ("part", "deloproizvodstvo", "volume") else 3)
    return Number(printed=str(number), value=str(number))


def behind(rng: Random, last: str) -> Number:
    """Draw the next number of a list, digits alone."""
    number = int("".join(letter for letter in last if letter.isdigit())) + rng.randint(1, 9)
    return Number(printed=str(number), value=str(number))


DRAWS: dict[str, Callable[[Random, Language, str], Number]] = {"f": fond, "o": opis, "d": file}


# how many leaves of a shape
_COUNTS = {"list": (2, 3, 4), "tight": (3,), "lost": (2, 3, 5), "one": (1,), "n": (1,), "range": (1,), "verso": (1,)}


def leaves(rng: Random, language: Language, shape: str) -> tuple[str, tuple[LeafRange, ...]]:
    """Draw leaves, printed and meant.

    shape is words joined by hyphens: "n" one number; "one" one leaf; "range"; "list" numbers and ranges; "verso";
    "short" a range with a short end; "both" a leaf with its back, "back" the same with the mark alone; "tight" a list
    without blanks, "lost" without commas; "row" no verso and no letter; "" anything.
    """
    words = shape.split("-")
    if "short" in words:
        return _short(rng)
    if "both" in words or "back" in words:
        return _front_and_back(rng, language, repeats="both" in words)
    count = rng.choice(next((_COUNTS[word] for word in words if word in _COUNTS), (1, 1, 1, 2, 3)))
    may_be_range = not {"n", "one", "verso", "tight", "lost"} & set(words)
    dash = rng.choice([dash for dash in language.dashes if " " not in dash] if count > 1 else language.dashes)
    number = rng.randint(1, 280)
    printed, meant = [], []
    for _ in range(count):
        text, first = _leaf(rng, language, number, words)
        last = None
        if "range" in words or (may_be_range and rng.random() < 0.35):
            number += rng.randint(1, 30)
            end, last = _leaf(rng, language, number, words)
            text = f"{text}{dash}{end}"
        printed.append(text)
        meant.append(LeafRange(first=first, last=last))
        number += rng.randint(2, 40)
    comma = "," if "tight" in words else " " if "lost" in words else ", "
    if count > 1 and comma == ", " and language.joins and rng.random() < 0.4:
        return f"{comma.join(printed[:-1])} {rng.choice(language.joins)} {printed[-1]}", tuple(meant)
    return comma.join(printed), tuple(meant)


def _short(rng: Random) -> tuple[str, tuple[LeafRange, ...]]:
    """137–38, 104–7: the end without the digits that it shares."""
    number = rng.choice((100, 200)) + rng.randint(1, 97)
    last = rng.randint(number + 1, number - number % 100 + 99)
    short = str(last)[-1:] if last // 10 == number // 10 else str(last)[-2:]
    return f"{number}–{short}", (LeafRange(first=Leaf(number=str(number)), last=Leaf(number=short)),)


def _front_and_back(rng: Random, language: Language, *, repeats: bool) -> tuple[str, tuple[LeafRange, ...]]:
    """5 и 5 об., 5, 5 об., 5–5 об.; without the number again 5 и об."""
    number = str(rng.randint(1, 280))
    front, back = Leaf(number=number), Leaf(number=number, side="verso")
    mark = rng.choice(language.verso)
    join = f" {rng.choice(language.joins)} "
    if not repeats:
        return f"{number}{join}{mark.strip()}", (LeafRange(first=front), LeafRange(first=back))
    between = rng.choice((join, ", ", rng.choice(language.dashes)))
    text = f"{number}{between}{number}{mark}"
    if between in (join, ", "):
        return text, (LeafRange(first=front), LeafRange(first=back))
    return text, (LeafRange(first=front, last=back),)


def _leaf(rng: Random, language: Language, number: int, words: list[str]) -> tuple[str, Leaf]:
    roll = rng.random()
    plain = {"n", "row", "tight"} & set(words)
    if "verso" in words or (not plain and language.verso and roll < 0.25):
        return f"{number}{rng.choice(language.verso)}", Leaf(number=str(number), side="verso")
    if not plain and "lost" not in words and language.letters and roll > 0.93:
        letter = rng.choice(list(language.letters))
        return f"{number}{letter}", Leaf(number=f"{number}{language.letters[letter]}")
    return str(number), Leaf(number=str(number))
