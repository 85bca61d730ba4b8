"""Where the things stand that the rules of consistency compare: words, gaps and marks of the printed parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sovcite.model import Mention, Part

DASH = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_RANGE = re.compile(rf"(?<=[\w.)])([ \u00a0]*[{DASH}][ \u00a0]*)(?=[0-9])")
_VERSO = re.compile(r"(?<=[0-9])([ \u00a0]?)(об|ob|зв|zv|verso|v)(?![^\W_])", re.IGNORECASE)
_LEVELS = frozenset(("fond", "opis", "file", "leaves"))


class Word(NamedTuple):
    """A designator as printed: text[start:end] of the note without the blanks behind it."""

    mention: Mention
    part: Part
    start: int
    end: int
    text: str


def designators(mention: Mention, text: str) -> Iterator[Word]:
    """Give the designators before the numbers of fond, opis, file and leaves of a citation."""
    for part in mention.parts:
        if part.start < part.label_end < part.end and part.kind in _LEVELS:
            label = text[part.start : part.label_end].rstrip()
            if label:
                yield Word(mention, part, part.start, part.start + len(label), label)


def gaps(mention: Mention, text: str) -> Iterator[tuple[Part, Part, str]]:
    """Give what stands between two parts of a citation that follow each other, both labelled, or a name first."""
    for before, after in pairwise(mention.parts):
        if after.label_end > after.start and (before.label_end > before.start or before.kind == "repository"):
            yield before, after, text[before.end : after.start]


def leaf_parts(mention: Mention) -> Iterator[Part]:
    """Give the parts of a citation that are leaves, pages or columns."""
    return (part for part in mention.parts if part.kind == "leaves")


def dashes(text: str, part: Part) -> Iterator[re.Match[str]]:
    """Give the dashes of the ranges in a part, with the blanks around them as group 1."""
    return _RANGE.finditer(text, part.label_end, part.end)


def versos(text: str, part: Part) -> Iterator[re.Match[str]]:
    """Give the marks of versos in a part: the blank before as group 1, the letters as group 2."""
    return _VERSO.finditer(text, part.label_end, part.end)


def bare_label(label: str) -> str:
    """Fold a designator: no case, no stops, no plural.

    >>> [bare_label(label) for label in ("Ll.", "л.", "ed. khr.", "Оп.")]
    ['l', 'л', 'ed khr', 'оп']
    """
    word = " ".join(label.casefold().replace(".", " ").split())
    return word[1:] if len(word) == 2 and word[0] == word[1] else word
