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

_UKRAINIAN = re.compile(r"(?:арк|ark|аркуш)\b", re.IGNORECASE)


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each mark of a verso behind a number."""
    style = survey.style
    wanted: dict[Hashable, str] | None = None
    if style is not None:
        mark = (style.verso or "").rstrip(".")
        wanted = {(style.script, style.language == "uk"): mark} if mark else {}
    spots = list(_spots(survey))
    # 5v may be leaf 5в: it is asked for
    sure = [spot for spot in spots if spot.way.strip().casefold() != "v"]
    bare = {(spot.note, spot.start) for spot in spots} - {(spot.note, spot.start) for spot in sure}
    for finding in deviations(spots, wanted=wanted, unsure=survey.is_unsure("verso"), safety="safe"):
        asked = (finding.note, finding.start) in bare and finding.fix is not None
        yield finding if not asked else _asked(finding)


def _asked(finding: Finding) -> Finding:
    from attrs import evolve

    return evolve(finding, fix=finding.fix and evolve(finding.fix, safety="ask"))


def _spots(survey: Survey) -> Iterator[Spot]:
    for mention, part, text in leaf_parts(survey):
        for found in versos(text, part):
            start, end = found.start(), found.end()
            group = (script_of(found[2]), bool(_UKRAINIAN.match(text, part.start)))
            yield Spot(
                note=mention.note, start=start, end=end, group=group, way=found[0].replace("\u00a0", " "),
                shown=f"5{found[0]}",
                edit=(start, end),
            )  # fmt: skip
