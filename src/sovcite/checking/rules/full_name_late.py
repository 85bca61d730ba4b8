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
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import quote


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each name with brackets; notes are compared with notes of the same kind."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    explained: set[tuple[str, str]] = set()
    for mention in survey.mentions:
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or name.id is None or part is None:
            continue
        note = survey.notes[mention.note]
        key = (name.id, note.kind)
        words = " ".join(note.text[part.start : part.end].split())
        abbreviation = words.partition("(")[2].rstrip(" ).")
        if not abbreviation:
            first.setdefault(key, (words, note.label))
        elif key in first and key not in explained and first[key][0] == abbreviation and first[key][1] != note.label:
            said = {"words": quote(abbreviation), "first": first[key][1]}
            yield Finding(note=mention.note, start=part.start, end=part.end, words=said)
        if abbreviation:
            explained.add(key)
