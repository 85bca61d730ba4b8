"""Repository missing in the list of sources.

What: The notes cite a repository that the manuscript's own list of archives does not name.

Why: Readers and reviewers go by the list. Only a list under a heading of its own ("Archives", «Архивные
источники») with two known repositories or more is compared; a name that is ambiguous or unknown is passed over.

Example: Archives: GARF, RGASPI. 5. RGAE, f. 4372, op. 1, d. 15, l. 3

Use instead: Archives: GARF, RGAE, RGASPI. 5. RGAE, f. 4372, op. 1, d. 15, l. 3

Source: GOST R 7.0.11-2011, 5.6 (list of sources of a thesis); custom of the publishers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.source_list import source_list
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import quote


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the repositories that are cited, each where it is named first."""
    listed = source_list(survey)
    if listed is None:
        return
    known = {id_ for entry in listed.entries for id_ in entry.ids}
    cited = [one for one in survey.mentions if one.note not in listed.notes and one.citation.repository]
    counts = Counter(one.citation.repository.id for one in cited if one.citation.repository)
    for mention in cited:
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or name.id is None or name.id in known or part is None:
            continue
        known.add(name.id)
        words = {"words": quote(name.written), "times": counts[name.id], "heading": quote(listed.heading)}
        yield Finding(note=mention.note, start=part.start, end=part.end, words=words)
