"""The places of a LaTeX or Typst text where it takes in another file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# a comment takes in nothing
_LATEX = re.compile(
    r"(?<!\\)%[^\n]*|\\(?:(?:input|include|subfile)\s*\{(?P<name>[^{}\n]+)\}|input[ \t]+(?P<bare>[^\s{}\\%]+))"
)
_TYPST = re.compile(r"^[ \t]*#include[ \t]+\"(?P<name>[^\"\n]+)\"(?P<bare>)", re.MULTILINE)
_PATTERNS = {".tex": _LATEX, ".ltx": _LATEX, ".typ": _TYPST}


class Inclusion(NamedTuple):
    """text[start:end] stands for the content of the file at path."""

    start: int
    end: int
    path: str


def may_take_in(file: str) -> bool:
    """Say whether a file is of a kind that can take in others."""
    return _extension(file) in _PATTERNS


def taken_in(text: str, file: str, home: str, is_there: Callable[[str], bool]) -> Iterator[Inclusion]:
    """Give the files that a text takes in, in order; home is the folder of the main file, file the one of the text.

    >>> [one.path for one in taken_in("\\\\include{ch1} % \\\\input{no}", "book/main.tex", "book", lambda path: True)]
    ['book/ch1.tex']
    """
    pattern = _PATTERNS.get(_extension(file))
    own = os.path.dirname(file)
    # LaTeX looks beside the main file, Typst beside the file that takes in; many authors of LaTeX write as for Typst
    folders = (home, own) if pattern is _LATEX and home != own else (own,)
    for found in pattern.finditer(text) if pattern else ():
        name = found["name"] or found["bare"]
        for folder in folders if name else ():
            path = os.path.normpath(os.path.join(folder, name.strip()))
            if not os.path.splitext(path)[1]:
                path += _extension(file)
            if is_there(path):
                yield Inclusion(found.start(), found.end(), path)
                break


def _extension(file: str) -> str:
    return os.path.splitext(file)[1].lower()
