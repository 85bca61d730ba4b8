"""Ranges with several kinds of dash.

What: The ends of ranges of leaves are joined now by a hyphen, now by a dash, now with blanks around it.

Why: It is a matter of the page's looks, so only a hint.

Example: ll. 5-7 (footnote 1), ll. 9–12 (footnotes 2 and 3)

Use instead: ll. 5–7

Source: Chicago Manual of Style, 17th ed., 6.78 (en dash between numbers); each style names its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import dashes, leaf_parts
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.model import Mention


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each dash between two leaves, in notes and in the text alike."""
    wanted: dict[Hashable, str] | None = {"dash": survey.style.dash} if survey.style else None
    return deviations(survey, _spots, wanted=wanted, unsure=survey.is_unsure("dash"))


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for part in leaf_parts(mention):
        if part.label_end == part.start:
            # numbers in a row have dashes of their own
            continue
        for found in dashes(text, part):
            start, end = found.start(1), found.end(1)
            yield Spot(
                note=mention.note, start=start, end=end, group="dash", way=found[1].replace("\u00a0", " "),
                shown=f"5{found[1]}7",
                edit=(start, end),
            )  # fmt: skip
