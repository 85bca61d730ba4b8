"""Repository in the list of sources that is cited nowhere.

What: The manuscript's own list of archives names a repository that no citation uses.

Why: Either the list is older than the text, or the citations of that repository are named otherwise. Nothing is
said of an ambiguous name, nor where no citation was read at all.

Example: Archives: GARF, RGAE. 1. GARF, f. R-5446, op. 1, d. 15, l. 3

Use instead: Archives: GARF. 1. GARF, f. R-5446, op. 1, d. 15, l. 3

Source: GOST R 7.0.11-2011, 5.6 (list of sources of a thesis); custom of the publishers.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.source_list import source_list
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the entries of the list, one after the other."""
    listed = source_list(survey)
    names = [one.citation.repository for one in survey.mentions if listed and one.note not in listed.notes]
    cited = {id_ for name in names if name for id_ in ((name.id,) if name.id else name.candidates)}
    if listed is None or not cited:
        return
    for entry in listed.entries:
        if len(entry.ids) == 1 and entry.ids[0] not in cited:
            text = survey.notes[entry.note].text
            words = {"words": quote(text[entry.start : entry.end]), "heading": quote(listed.heading)}
            yield Finding(note=entry.note, start=entry.start, end=entry.end, words=words)
