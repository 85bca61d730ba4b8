"""The blocks of a Markdown text: its paragraphs and the definitions of its footnotes, without code."""

from __future__ import annotations

import re

from attrs import frozen

_FENCE = re.compile(r"[ \t]*(?:(`{3,})[^`]*|(~{3,}).*)")
_DEFINITION = re.compile(r" {0,3}\[\^([^\[\]\s]+)\]:[ \t]*(.*)")
_INDENT = re.compile(r" {4}|\t| {1,3}\t")
# lines that end the paragraph above them
_NEW_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|>|[-*+][ \t]|---|\*\*\*|___)")


@frozen(kw_only=True)
class Definition:
    """The text of a footnote under its label, its lines without their indent."""

    label: str
    text: str


@frozen(kw_only=True)
class Blocks:
    """The paragraphs and the footnotes of a text, each in the order of the text."""

    paragraphs: tuple[str, ...]
    definitions: tuple[Definition, ...]


def split(text: str) -> Blocks:
    """Split a text into paragraphs and definitions; fenced code and a metadata block at the top are left out.

    A definition goes on over indented lines, and over a following line that begins no block of its own.

    >>> split("Text[^a].\\n\\n[^a]: Ф. 17.\\n    Оп. 3.\\n\\nMore.").paragraphs
    ('Text[^a].', 'More.')
    """
    paragraphs: list[list[str]] = [[]]
    definitions: list[tuple[str, list[str]]] = []
    inside = False  # whether an indented line belongs to the last definition
    after_blank = True
    fence = ""
    for line in _without_metadata(text.split("\n")):
        if fence:
            if _closes(line, fence):
                fence = ""
            continue
        if opening := _FENCE.fullmatch(line):
            fence = opening[1] or opening[2]
            paragraphs.append([])
            after_blank = True
        elif not line.strip():
            paragraphs.append([])
            after_blank = True
        elif definition := _DEFINITION.fullmatch(line):
            definitions.append((definition[1], [definition[2]]))
            paragraphs.append([])
            inside, after_blank = True, False
        elif inside and (indent := _INDENT.match(line)):
            definitions[-1][1].append(line[indent.end() :])
            after_blank = False
        elif inside and not after_blank and not _NEW_BLOCK.match(line):
            definitions[-1][1].append(line.strip())
        else:
            paragraphs[-1].append(line)
            inside, after_blank = False, False
    return Blocks(
        paragraphs=tuple("\n".join(lines) for lines in paragraphs if lines),
        definitions=tuple(
            Definition(label=label, text="\n".join(lines).strip()) for label, lines in definitions
        ),
    )


def _closes(line: str, fence: str) -> bool:
    mark = line.strip()
    return len(mark) >= len(fence) and set(mark) == {fence[0]}


def _without_metadata(lines: list[str]) -> list[str]:
    # pandoc's YAML block: title, authors, options
    if lines[0].rstrip() != "---" or not lines[1:2] or not lines[1].strip():
        return lines
    for place, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return lines[place + 1 :]
    return lines
