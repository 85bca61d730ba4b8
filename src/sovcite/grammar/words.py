"""The words of the grammar as one table: from a word as printed to the terminals it can stand for.

A terminal that is an alternation of plain words is a row of this table and never a pattern: a language may
add any number of words, and looking one up costs the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sovcite.grammar.folding import fold

# what stands between the words of one term in print: ед. хр., ос. отд., п-ка
_GAP = re.compile(r"[. \n-]{0,24}")
_MOST_WORDS = 3
# a terminal that is nothing but words; a blank alone is a separator
_ONLY_WORDS = re.compile(r"(?:[^\W_]|[№&°' ]|\\ |\\&|[()?:|])+")
_BETWEEN_WORDS = re.compile(r"[()?:|]+")


class Found(NamedTuple):
    """A term in a text: where it starts and ends, and the terminals it can stand for."""

    start: int
    end: int
    terminals: tuple[str, ...]


class WordTable:
    """From the folded key of each term to its terminals; starts and ends are the keys of longer terms' words."""

    def __init__(self, terminals: dict[str, tuple[str, ...]], word: re.Pattern[str]) -> None:
        self.terminals = terminals
        self.word = word
        longer = [key.split(" ") for key in terminals if " " in key]
        self.starts = frozenset(words[0] for words in longer)
        self.ends = frozenset(words[-1] for words in longer)

    def at(self, text: str, place: int) -> Found | None:
        """Give the longest term that begins at a place of a folded text."""
        match = self.word.match(text, place)
        if match is None:
            return None
        first = word_key(match[0])
        found = self._found(place, match.end(), first)
        if first in self.starts:
            key, end = first, match.end()
            for _ in range(_MOST_WORDS - 1):
                match = self.word.match(text, self._after_gap(text, end))
                if match is None:
                    break
                key, end = f"{key} {word_key(match[0])}", match.end()
                found = self._found(place, end, key) or found
        return found

    def _found(self, start: int, end: int, key: str) -> Found | None:
        terminals = self.terminals.get(key)
        return Found(start=start, end=end, terminals=terminals) if terminals else None

    @staticmethod
    def _after_gap(text: str, place: int) -> int:
        match = _GAP.match(text, place)
        return match.end() if match else place


def word_key(word: str) -> str:
    """Fold a word as printed: case and apostrophes aside."""
    return word.casefold().strip("'")


def keys_of(term: str) -> Iterable[str]:
    """Give every key that a term of the grammar is found by: letters look alike in one case and not in another."""
    if term.isascii():
        yield " ".join(map(word_key, term.split(" ")))
        return
    for variant in dict.fromkeys((term, term.capitalize(), term.upper(), term.title())):
        yield " ".join(map(word_key, fold(variant).split(" ")))


def split_terminals(patterns: Mapping[str, str]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Part the terminals of a grammar into the table of their words and the folded patterns of the others.

    >>> split_terminals({"FOND": "(?:фонд|ф)", "DOT": "[.](?=[0-9])"})[1]
    {'DOT': '[.](?=[0-9])'}
    """
    terms: dict[str, dict[str, None]] = {}
    shapes: dict[str, str] = {}
    for name in sorted(patterns):
        pattern = patterns[name]
        if "(?=" in pattern or not _ONLY_WORDS.fullmatch(pattern):
            shapes[name] = fold(pattern)
            continue
        for term in filter(None, _BETWEEN_WORDS.split(pattern.replace("\\", ""))):
            for key in keys_of(term):
                terms.setdefault(key, {})[name] = None
    return {key: tuple(names) for key, names in terms.items()}, shapes
