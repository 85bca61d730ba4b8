"""Many words as one pattern that asks for each letter once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Give the pattern that matches any of some words, the longest where one begins another.

    >>> any_of(["op", "opis", "f", "fond"])
    '(?:f(?:ond)?|op(?:is)?)'
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    is_optional = by_letter.pop("", None) is not None
    branches = [re.escape(letter) + _rest(rest) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not is_optional:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + "?" * is_optional


def _rest(words: list[str]) -> str:
    return any_of(words) if words != [""] else ""
