"""A .bib file: each field of an entry that holds text is a note, under the key of its entry."""

from __future__ import annotations

import re
from itertools import zip_longest

from sovcite.manuscript.latex.scanning import scan
from sovcite.manuscript.tracing import Reading, reading

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*[{(]\s*([^\s,{}()]*)\s*,")
_FIELD = re.compile(r"\s*,?\s*([A-Za-z][\w+-]*)\s*=\s*")
_WORD = re.compile(r"\s*[^\s,{}\"#]+")
_NO_ENTRIES = frozenset({"comment", "preamble", "string"})
# never read as text: names, links and what programs keep there
_SILENT = frozenset({
    "author", "doi", "editor", "file", "isbn", "issn", "keywords", "langid", "language", "url", "urldate",
})  # fmt: skip


def read_bib(text: str) -> tuple[Reading, ...]:
    """Read the fields of a bibliography (BibTeX, biblatex), those of one entry together, in order.

    A broken entry ends where the next begins.

    >>> entry = "@misc{a, title = {Отчёт}, note = {ГАРФ. Ф. 374. Оп. 27. Д. 1211}}"
    >>> [(note.label, note.text) for note, _ in read_bib(entry)]
    [('entry a title', 'Отчёт'), ('entry a note', 'ГАРФ. Ф. 374. Оп. 27. Д. 1211')]
    """
    entries = list(_ENTRY.finditer(text))
    read: list[Reading] = []
    for entry, following in zip_longest(entries, entries[1:]):
        if entry[1].lower() in _NO_ENTRIES:
            continue
        stop = following.start() if following else len(text)
        at = entry.end()
        while (name := _FIELD.match(text, at, stop)) is not None:
            start, end, at = _value(text, name.end(), stop)
            if name[1].lower() in _SILENT:
                continue
            # commands that would make notes have no place here
            for found in scan(text, start, end, {}):
                words = found.text.strip()
                if words.text:
                    read.append(reading(words, "entry", f"{entry[2]} {name[1].lower()}"))
    return tuple(read)


def _value(text: str, at: int, stop: int) -> tuple[int, int, int]:
    """Give the place of a value without its braces or quotes, and where it ends; a bare word or number is no text."""
    opening = text[at : at + 1]
    if opening not in ("{", '"') or not opening:
        word = _WORD.match(text, at, stop)
        end = word.end() if word else at
        return end, end, end
    closing = "}" if opening == "{" else '"'
    depth = 0
    place = at + 1
    while place < stop:
        letter = text[place]
        if letter == "\\":
            place += 1
        elif letter == closing and depth == 0:
            return at + 1, place, place + 1
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        place += 1
    return at + 1, stop, stop
