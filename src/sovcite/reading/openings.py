"""Where a run may begin: at a designator with a number behind it, at numbers in a row, at a short form.

The search goes from number to number and looks back from each: numbers are rare in prose, words are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import merge
from itertools import islice, repeat
from typing import Literal, NamedTuple

from sovcite.grammar import lowered, vocabulary
from sovcite.grammar.folding import LATIN
from sovcite.reading.between import Chain, words_and_chains, zeroed
from sovcite.reading.keepers import held_files
from sovcite.reading.labels import named_fonds, words_before
from sovcite.reading.pieces import RunKind

OpeningKind = RunKind | Literal["held"]
# in the order in which they are tried at one place
_KINDS: tuple[OpeningKind, ...] = ("ibid", "counted", "bare", "held", "labelled")
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
_NUMBER = re.compile(r"[0-9]+")
# read backwards: a number in Roman figures, sought by its last one
_ROMAN = tuple(re.compile(rf"{last}(?<![^\W\d_]{last})[IVXLC]*") for last in "IVXLC")
_OPENING_WORDS = 80
_LONGEST_ROW_PREFIX = 3
_COUNTED_NUMBER = re.compile(r"(?<![\w/.\-])(?:[^\W\d_]{1,2}-)?[0-9]+\Z")
_LONGEST_COUNTED = 17


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
        folded, zeros = self._folded, zeroed(self._folded)
        backwards = folded[::-1]
        # where the text before a number begins in the text read backwards
        befores = [match.end() for roman in _ROMAN for match in roman.finditer(backwards)]
        befores += [len(folded) - match.start() for named in named_fonds() for match in named.finditer(folded)]
        words = [place for before in befores for place in words_before(backwards, before)]
        counted: list[int] = []
        rows: Iterable[int] = ()
        held: list[int] = []
        has_digits = "0" in zeros
        if has_digits:
            labels, chains = words_and_chains(zeros)
            words += labels
            rows = self._rows(chains) if chains else ()
            counted = _counted_in(folded)
            held = list(held_files(folded))
        words = sorted(set(words))
        small = lowered(folded)
        # where nothing is cited a short form means nothing, but for one that opens the text
        short = _short_forms_in(small if self._behind or words or has_digits else small[:_OPENING_WORDS])
        # at one place numbers in a row go before a designator: П789-10-11
        ordered = (short, counted, rows, held, words)
        streams = [zip(places, repeat(order)) for order, places in enumerate(ordered) if places]
        return ((place, _KINDS[order]) for place, order in (streams[0] if len(streams) == 1 else merge(*streams)))

    def _rows(self, chains: list[Chain]) -> Iterator[int]:
        end = 0
        for chain in chains:
            for number in islice(_NUMBER.finditer(self._folded, chain.start), chain.size):
                start = number.start()
                if start < end or start < self.floor:
                    continue
                row = row_at(self._folded, start, end)
                if row is not None:
                    end = row.end()
                    if not _DATE_IN_DOTS.match(self._folded, row.start()):
                        yield row.start() + row[0].startswith(" ")


def row_at(folded: str, start: int, floor: int) -> re.Match[str] | None:
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


class _ShortForms(NamedTuple):
    """Short forms whose first words hold the same one: its rarest letter, the word, each first word and its pattern."""

    letter: str
    word: str
    patterns: list[tuple[str, re.Pattern[str]]]


@cache
def _short_forms() -> list[_ShortForms]:
    """Give the patterns of the short forms in small letters."""
    by_first: dict[str, list[str]] = {}
    for key, names in vocabulary().words.terminals.items():
        if {"IBID", "IBID_SHORT"}.intersection(names):
            first, blank, rest = key.partition(" ")
            by_first.setdefault(first, []).append(blank + rest)
    forms: dict[str, _ShortForms] = {}
    for first, rests in by_first.items():
        behind = "|".join(re.escape(rest).replace(r"\ ", r"[. \n]+") for rest in sorted(rests, key=len, reverse=True))
        # "in ibid., 833" is a page of a book; what follows is asked first, for it is the rarest
        pattern = re.compile(rf"{first}(?=(?:{behind})(?![^\W\d_]))(?<![^\W\d_]{first})(?<!\bin {first})")
        word = min((other for other in by_first if len(other) > 1 and other in first), key=len, default=first)
        form = forms.setdefault(word, _ShortForms(max(word, key=_rareness), word, []))
        form.patterns.append((first, pattern))
    return list(forms.values())


def _rareness(letter: str) -> tuple[bool, str]:
    """Order letters by how rare they are in the texts of all scripts: those that look alike are in most."""
    return letter not in LATIN.lower(), letter


def _short_forms_in(text: str) -> list[int]:
    """Give the places of short forms in order; to ask for each first word costs less than one pass of them all."""
    # and to ask for a letter costs less than for a word
    held = (form for form in _short_forms() if form.letter in text and form.word in text)
    patterns = (pattern for form in held for first, pattern in form.patterns if first in text)
    return sorted(match.start() for pattern in patterns for match in pattern.finditer(text))


def _counted_in(folded: str) -> list[int]:
    """Give the places where a number before its word begins, with its prefix: Р-5446. fonds; PA-101. f."""
    ends = (match.start() for pattern in _counted() for match in pattern.finditer(folded))
    numbers = (_COUNTED_NUMBER.search(folded, max(0, end - _LONGEST_COUNTED), end) for end in ends)
    return sorted(number.start() for number in numbers if number)


@cache
def _counted() -> tuple[re.Pattern[str], ...]:
    """What follows a number before its word, by the sign between them, which the search skips to."""
    terms = sorted(key for key, names in vocabulary().words.terminals.items() if "COUNTED_FOND" in names)
    word = rf"(?:{'|'.join(map(re.escape, terms))})(?![^\W\d_])"
    return re.compile(rf"\.(?<=[0-9]\.) ?{word}"), re.compile(rf"-(?<=[0-9]-){word}")
