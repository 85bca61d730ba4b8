"""The public ways in: find in a text, resolve over notes."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.data.authority import overlay_in_force, repository
from sovcite.model import Mention, Note, Unread
from sovcite.resolution.note_reading import LEVELS, Level
from sovcite.resolution.resolver import Resolver

__all__ = ["LEVELS", "Level", "find", "find_all", "resolve", "survey"]


def find(text: str, level: Level = "normal", *, default_repository: str | Sequence[str] = ()) -> list[Mention]:
    """Find the archival citations of a running text, in order, resolved within that text.

    Offsets are code points: text[mention.start:mention.end] == mention.raw. level "strict" gives only what is
    certain, "lenient" also what is merely suspected. default_repository is the id of the repository, or the ids,
    that an ambiguous name is taken for where nothing in the text tells its candidates apart. Any text is read;
    DataError is raised for a default that no repository has as its id.

    Source: docs/reading.md names the forms that are read.

    >>> text = "See GARF f. 374 op. 27 d. 1211 ll. 13, 33; d. 1210 l. 9."
    >>> [(m.raw, m.citation.key, m.inherited) for m in find(text)][1]
    ('d. 1210 l. 9', 'garf/374/27/1210', ('repository', 'fond', 'opis'))
    """
    return find_all(text, level, default_repository=default_repository)[0]


def find_all(
    text: str, level: Level = "normal", *, default_repository: str | Sequence[str] = ()
) -> tuple[list[Mention], list[Unread]]:
    """Find the citations of a text, and beside them what looks like a reference and cannot be read."""
    return survey((Note(text=text),), level, default_repository=default_repository)


def resolve(
    notes: Sequence[Note], level: Level = "normal", *, default_repository: str | Sequence[str] = ()
) -> list[Mention]:
    """Find the citations of notes in order, short forms resolved from note to note, ambiguous names by all notes.

    mention.note is the place of its note in the sequence, from 0; offsets are of that note's text. level and
    default_repository are those of find.

    Source: GOST R 7.0.5-2008, section 8 (repeated references); Chicago Manual of Style 17, 14.34 (ibid.).

    >>> notes = [Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3"), Note(text="Там же. Л. 5 об.")]
    >>> [mention.citation.key for mention in resolve(notes)]
    ['rgaspi/17/3/746', 'rgaspi/17/3/746']
    """
    return survey(notes, level, default_repository=default_repository)[0]


def survey(
    notes: Sequence[Note], level: Level = "normal", *, default_repository: str | Sequence[str] = ()
) -> tuple[list[Mention], list[Unread]]:
    """Read notes in order: their citations, and what looks like one and cannot be read."""
    given = (default_repository,) if isinstance(default_repository, str) else tuple(default_repository)
    for id_ in given:
        repository(id_)
    resolver = Resolver(level=level)
    for place, note in enumerate(notes):
        resolver.read(note, place)
    if not resolver.is_unsure:
        return resolver.mentions, resolver.unread
    from sovcite.resolution.context import decided, explained

    if level == "strict":
        # what is strictly certain rests on nothing but the name
        return explained(resolver.mentions), resolver.unread
    overlay = overlay_in_force()
    return decided(resolver.mentions, notes, (given, overlay.defaults if overlay else ())), resolver.unread
