"""Ibid. over notes without a citation.

What: A short form opens a note and refers to a citation that is not in the note before: notes with other words
stand in between.

Why: Ibid. means the note immediately before. A remark or a book in between makes the reader search, and often
the note in between was added later.

Example: 1. RGASPI, f. 17, op. 3, d. 746, l. 2. 2. The author's italics. 3. Ibid., d. 747, l. 3

Use instead: 3. RGASPI, f. 17, op. 3, d. 747, l. 3

Source: Chicago Manual of Style, 17th ed., 14.34 (Ibid. refers to the note immediately before).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the short forms that open a footnote or endnote."""
    for mention, short in survey.short_forms:
        place = survey.before(mention.note)
        if mention.kind != "ibid" or place is None or "fond" not in mention.inherited:
            continue
        if survey.notes[mention.note].kind not in ("footnote", "endnote"):
            continue
        if survey.in_note(mention.note)[0] != mention:
            continue
        between = 0
        while place is not None and not survey.in_note(place):
            between += bool(survey.notes[place].text.strip())
            place = survey.before(place)
        if between and place is not None:
            words = {
                "words": quote(survey.text(mention)[short.start : short.end]), "note": survey.notes[place].label,
            }  # fmt: skip
            yield Finding(note=mention.note, start=short.start, end=short.end, words=words)
