"""What stands right beside an abbreviation and says whose it is: the long name, or a city or country.

    ГАКО (Курск)    ГАКО, г. Курск    ЦГА Республики Дагестан    ГАКО – Государственный архив Курской области
    Курск, ГАКО     Государственный архив Курской области (далее – ГАКО)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sovcite.data.authority import longest_name_words, lookup, overlay_in_force
from sovcite.data.overlay import Overlay
from sovcite.data.places import placed, placed_in_prose

# so far before and behind it a long name may reach
_REACH = 240
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,160})[)\]]")
_BEHIND_DASH = re.compile(r"\s*[–—=-]\s*([^\n.;:()\[\]]{3,240})")
_BEHIND = re.compile(r",?\s+(?:(?:г|гор|м|р)\.\s*)?([^\n,.;:()\[\]0-9]{3,60})")
_OPENED = re.compile(r"[(\[]\s*+(?:[^\W\d_]++\.?+\s*+(?:[–—:-]\s*+)?+){0,3}+\Z")
_BETWEEN_CLAUSES = re.compile(r"[\n.;:()\[\]0-9]")
# where the words of a long name cannot have begun before
_BORDER = re.compile(r"[;\n()\[\]]|(?<![^\W\d_])[^\W\d_]{4,}+[.!?]\s")
_MOST_WORDS = 3


class Evidence(NamedTuple):
    """A candidate, and the words that speak for it."""

    id: str
    words: str


def beside(text: str, start: int, end: int, ids: Sequence[str]) -> list[Evidence]:
    """Give what speaks for each of the repositories with these ids beside text[start:end]; several may be spoken for.

    >>> text = "Государственный архив Курской области (далее – ГАКО)"
    >>> beside(text, text.index("ГАКО"), len(text) - 1, ("gako-kursk", "gako-kaluga"))
    [Evidence(id='gako-kursk', words="'Государственный архив Курской области' stands beside it")]
    >>> beside("ГАКО. Ф. 1. О выборах в Курске", 0, 4, ("gako-kursk", "gako-kaluga"))
    []
    """
    behind, before = _behind(text[end : end + _REACH]), text[max(0, start - _REACH) : start]
    prose = _before_bracket(before)
    fragments = ((behind, False), (_before(before), False) if prose is None else (prose, True))
    overlay = overlay_in_force()
    return [
        Evidence(id_, f"{words!r} stands beside it")
        for words, is_prose in fragments
        if words
        for id_ in _said(words, tuple(ids), is_prose, overlay)
    ]


@lru_cache(maxsize=4096)
def _said(words: str, ids: tuple[str, ...], is_prose: bool, _: Overlay | None) -> tuple[str, ...]:
    return _named(words, ids) or (placed_in_prose if is_prose else placed)(words, ids)


def is_begun(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] is but the beginning of a longer name that is known.

    >>> is_begun("ЦГАОР УССР. Ф. 1", 0, 5), is_begun("ЦГАОР. Ф. 1", 0, 5)
    (True, False)
    """
    match = _BEHIND.match(text, end)
    words = match[1].split()[:_MOST_WORDS] if match else []
    names = (" ".join((text[start:end], *words[:count])) for count in range(1, len(words) + 1))
    return any(len(lookup(name)) == 1 for name in names)


def _behind(text: str) -> str:
    for pattern in (_IN_BRACKETS, _BEHIND_DASH):
        match = pattern.match(text)
        if match:
            return _one_line(match[1])
    match = _BEHIND.match(text)
    return " ".join(_capitals(match[1].split())) if match else ""


def _before(text: str) -> str:
    clause = _BETWEEN_CLAUSES.split(text.rstrip('«"').rstrip().rstrip(",:"))[-1]
    words = clause.replace(",", " , ").split()
    return " ".join(reversed(_capitals(words[::-1])))


def _before_bracket(text: str) -> str | None:
    """Give the words of the sentence before a bracket that is open at the end, from the first with a capital on."""
    opened = _OPENED.search(text)
    if opened is None:
        return None
    text = text[: opened.start()]
    borders = [border.end() for border in _BORDER.finditer(text)]
    words = text[borders[-1] if borders else 0 :].split()
    first = next((place for place, word in enumerate(words) if word[0].isupper()), len(words))
    return " ".join(words[max(0, first - 1) :])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _capitals(words: Sequence[str]) -> list[str]:
    """Give the words of a name that come first; names of places begin with capitals."""
    taken: list[str] = []
    for word in words[:_MOST_WORDS]:
        if not word[0].isupper():
            break
        taken.append(word)
    return taken


def _named(fragment: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Give the one repository whose name a fragment ends or begins with."""
    words = fragment.split()
    longest = min(len(words), longest_name_words())
    parts = [words[-count:] for count in range(longest, 1, -1)] + [words[:count] for count in range(longest, 1, -1)]
    for part in parts:
        found = lookup(" ".join(part))
        if len(found) == 1 and found[0] in ids:
            return found
    return ()
