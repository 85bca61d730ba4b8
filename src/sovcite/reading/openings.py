"""Where a run may begin: at a designator with a number behind it, at numbers in a row, at a short form.

The search goes from number to number and looks back from each: numbers are rare in prose, words are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sovcite.grammar import vocabulary
from sovcite.reading.pieces import RunKind

_ORDER: dict[RunKind, int] = {"ibid": 0, "counted": 1, "bare": 2, "labelled": 3}
OPENING = frozenset(("FOND", "OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE", "LEAF", "CASE"))
# right behind a known name a unit may stand where others have the fond: РГАДА. Разряд XX. Д. 5
_OPENING_BEHIND_A_NAME = frozenset((
    "RAZRIAD", "SECTION", "SERIES", "BOX", "FOLDER", "BOOK", "VOLUME", "INVENTORY", "BUNDLE", "PERECHEN", "ORDER",
))  # fmt: skip
_OPENING_ANYWHERE = OPENING | _OPENING_BEHIND_A_NAME
BEFORE_NUMBER = re.compile(
    r"(?<![\w/=#])(?<!\w-)([Фф](?=P-?[0-9])|[^\W\d_]+)(?='*(?: ?\([^\W\d_]{1,5}'?\.?\))?[ .,:'\"№#\nNnro°*}>]{0,60}-?"
    r"(?:BYA|SA[,.]|(?:[^\W\d_]{1,2} ?\.? ?-? ?|[^\W\d_]{3}-)?[0-9IVXLC]))"
)
ROW = re.compile(
    r"(?:(?<![\w/.\-])|(?<=[^\W\d_]{2}[-/]))(?:[^\W\d_]{1,2}-?)?[0-9]+(?:-?[^\W\d_]{1,2})?(?:/|\. ?|-|, ?| )"
    r"[0-9]+(?:-?[^\W\d_]{1,2})?(?:/|\.|-|, ?| )[0-9]"
    r"|(?<=[A-Z]{2}\.) ?[0-9]+|(?<![\w/.\-])[0-9]{2,5}/[0-9]{1,4}(?![\w/])|(?<![\w/.\-])[0-9]{3,5}\.[0-9]{1,3}(?![\w.])"
    r"|(?<=[^\W\d_]{2}-)(?:[^\W\d_]-?)?[0-9]{1,5}-[0-9]{1,4}(?![\w/-])"
    r"|(?<=[^\W\d_]{2}/)[0-9]{1,5}(?:/[0-9]{1,4})?(?![\w/-])"
)
# 11.02.1938; 04.08.89, where a zero says that it is no row; 2003-02-20
_DATE_IN_DOTS = re.compile(
    r" ?(?:(?:0?[1-9]|[12][0-9]|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:1[5-9]|20)[0-9]{2}"
    r"|(?:0[1-9]\.(?:0[1-9]|1[0-2])|(?:[12][0-9]|3[01])\.0[1-9])\.[0-9]{2}"
    r"|(?:1[5-9]|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?![0-9]|[/.-][0-9])"
)
# a number in Arabic or Roman figures, or the fond that has a name for one
_NUMBER = re.compile(r"[0-9]+|[IVXLC]+(?![^\W\d_])|BYA(?!\w)|SA(?=[,.])")
# before a number, read backwards: the word there, and while they are short (Р-5446, "fond (f.) 17", "d. Nr. N-Sh44")
# the ones before
_BACK = re.compile(r"\W{0,70}([^\W\d_]+)(?:\W{0,70}([^\W\d_]+)(?:\W{0,70}([^\W\d_]+))?)?")
_LONGEST_PREFIX = 5
_OPENING_WORDS = 80
# ДАХО/40; ERA.1608
_GLUE = ("/", ".", "-")
_LONGEST_ROW_PREFIX = 3
_MAY_GO_ON = re.compile(r"(?:-?[^\W\d_]{1,2})?(?:[/.-]|, ?| |\. )[0-9]")


def openings(folded: str, *, behind: bool = True) -> Iterator[tuple[int, RunKind]]:
    """Give the places where a run may begin, with what it would be, in order.

    Of a labelled run it is the place of a word that may be its designator: labelled says whether it is.

    behind: there is a citation before the text, which a short form may refer to.
    """
    found: list[tuple[int, RunKind]] = []
    last_word = row_end = 0
    backwards = folded[::-1]
    for number in _NUMBER.finditer(folded):
        start = number.start()
        for place in _words_before(backwards, len(folded) - start):
            if place >= last_word:
                found.append((place, "labelled"))
                last_word = place + 1
        if start >= row_end and "0" <= number[0][0] <= "9":
            row = _row(folded, start, number.end(), row_end)
            if row is not None:
                row_end = row.end()
                if not _DATE_IN_DOTS.match(folded, row.start()):
                    found.append((row.start() + row[0].startswith(" "), "bare"))
    found += [(match.start(), "counted") for match in _counted().finditer(folded)]
    # where nothing is cited a short form means nothing, but for one that opens the text
    end = len(folded) if found or behind else _OPENING_WORDS
    found += [(match.start(), "ibid") for match in _short_forms().finditer(folded, 0, end)]
    # at one place numbers in a row go before a designator: П789-10-11
    return iter(sorted(found, key=lambda one: (one[0], _ORDER[one[1]])))


def _words_before(backwards: str, place: int) -> list[int]:
    """Give the places of the words that may be the designator of a number, the first of them first.

    place is where the text before the number begins in the text read backwards.
    """
    match = _BACK.match(backwards, place)
    found: list[int] = []
    for group in (1, 2, 3) if match else ():
        if not match or not match[group]:
            break
        if _is_opening(match[group]):
            found.insert(0, len(backwards) - match.end(group))
        if len(match[group]) > _LONGEST_PREFIX:
            break
    return found


def _is_opening(backwards: str) -> bool:
    """Say whether a word, read backwards, is the last one of a designator that opens a run; ФР is ф. Р."""
    key = backwards[::-1].casefold()
    return key in _keys() or (len(key) == 2 and key[0] == "ф")


@cache
def _keys() -> frozenset[str]:
    words = vocabulary().words
    return frozenset(
        key.rpartition(" ")[2]
        for key, terminals in words.terminals.items()
        if _OPENING_ANYWHERE.intersection(terminals)
    )


def labelled(folded: str, place: int) -> int | None:
    """Give the place of the designator that the word at a place ends, None where it is none with a number."""
    match = BEFORE_NUMBER.match(folded, place)
    if match is None:
        return None
    start = _start_of_term(folded, place, match[1].casefold())
    label = vocabulary().label(folded, start)
    return start if label and _OPENING_ANYWHERE.intersection(label.terminals) else None


def _row(folded: str, start: int, end: int, floor: int) -> re.Match[str] | None:
    """Give the row of numbers that a number begins, its prefix before it, not before floor."""
    before = folded[start - 1 : start]
    is_glued = before in _GLUE or (before == " " and folded[start - 2 : start - 1] == ".")
    if not is_glued and not _MAY_GO_ON.match(folded, end):
        return None
    for place in range(max(floor, start - _LONGEST_ROW_PREFIX), start + 1):
        if place == start or folded[place].isalpha() or (place == start - 1 and before == " "):
            row = ROW.match(folded, place)
            if row is not None and row.end() > start:
                return row
    return None


def _start_of_term(folded: str, start: int, key: str) -> int:
    """Go back from the last word of a term of several to its first: from "хр." to "ед. хр."."""
    if key not in vocabulary().words.ends:
        return start
    for match in re.finditer(r"(?<![^\W\d_])[^\W\d_]+", folded[max(0, start - 16) : start]):
        place = max(0, start - 16) + match.start()
        found = vocabulary().words.at(folded, place)
        if found and found.end > start:
            return place
    return start


@cache
def _short_forms() -> re.Pattern[str]:
    terms = (key for key, names in vocabulary().words.terminals.items() if {"IBID", "IBID_SHORT"} & set(names))
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    pattern = "|".join(re.escape(term).replace(r"\ ", r"[. \n]+") for term in longest_first)
    # "in ibid., 833" is a page of a book
    return re.compile(rf"(?<![^\W\d_])(?<!\bin )(?:{pattern})(?![^\W\d_])", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    terms = sorted(key for key, names in vocabulary().words.terminals.items() if "COUNTED_FOND" in names)
    return re.compile(rf"(?<![\w/.\-])(?:[^\W\d_]-)?[0-9]+(?:\. ?|-)(?:{'|'.join(map(re.escape, terms))})(?![^\W\d_])")
