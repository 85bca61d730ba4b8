"""Full name behind the abbreviation.

What: The full name with its abbreviation in brackets stands in a note, and an earlier note already used the
abbreviation alone.

Why: The full name is there to explain the abbreviation, so it belongs to the first mention. Mostly a note was
put in before it, or a chapter was moved.

Example: 1. GARF, f. R-5446, op. 1, d. 5. 2. State Archive of the Russian Federation (GARF), f. R-9401

Use instead: 1. State Archive of the Russian Federation (GARF), f. R-5446, op. 1, d. 5. 2. GARF, f. R-9401

Source: Chicago Manual of Style, 17th ed., 10.3 (abbreviations are spelt out where they first appear).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, in_order, part_of
from sovcite.checking.wording import quote
from sovcite.model import Mention, Note

# the archive and the kind of notes
_Key = tuple[str | None, str]


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each name with brackets; notes are compared with notes of the same kind."""
    first: dict[_Key, tuple[str, str]] = {}
    explained: set[_Key] = set()
    keys = [_key(alike[0], survey.notes[alike[0].note]) for alike in survey.dresses]
    spelt_out = {key for key, alike in zip(keys, survey.dresses, strict=True) if _has_brackets(survey, alike[0])}
    among = (alike for key, alike in zip(keys, survey.dresses, strict=True) if key in spelt_out)
    for mention in in_order(among):
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or name.id is None or part is None:
            continue
        note = survey.notes[mention.note]
        key = _key(mention, note)
        words = " ".join(note.text[part.start : part.end].split())
        abbreviation = words.partition("(")[2].rstrip(" ).")
        if not abbreviation:
            first.setdefault(key, (words, note.label))
        elif key in first and key not in explained and first[key][0] == abbreviation and first[key][1] != note.label:
            said = {"words": quote(abbreviation), "first": first[key][1]}
            yield Finding(note=mention.note, start=part.start, end=part.end, words=said)
        if abbreviation:
            explained.add(key)


def _key(mention: Mention, note: Note) -> _Key:
    name = mention.citation.repository
    return (name.id if name else None), note.kind


def _has_brackets(survey: Survey, mention: Mention) -> bool:
    part = part_of(mention, "repository")
    return part is not None and "(" in survey.text(mention)[part.start : part.end]
