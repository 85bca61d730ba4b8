"""Parts set off in several ways.

What: The parts of a citation are set off by commas here, by full stops or blanks elsewhere.

Why: It is a matter of the page's looks, so only a hint. Citations in Cyrillic and in Latin letters are compared
apart, and so is what follows the repository.

Example: РГАСПИ. Ф. 17, оп. 3, д. 746 (footnote 1), РГАСПИ. Ф. 17. Оп. 3. Д. 747 (footnotes 2 and 3)

Use instead: РГАСПИ. Ф. 17. Оп. 3. Д. 746

Source: GOST R 7.0.5-2008, 11.4 (full stops); each style names its own.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import gaps
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_GAP = re.compile(r"[.,;:]?\s+|[.,;:/]")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the gaps between the printed parts."""
    style = survey.style
    wanted: dict[Hashable, str] | None = None
    if style is not None:
        wanted = {(style.script, True): style.after_repository, (style.script, False): style.separator}
    unsure = survey.is_unsure("separator", "after_repository")
    return deviations(survey, _spots, wanted=wanted, unsure=unsure)


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for before, after, gap in gaps(mention, text):
        # the stop of an abbreviation is the stop between the parts too
        start = before.end - 1 if text[before.end - 1] == "." else before.end
        way = re.sub(r"\s+", " ", text[start : after.start])
        if not _GAP.fullmatch(way):
            continue
        script = script_of(text[after.start : after.label_end])
        follows_name = before.kind == "repository"
        keeps = gap != text[start : after.start]
        yield Spot(
            note=mention.note, start=start, end=after.label_end, group=(script, follows_name), way=way,
            edit=None if keeps else (start, after.start),
        )  # fmt: skip
