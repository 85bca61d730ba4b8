"""Which letters a word is written in, and which of them look like those of the other script."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sovcite.grammar.folding import CYRILLIC, LATIN

Script = Literal["cyrillic", "latin", "mixed", "none"]

TO_LATIN = dict(zip(CYRILLIC, LATIN, strict=True))
TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in TO_LATIN.items() if cyrillic not in "ІіЈјЅѕ"}


def is_cyrillic(letter: str) -> bool:
    """Say whether a letter is a Cyrillic one."""
    return "\u0400" <= letter <= "\u052f"


def is_latin(letter: str) -> bool:
    """Say whether a letter is a Latin one."""
    return letter.isalpha() and letter <= "\u024f"


@lru_cache(maxsize=8192)
def script_of(word: str) -> Script:
    """Name the script of the letters of a word.

    >>> script_of("Оп."), script_of("op."), script_of("ГAРФ"), script_of("17")
    ('cyrillic', 'latin', 'mixed', 'none')
    """
    cyrillic = any(is_cyrillic(letter) for letter in word)
    latin = any(is_latin(letter) for letter in word)
    if cyrillic and latin:
        return "mixed"
    return "cyrillic" if cyrillic else "latin" if latin else "none"
