"""The text in an editor as notes, each a stretch of the text itself, so that places need no map.

A block ends at a blank line, a footnote of Markdown where the next one begins; fenced code is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sovcite.model import Note

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_FENCED = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\[\]\s]+)\]:", re.MULTILINE)
_MARKDOWN = (".md", ".markdown")


class Block(NamedTuple):
    """A note, and where its text begins in the whole text."""

    note: Note
    start: int


def blocks(text: str, name: str) -> list[Block]:
    """Cut a text into notes; the extension of the name says whether it is Markdown.

    >>> text = "See[^a].\\n\\n[^a]: GARF, f. 17.\\n[^b]: Ibid."
    >>> [(block.note.label, block.start) for block in blocks(text, "a.md")]
    [('body 1', 0), ('footnote a', 10), ('footnote b', 29)]
    """
    is_markdown = name.lower().endswith(_MARKDOWN)
    if is_markdown:
        text = _FENCED.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    found = []
    number = 0
    for block in _BLOCK.finditer(text):
        for start, end, label in _parts(block, is_markdown):
            number += label is None
            kind = "footnote" if label else "body" if is_markdown else "note"
            found.append(Block(Note(text=text[start:end], kind=kind, number=label or str(number)), start))
    return found


def _parts(block: re.Match[str], is_markdown: bool) -> Iterator[tuple[int, int, str | None]]:
    """Cut a block where a footnote begins."""
    definitions = list(_DEFINITION.finditer(block[0])) if is_markdown else []
    borders = [0, *(one.start() for one in definitions), len(block[0])]
    labels = [None, *(one[1] for one in definitions)]
    for start, end, label in zip(borders, borders[1:], labels, strict=False):
        if block[0][start:end].strip():
            yield block.start() + start, block.start() + end, label
