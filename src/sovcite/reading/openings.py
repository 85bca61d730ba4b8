"""Where a run may begin: at a designator with a number behind it, at numbers in a row, at a short form.

The search goes from number to number and looks back from each: numbers are rare in prose, words are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import merge
from itertools import repeat
from typing import Literal

from sovcite.grammar import vocabulary
from sovcite.grammar.tries import any_of
from sovcite.reading.keepers import held_files
from sovcite.reading.pieces import RunKind

OpeningKind = RunKind | Literal["held"]
# in the order in which they are tried at one place
_KINDS: tuple[OpeningKind, ...] = ("ibid", "counted", "bare", "held", "labelled")
OPENING = frozenset(("FOND", "OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE", "LEAF", "CASE"))
# right behind a known name a unit may stand where others have the fond: РГАДА. Разряд XX. Д. 5
_OPENING_BEHIND_A_NAME = frozenset((
    "RAZRIAD", "SECTION", "SERIES", "BOX", "FOLDER", "BOOK", "VOLUME", "INVENTORY", "BUNDLE", "PERECHEN", "ORDER",
))  # fmt: skip
_OPENING_ANYWHERE = OPENING | _OPENING_BEHIND_A_NAME
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
_ARABIC = re.compile(r"([0-9][0-9]*)")
# to begin anew at each digit of a number would take time at the square of its length
_WHOLE_NUMBER = r"[0-9](?<![0-9]{2})[0-9]*+"
# read backwards: a number in Roman figures
_ROMAN = re.compile(r"[IVXLC](?<![^\W\d_][IVXLC])[IVXLC]*")
_LONG = 2000
_DIGIT = re.compile(r"[0-9]")
# a number that begins a row, loosely: three numbers, a pair, one behind a hyphen, or one glued to a name: 17/3/746;
# 640/1; KA-12-3; ERA.1608; ДАХО/40
_ROW_NUMBER = re.compile(
    r"([0-9](?<![0-9]{2})(?:"
    r"(?=[0-9]*+(?:-?[^\W\d_]{1,2})?(?:/|\. ?|-|, ?| )[0-9]++(?:-?[^\W\d_]{1,2})?(?:[/. -]|, ?)[0-9])"
    r"|(?<![\w/.\-][0-9])(?=[0-9]{1,4}(?:/[0-9]{1,4}(?![\w/])|(?<=[0-9]{3})\.[0-9]{1,3}(?![\w.])))"
    r"|(?=[0-9]{0,4}-[0-9])(?:(?<=[^\W\d_]{2}-[0-9])|(?<=[^\W\d_]{2}-[^\W\d_][0-9])|(?<=[^\W\d_]{2}-[^\W\d_]-[0-9]))"
    r"|(?<=[A-Z]{2}\.[0-9])|(?<=[A-Z]{2}\. [0-9])|(?<=[^\W\d_]{2}/[0-9]))[0-9]*)"
)
# before a number, read backwards: the word there, and while they are short (Р-5446, "fond (f.) 17", "d. Nr. N-Sh44")
# the ones before
_BACK = re.compile(r"\W{0,70}([^\W\d_]+)(?:\W{0,70}([^\W\d_]+)(?:\W{0,70}([^\W\d_]+))?)?")
_LONGEST_PREFIX = 5
_OPENING_WORDS = 80
_LONGEST_ROW_PREFIX = 3
_COUNTED_NUMBER = re.compile(r"(?<![\w/.\-])(?:[^\W\d_]{1,2}-)?[0-9]+\Z")
_LONGEST_COUNTED = 16


class Openings:
    """The places where a run may begin, with what it would be, in order; of a labelled one where its word stands.

    Whether that word is its designator labelled says. behind: there is a citation before the text, which a short
    form may refer to. floor is for the reader to set: nothing before it is of use any more.
    """

    def __init__(self, folded: str, *, behind: bool = True) -> None:
        self.floor = 0
        self._folded = folded
        self._behind = behind

    def __iter__(self) -> Iterator[tuple[int, OpeningKind]]:
        folded, lowered = self._folded, _lowered(self._folded)
        backwards = folded[::-1]
        # where the text before a number begins in the text read backwards
        befores = [match.end() for match in _ROMAN.finditer(backwards)]
        befores += [len(folded) - match.start() for named in _named_fonds() for match in named.finditer(folded)]
        befores = [before for before in befores if _words_before(backwards, before)]
        counted: list[int] = []
        rows: Iterable[int] = ()
        held: list[int] = []
        if _DIGIT.search(folded):
            is_long = len(folded) > _LONG
            befores += [match.end(1) for match in (_designated() if is_long else _ARABIC).finditer(lowered[::-1])]
            ends = _counted().finditer(folded)
            counted = [place for match in ends if (place := self._begun(match)) is not None]
            held = list(held_files(folded))
            rows = self._rows() if _ROW_NUMBER.search(folded) else ()
        befores.sort(reverse=True)
        # where nothing is cited a short form means nothing, but for one that opens the text
        short = _short_forms_in(lowered if self._behind or befores else lowered[:_OPENING_WORDS])
        # at one place numbers in a row go before a designator: П789-10-11
        ordered = (short, counted, rows, held, self._words(backwards, befores))
        streams = [zip(places, repeat(order)) for order, places in enumerate(ordered) if places]
        return ((place, _KINDS[order]) for place, order in (merge(*streams) if len(streams) > 1 else streams[0]))

    def _words(self, backwards: str, befores: list[int]) -> Iterator[int]:
        last = 0
        for before in befores:
            if len(backwards) - before < self.floor:
                continue
            for place in _words_before(backwards, before):
                if place >= last:
                    yield place
                    last = place + 1

    def _rows(self) -> Iterator[int]:
        end = 0
        for number in _ROW_NUMBER.finditer(self._folded):
            start = number.start()
            if start < end or start < self.floor:
                continue
            row = _row(self._folded, start, end)
            if row is not None:
                end = row.end()
                if not _DATE_IN_DOTS.match(self._folded, row.start()):
                    yield row.start() + row[0].startswith(" ")

    def _begun(self, counted: re.Match[str]) -> int | None:
        """Give the place where a number before its word begins, with its prefix: Р-5446. fonds; PA-101. f."""
        match = _COUNTED_NUMBER.search(self._folded, max(0, counted.start() - _LONGEST_COUNTED), counted.start() + 1)
        return match.start() if match else None


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


@cache
def _designated() -> re.Pattern[str]:
    """A number with a designator before it, in a text read backwards and in small letters, as _words_before sees it.

    What a short text gains by the pattern is less than it costs to make.
    """
    letter = r"[^\W\d_]"
    word = rf"(?:{any_of(key[::-1] for key in _keys() if key.isalpha())}|{letter}ф)(?!{letter})"
    short = rf"{letter}{{1,{_LONGEST_PREFIX}}}+(?!{letter})\W{{1,70}}+"
    return re.compile(rf"({_WHOLE_NUMBER})\W{{0,70}}+(?:{short}){{0,2}}?{word}")


def labelled(folded: str, place: int) -> int | None:
    """Give the place of the designator that the word at a place ends, None where it is none with a number."""
    match = _before_number().match(folded, place)
    if match is None:
        return None
    start = _start_of_term(folded, place, match[1].casefold())
    label = vocabulary().label(folded, start)
    return start if label and _OPENING_ANYWHERE.intersection(label.terminals) else None


@cache
def _named_fonds() -> tuple[re.Pattern[str], ...]:
    """The fonds that have a name for a number: each by itself begins with its letters, which the search skips to."""
    return tuple(map(re.compile, vocabulary().shapes["NAMED_FOND"].pattern.split("|")))


@cache
def _before_number() -> re.Pattern[str]:
    """A word with a number behind it, or a fond that has a name for one."""
    named = vocabulary().shapes["NAMED_FOND"].pattern
    return re.compile(
        r"(?<![\w/=#])(?<!\w-)([Фф](?=P-?[0-9])|[^\W\d_]+)(?='*(?: ?\([^\W\d_]{1,5}'?\.?\))?"
        rf"[ .,:'\"№#\nNnro°*}}>]{{0,60}}-?(?:{named}|(?:[^\W\d_]{{1,2}} ?\.? ?-? ?|[^\W\d_]{{3}}-)?[0-9IVXLC]))"
    )


def _row(folded: str, start: int, floor: int) -> re.Match[str] | None:
    """Give the row of numbers that a number begins, its prefix before it, not before floor."""
    before = folded[start - 1 : start]
    # with the letters of its fond, or the blank behind the stop of a name
    is_prefixed = before == "-" or before.isalpha()
    first = start - _LONGEST_ROW_PREFIX if is_prefixed else start - (before == " ")
    for place in range(max(floor, first), start + 1):
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
def _short_forms() -> dict[str, re.Pattern[str]]:
    """Give the patterns of the short forms in small letters by their first words."""
    by_first: dict[str, list[str]] = {}
    for key, names in vocabulary().words.terminals.items():
        if {"IBID", "IBID_SHORT"}.intersection(names):
            first, blank, rest = key.partition(" ")
            by_first.setdefault(first, []).append(blank + rest)
    patterns: dict[str, re.Pattern[str]] = {}
    for first, rests in by_first.items():
        behind = "|".join(re.escape(rest).replace(r"\ ", r"[. \n]+") for rest in sorted(rests, key=len, reverse=True))
        # "in ibid., 833" is a page of a book
        patterns[first] = re.compile(rf"{first}(?<![^\W\d_]{first})(?<!\bin {first})(?:{behind})(?![^\W\d_])")
    return patterns


def _short_forms_in(lowered: str) -> list[int]:
    """Give the places of short forms in order; to ask for each first word costs less than one pass of them all."""
    patterns = (pattern for first, pattern in _short_forms().items() if first in lowered)
    return sorted(match.start() for pattern in patterns for match in pattern.finditer(lowered))


def _lowered(folded: str) -> str:
    """Give a text in small letters, one for one."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)


@cache
def _counted() -> re.Pattern[str]:
    """The last digit of a number before its word: 5446. fonds."""
    terms = sorted(key for key, names in vocabulary().words.terminals.items() if "COUNTED_FOND" in names)
    return re.compile(rf"[0-9](?:\. ?|-)(?:{'|'.join(map(re.escape, terms))})(?![^\W\d_])")
