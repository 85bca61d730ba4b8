"""Fond with and without its prefix.

What: A fond of one repository is cited with a prefix (R-5446) here and without it elsewhere.

Why: In many archives R-5446 and 5446 would be two fonds. Only numbers of four digits and more are compared:
short ones with and without prefix mostly are two fonds.

Example: GARF, f. 5446, op. 1, d. 5 (footnote 1), GARF, f. R-5446, op. 1, d. 7 (footnotes 2 and 3)

Use instead: GARF, f. R-5446, op. 1, d. 5

Source: the prefixes in the table of repositories; the numbers of the manuscript itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey

_FOND = re.compile(r"([A-Z]{1,2}-)?([0-9]{4,}[a-z]?)")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the fonds whose numbers agree but for a prefix."""
    return deviations(_spots(survey), safety="ask")


def _spots(survey: Survey) -> Iterator[Spot]:
    for mention, part, text in survey.labelled():
        name, fond = mention.citation.repository, _FOND.fullmatch(mention.citation.fond or "")
        if part.kind != "fond" or name is None or fond is None:
            continue
        script = script_of(text[part.start : part.label_end])
        yield Spot(
            note=mention.note, start=part.label_end, end=part.end, group=(name.id or name.folded, script, fond[2]),
            way=text[part.label_end : part.end], edit=(part.label_end, part.end),
        )  # fmt: skip
