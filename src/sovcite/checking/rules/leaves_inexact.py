"""Leaves not named.

What: "ff.", «и др.», «и сл.» or "passim" stands in the place of leaves.

Why: A reader cannot order what is not named. It is only a hint: some publishers allow it.

Example: RGASPI, f. 17, op. 3, d. 746, l. 5 i dr.

Use instead: RGASPI, f. 17, op. 3, d. 746, ll. 5, 9, 12–14

Source: Chicago Manual of Style, 17th ed., 14.148 (exact numbers rather than ff.).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.places import leaf_parts
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote

_INEXACT = re.compile(r",?\s(ff\.?|и\s(?:др|сл|след)\.|i\s(?:dr|sl)\.|passim|та\sін\.)(?!\w)")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at what stands right behind the leaves."""
    for mention in survey.mentions:
        text = survey.text(mention)
        for part in leaf_parts(mention):
            found = _INEXACT.match(text, part.end)
            if found is not None:
                words = {"words": quote(found[1])}
                yield Finding(note=mention.note, start=found.start(1), end=found.end(1), words=words)
