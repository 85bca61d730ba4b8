"""The public ways in: find in a text, resolve over notes."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.model import Mention, Note, Unread
from sovcite.resolution.resolver import LEVELS, Level, Resolver

__all__ = ["LEVELS", "Level", "find", "find_all", "resolve", "survey"]


def find(text: str, level: Level = "normal") -> list[Mention]:
    """Find the archival citations of a running text, in order, resolved within that text.

    Offsets are code points: text[mention.start:mention.end] == mention.raw. level "strict" gives only what is
    certain, "lenient" also what is merely suspected. Any text is read; nothing is raised.

    Source: docs/reading.md names the forms that are read.

    >>> text = "See GARF f. 374 op. 27 d. 1211 ll. 13, 33; d. 1210 l. 9."
    >>> [(m.raw, m.citation.key, m.inherited) for m in find(text)][1]
    ('d. 1210 l. 9', 'garf/374/27/1210', ('repository', 'fond', 'opis'))
    """
    return find_all(text, level)[0]


def find_all(text: str, level: Level = "normal") -> tuple[list[Mention], list[Unread]]:
    """Find the citations of a text, and beside them what looks like a reference and cannot be read."""
    return survey((Note(text=text),), level)


def resolve(notes: Sequence[Note], level: Level = "normal") -> list[Mention]:
    """Find the citations of notes in order, short forms resolved from note to note.

    mention.note is the place of its note in the sequence, from 0; offsets are of that note's text.

    Source: GOST R 7.0.5-2008, section 8 (repeated references); Chicago Manual of Style 17, 14.34 (ibid.).

    >>> notes = [Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3"), Note(text="Там же. Л. 5 об.")]
    >>> [mention.citation.key for mention in resolve(notes)]
    ['rgaspi/17/3/746', 'rgaspi/17/3/746']
    """
    return survey(notes, level)[0]


def survey(notes: Sequence[Note], level: Level = "normal") -> tuple[list[Mention], list[Unread]]:
    """Read notes in order: their citations, and what looks like one and cannot be read."""
    resolver = Resolver(level=level)
    for place, note in enumerate(notes):
        resolver.read(note, place)
    return resolver.mentions, resolver.unread
