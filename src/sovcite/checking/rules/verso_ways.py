"""Verso written in several ways.

What: The back of a leaf is marked now one way, now another: 5 об., 5об, 5ob., 5v.

Why: It is one mark, and a reader looks for the difference. Cyrillic and Latin marks are compared apart, and so
are об. (оборот) and зв. (зворот). Full stops are not compared: one may end the sentence.

Example: Л. 5об (footnote 1), Л. 6 об. (footnotes 2 and 3)

Use instead: Л. 5 об.

Source: GOST R 7.0.5-2008, 11.4 and its examples; each style names its own.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import leaf_parts, versos
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_UKRAINIAN = re.compile(r"(?:арк|ark|аркуш)\b", re.IGNORECASE)


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each mark of a verso behind a number."""
    style = survey.style
    wanted: dict[Hashable, str] | None = None
    if style is not None:
        mark = (style.verso or "").rstrip(".")
        wanted = {(style.script, style.language == "uk"): mark} if mark else {}
    return deviations(survey, _spots, wanted=wanted, unsure=survey.is_unsure("verso"))


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for part in leaf_parts(mention):
        for found in versos(text, part):
            start, end = found.start(), found.end()
            group = (script_of(found[2]), bool(_UKRAINIAN.match(text, part.start)))
            yield Spot(
                note=mention.note, start=start, end=end, group=group, way=found[0].replace("\u00a0", " "),
                shown=f"5{found[0]}", edit=(start, end),
                # 5v may be leaf 5в
                safety="ask" if found[2].casefold() == "v" else None,
            )  # fmt: skip
