"""The words before a number that may be its designator."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache, lru_cache

from sovcite.grammar import vocabulary
from sovcite.grammar.tries import any_of

OPENING = frozenset(("FOND", "OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE", "LEAF", "CASE"))
# right behind a known name a unit may stand where others have the fond: РГАДА. Разряд XX. Д. 5
_OPENING_BEHIND_A_NAME = frozenset((
    "RAZRIAD", "SECTION", "SERIES", "BOX", "FOLDER", "BOOK", "VOLUME", "INVENTORY", "BUNDLE", "PERECHEN", "ORDER",
))  # fmt: skip
_OPENING_ANYWHERE = OPENING | _OPENING_BEHIND_A_NAME
# before Arabic numbers these are none: Р. III, and "p. 320" is a page
_BEFORE_ROMAN = frozenset(("RAZRIAD",))
# before a number, read backwards: the word there, and while they are short (Р-5446, "fond (f.) 17", "d. Nr. N-Sh44")
# the ones before
_BACK = re.compile(r"\W{0,70}([^\W\d_]+)(?:\W{0,70}([^\W\d_]+)(?:\W{0,70}([^\W\d_]+))?)?")
_LONGEST_PREFIX = 5
_PAGES = ("PAGE", "PAGE_OR_FILE", "PAGE_OR_FOLDER")
# and no initial: Р. С. Ф. С. Р. 17/3
_WORD_BEFORE = re.compile(r"(?<![\w.])(?<![^\W\d_]\. )([^\W\d_]+)\.?[ \n]?\Z")
_LONGEST_PAGE_WORD = 16


def words_before(backwards: str, place: int, *, arabic: bool = False) -> list[int]:
    """Give the places of the words that may be the designator of a number, the first of them first.

    place is where the text before the number begins in the text read backwards. arabic: the number is known to be
    one in Arabic figures.
    """
    keys = _arabic_keys() if arabic else _keys()
    match = _BACK.match(backwards, place)
    found: list[int] = []
    for group in (1, 2, 3) if match else ():
        if not match or not match[group]:
            break
        if _is_opening(match[group], keys):
            found.insert(0, len(backwards) - match.end(group))
        if len(match[group]) > _LONGEST_PREFIX:
            break
    return found


def _is_opening(backwards: str, keys: Container[str]) -> bool:
    """Say whether a word, read backwards, is the last one of a designator that opens a run; ФР is ф. Р."""
    key = backwards[::-1].casefold()
    return key in keys or (len(key) == 2 and key[0] == "ф")


@cache
def _keys() -> frozenset[str]:
    return _last_words(_OPENING_ANYWHERE)


@cache
def _arabic_keys() -> frozenset[str]:
    return _last_words(_OPENING_ANYWHERE - _BEFORE_ROMAN)


def _last_words(names: frozenset[str]) -> frozenset[str]:
    words = vocabulary().words.terminals
    return frozenset(key.rpartition(" ")[2] for key, terminals in words.items() if names.intersection(terminals))


@lru_cache(maxsize=4096)
def labels_in(piece: str) -> tuple[int, ...]:
    """Say how far from the end of a piece, which stands between two numbers, words stand that may label the second."""
    text = f"0{piece}0"
    places = words_before(piece[::-1], 0, arabic=True)
    return tuple(len(piece) - place for place in places if _before_number().match(text, place + 1))


@cache
def loosely_designated() -> re.Pattern[str]:
    """A designator before a zero as words_before sees it, in a text read backwards and in small letters.

    What a short text gains by the pattern is less than it costs to make.
    """
    letter = r"[^\W\d_]"
    word = rf"(?:{any_of(key[::-1] for key in _arabic_keys() if key.isalpha())}|{letter}ф)(?!{letter})"
    short = rf"{letter}{{1,{_LONGEST_PREFIX}}}+(?!{letter})\W{{1,70}}+"
    return re.compile(rf"0\W{{0,70}}+(?:{short}){{0,2}}?{word}")


def labelled(folded: str, place: int) -> int | None:
    """Give the place of the designator that the word at a place ends, None where it is none with a number."""
    match = _before_number().match(folded, place)
    if match is None:
        return None
    start = _start_of_term(folded, place, match[1].casefold())
    label = vocabulary().label(folded, start)
    return start if label and _OPENING_ANYWHERE.intersection(label.terminals) else None


def are_pages(folded: str, place: int) -> bool:
    """Say whether numbers in a row stand behind a word for pages: С. 15-18, 204; pp. 41, 44-46."""
    word = _WORD_BEFORE.search(folded, max(0, place - _LONGEST_PAGE_WORD), place)
    return word is not None and _says_pages(word[1])


@lru_cache(maxsize=4096)
def _says_pages(word: str) -> bool:
    return any(vocabulary().is_term(word, terminal) for terminal in _PAGES)


@cache
def named_fonds() -> tuple[re.Pattern[str], ...]:
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
