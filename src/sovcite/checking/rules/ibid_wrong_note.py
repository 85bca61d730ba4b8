"""Ibid. that points to the wrong note.

What: A short form with a file number means a file that nothing else in the manuscript cites, while the same
number under the source of an earlier note is cited elsewhere.

Why: When a note is put in between, or one is struck out, every Ibid. behind it silently changes its meaning.
Without such a witness in the manuscript nothing is said.

Example: 1. GARF, f. 374, op. 27, d. 1211. 2. RGASPI, f. 17, op. 3, d. 746. 3. Ibid., d. 1210. 4. GARF, f. 374,
op. 27, d. 1210

Use instead: 3. GARF, f. 374, op. 27, d. 1210

Source: Chicago Manual of Style, 17th ed., 14.34 (Ibid. refers to the note immediately before).
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import in_short, quote
from sovcite.model import Citation, Mention

# so many notes back a source may have stood before something was put in
_BACK = 3


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the short forms that state a file and take over the fond."""
    files = [(mention, short, file) for mention, short in survey.short_forms if (file := part_of(mention, "file"))]
    own = {mention.citation.key for mention in survey.mentions if mention.kind != "ibid"} if files else set()
    for mention, short, file in files:
        if mention.kind != "ibid" or "fond" not in mention.inherited:
            continue
        if survey.in_note(mention.note)[0] != mention:
            continue
        if mention.citation.key in own:
            continue
        other = next((one for one in _sources(survey, mention) if _moved(mention, one.citation).key in own), None)
        if other is not None:
            words = {
                "words": quote(survey.text(mention)[short.start : file.end]), "meant": in_short(mention.citation),
                "other": in_short(_moved(mention, other.citation)), "note": survey.notes[other.note].label,
            }  # fmt: skip
            yield Finding(note=mention.note, start=short.start, end=file.end, words=words)


def _sources(survey: Survey, mention: Mention) -> Iterator[Mention]:
    """Give the sources of the notes before the last one, the nearest first."""
    place = survey.before(mention.note)
    for _ in range(_BACK):
        place = survey.before(place) if place is not None else None
        if place is None:
            return
        yield from (one for one in survey.in_note(place)[-1:] if one.citation.fond)


def _moved(mention: Mention, source: Citation) -> Citation:
    """Give the citation that the short form would be behind another source."""
    taken = {level: getattr(source, level) for level in mention.inherited if level != "leaves"}
    return evolve(mention.citation, **taken)
