"""Repository missing.

What: A citation names a fond and no repository, and none was named before it.

Why: A fond is a number of one repository. It is a warning where all the other citations of the manuscript name
theirs, else a hint: a work on one archive may say so once in its introduction.

Example: Ф. 17. Оп. 3. Д. 746. Л. 3

Use instead: РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3

Source: GOST R 7.0.5-2008, 11.3 (the name of the repository comes first).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, in_order, part_of
from sovcite.checking.wording import quote

# so many others must name theirs before the one without is an exception
_ENOUGH = 5


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations with a fond of their own and no repository."""
    fonds = [alike for alike in survey.dresses if part_of(alike[0], "fond") is not None]
    # the list of sources names an archive once and its fonds below
    fonds = [alike for alike in fonds if survey.notes[alike[0].note].kind != "body"]
    without = [alike for alike in fonds if alike[0].citation.repository is None and alike[0].kind != "ibid"]
    nameless = in_order(without)
    every = sum(map(len, fonds))
    named = every - len(nameless)
    is_exception = named >= _ENOUGH and len(nameless) * 10 <= every
    for mention in nameless:
        if mention is not nameless[0] and not is_exception:
            # said once: the whole work may be on one archive
            return
        yield Finding(
            note=mention.note,
            start=mention.start,
            end=mention.end,
            say="fault" if is_exception else "alone",
            words={"words": quote(mention.raw), "times": named if is_exception else len(nameless)},
            severity="warning" if is_exception else "info",
        )
