"""Blanks that break and blanks that do not.

What: Designator and number are held together by a no-break space in most places, and by a plain one here.

Why: A line must not end between «Л.» and its number. A manuscript without no-break spaces is at one with itself;
the typesetter puts them in.

Example: Л. 5 with a plain space, while most others have a no-break space

Use instead: Л. 5 with a no-break space

Source: Chicago Manual of Style, 17th ed., 6.121 (no-break spaces); custom of typesetters.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.messages import Name
from sovcite.checking.places import designators
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_NO_BREAK, _PLAIN = "no-break", "plain"


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the blanks behind the designators; only plain ones among no-break ones are a fault."""
    for finding in deviations(survey, _spots, named=True, write=_write):
        if finding.words["usual"] == Name(_NO_BREAK):
            yield finding


def _write(_: Spot, usual: str) -> str:
    return "\N{NO-BREAK SPACE}" if usual == _NO_BREAK else " "


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for word in designators(mention, text):
        gap = text[word.end : word.part.label_end]
        if gap not in (" ", "\u00a0"):
            continue
        start, end = word.end, word.part.label_end
        yield Spot(
            note=mention.note, start=word.start, end=word.part.end, group="space",
            way=_PLAIN if gap == " " else _NO_BREAK,
            edit=(start, end),
        )  # fmt: skip
