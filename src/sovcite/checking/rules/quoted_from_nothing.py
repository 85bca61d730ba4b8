"""Quoted from nothing.

What: «Цит. по:» (quoted from) ends its note, and no work follows.

Why: The words say that the archive was not seen and where the quotation comes from; without the work they say
nothing.

Example: Цит. по:

Use instead: Цит. по: Хлевнюк О. В. Политбюро. М., 1996. С. 34

Source: GOST R 7.0.5-2008, 5.5 (references to a source at second hand).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote

_QUOTED = re.compile(
    r"(?<![^\W_])(?:Цит(?:\.|ируется)\s+по|Цит\.\s+за|Приводится\s+по|Quoted\s+(?:from|in|after)|Cited\s+(?:from|in|after))"
    r"\s*[:.]?[\s.]*\Z",
    re.IGNORECASE,
)
# so every text that is meant ends, which is cheap to see
_LAST_WORDS = ("по", "за", "from", "in", "after")
_STOPS = ".:" + "".join(filter(str.isspace, map(chr, range(0x3001))))


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the ends of the notes; a paragraph of the text may go on in a quotation set apart."""
    for place, note in enumerate(survey.notes):
        is_note = note.kind in ("footnote", "endnote") and note.text.rstrip(_STOPS).casefold().endswith(_LAST_WORDS)
        found = _QUOTED.search(note.text) if is_note else None
        if found is not None:
            end = found.start() + len(found[0].rstrip())
            words = {"words": quote(found[0].rstrip(" .:"))}
            yield Finding(note=place, start=found.start(), end=end, words=words)
