"""The blocks of a Markdown text: its paragraphs and the definitions of its footnotes, without code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from sovcite.manuscript.tracing import Traced, Tracing

_FENCE = re.compile(r"[ \t]*(?:(`{3,})[^`]*|(~{3,}).*)")
_DEFINITION = re.compile(r" {0,3}\[\^([^\[\]\s]+)\]:[ \t]*(.*)")
_INDENT = re.compile(r" {4}|\t| {1,3}\t")
# lines that end the paragraph above them
_NEW_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|>|[-*+][ \t]|---|\*\*\*|___)")
# lines that stand by themselves in their paragraph: items, rows, quotations, notes with their typed number
_OWN_LINE = re.compile(r"[ \t]*(?:[-*+|>#]|[0-9]{1,4}[.)]?[ \t]+[^\W\d_a-zа-яёіїєґў])")
# a line that is to end where it does, or whose last word goes on in the next
_HARD_END = re.compile(r"(?: {2}|\\|\||[-\u00ad\u2010\u00ac])\Z")


@frozen(kw_only=True)
class Definition:
    """The text of a footnote under its label, its lines without their indent."""

    label: str
    text: Traced


@frozen(kw_only=True)
class Blocks:
    """The paragraphs and the footnotes of a text, each in the order of the text."""

    paragraphs: tuple[Traced, ...]
    definitions: tuple[Definition, ...]


@frozen
class _Line:
    """A line that starts at that place of the text, from its cut on; begins: a blank line is before it."""

    text: str
    at: int
    begins: bool = False

    def cut(self, start: int, *, begins: bool = False) -> _Line:
        return _Line(self.text[start:], self.at + start, begins)

    def strip(self) -> _Line:
        return _Line(self.text.strip(), self.at + len(self.text) - len(self.text.lstrip()))


def split(text: str) -> Blocks:
    """Split a text into paragraphs and definitions; fenced code and a metadata block at the top are left out.

    A definition goes on over indented lines, and over a following line that begins no block of its own.

    >>> [one.text for one in split("Text[^a].\\n\\n[^a]: Ф. 17.\\n    Оп. 3.\\n\\nMore.").paragraphs]
    ['Text[^a].', 'More.']
    """
    paragraphs: list[list[_Line]] = [[]]
    definitions: list[tuple[str, list[_Line]]] = []
    inside = False  # whether an indented line belongs to the last definition
    after_blank = True
    fence = ""
    for line in _without_metadata(list(_lines(text))):
        if fence:
            if _closes(line.text, fence):
                fence = ""
            continue
        if opening := _FENCE.fullmatch(line.text):
            fence = opening[1] or opening[2]
            paragraphs.append([])
            after_blank = True
        elif not line.text.strip():
            paragraphs.append([])
            after_blank = True
        elif definition := _DEFINITION.fullmatch(line.text):
            definitions.append((definition[1], [line.cut(definition.start(2))]))
            paragraphs.append([])
            inside, after_blank = True, False
        elif inside and (indent := _INDENT.match(line.text)):
            definitions[-1][1].append(line.cut(indent.end(), begins=after_blank))
            after_blank = False
        elif inside and not after_blank and not _NEW_BLOCK.match(line.text):
            definitions[-1][1].append(line.strip())
        else:
            paragraphs[-1].append(line)
            inside, after_blank = False, False
    return Blocks(
        paragraphs=tuple(_joined(lines) for lines in paragraphs if lines),
        definitions=tuple(Definition(label=label, text=_joined(lines).strip()) for label, lines in definitions),
    )


def _joined(lines: list[_Line]) -> Traced:
    """Join lines; a line end without a meaning of its own is shown as a blank.

    Source: CommonMark 0.31, 6.7 and 6.8 (hard and soft line breaks).
    """
    joined = Tracing()
    before: _Line | None = None
    for line in lines:
        if before is not None:
            is_end = line.begins or _OWN_LINE.match(line.text) or _HARD_END.search(before.text)
            joined.add("\n" if is_end else " ", before.at + len(before.text), line.at)
        joined.add(line.text, line.at, line.at + len(line.text))
        before = line
    return joined.done()


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        yield _Line(line, at)
        at += len(line) + 1


def _closes(line: str, fence: str) -> bool:
    mark = line.strip()
    return len(mark) >= len(fence) and set(mark) == {fence[0]}


def _without_metadata(lines: list[_Line]) -> list[_Line]:
    # pandoc's YAML block: title, authors, options
    if lines[0].text.rstrip() != "---" or not lines[1:2] or not lines[1].text.strip():
        return lines
    for place, line in enumerate(lines[1:], start=1):
        if line.text.rstrip() in ("---", "..."):
            return lines[place + 1 :]
    return lines
