"""The manuscript's own list of archives: the paragraphs under a heading such as "Archives" or «Архивные источники»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from sovcite.checking.survey import Survey
from sovcite.data.authority import lookup

_HEADING = re.compile(
    r"[\s#*_\d.]*((?:archiv(?:es|al (?:sources|collections|materials))|unpublished sources"
    r"|list of (?:archives|archival sources)"
    r"|архив(?:ы|ные (?:источники|материалы|фонды))|список (?:архивов|архивных (?:источников|фондов))"
    r"|неопубликованные источники|архів(?:и|ні (?:джерела|матеріали))|неопубліковані джерела))[\s*_.:]*",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[(),;:\[\]–—*_#|]|\.\s|\s-\s|^\s*[-•\d.]+\s")
_LINE = re.compile(r"[^\n]+")
# one name under the heading may be a sentence about an archive; two are a list
_FEWEST = 2


@frozen
class Listed:
    """A repository in the list: its id (several where the name is ambiguous), and where it stands."""

    ids: tuple[str, ...]
    note: int
    start: int
    end: int


@frozen
class SourceList:
    """The list: its heading, its repositories, and the places of the notes that it fills."""

    heading: str
    entries: tuple[Listed, ...]
    notes: frozenset[int]


def source_list(survey: Survey) -> SourceList | None:
    """Find the list of archives of a manuscript; None where it has none, or none that can be read as one."""
    heading, entries, notes = None, list[Listed](), set[int]()
    for note, start, line in _lines(survey):
        if heading is None or (not entries and _HEADING.fullmatch(line)):
            found = _HEADING.fullmatch(line)
            heading = found[1] if found else heading
            continue
        names = list(_names(note, start, line))
        if names:
            entries += names
            notes.add(note)
        elif any(mention.start < start + len(line) and mention.end > start for mention in survey.in_note(note)):
            notes.add(note)
        elif entries or len(line) > 200:
            # the next heading, or running text
            break
    if heading is None or len({one.ids for one in entries}) < _FEWEST:
        return None
    return SourceList(heading, tuple(entries), frozenset(notes))


def _lines(survey: Survey) -> Iterator[tuple[int, int, str]]:
    for place, note in enumerate(survey.notes):
        if note.kind in ("body", "note"):
            for line in _LINE.finditer(note.text):
                if line[0].strip():
                    yield place, line.start(), line[0]


def _names(note: int, start: int, line: str) -> Iterator[Listed]:
    """Give the repositories that a line names, each once: State Archive of the Russian Federation (GARF)."""
    seen: set[str] = set()
    begin = 0
    for stop in [*_BREAKS.finditer(line), None]:
        words = line[begin : stop.start() if stop else len(line)]
        name = words.strip(" \t\u00a0.")
        ids = lookup(name) if len(name) > 2 else ()
        if ids and not seen & set(ids):
            seen |= set(ids)
            at = start + begin + words.index(name)
            yield Listed(ids, note, at, at + len(name))
        begin = stop.end() if stop else begin
