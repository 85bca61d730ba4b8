"""Several leaves under the designator of one.

What: The manuscript writes ll. (лл.) before several leaves, and l. (л.) in some places; or the reverse.

Why: Where ll. is the custom, l. before a list looks like a lost comma. GOST has «Л.» for any number of leaves,
so no form is a fault in itself.

Example: l. 5–7 (footnote 1), ll. 9–12 (footnotes 2 and 3)

Use instead: ll. 5–7

Source: Chicago Manual of Style, 17th ed., 14.222 (ll. for several); GOST R 7.0.5-2008, 11.4 (Л.);
each style names its own.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import leaf_parts
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_LABEL = re.compile(r"([lл])(\1?)\.?\s*", re.IGNORECASE)


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators before lists and ranges of leaves."""
    wanted: dict[Hashable, str] | None = None
    if survey.style is not None and "leaf" in survey.style.labels:
        label = survey.style.labels["leaf"].many.lower()
        way = label.partition(" ")[0]
        wanted = {one: way for one in "lл" if way in (f"{one}.", f"{one}{one}.")}
    return deviations(survey, _spots, wanted=wanted, write=_write, unsure=survey.is_unsure("labels"))


def _write(_: Spot, usual: str) -> str:
    # the first letter stays as it is, a capital or not: only what stands behind it changes
    return usual[0] * (len(usual) - 2)


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    leaves, parts = mention.citation.leaves, list(leaf_parts(mention))
    if len(parts) != 1 or "leaves" in mention.inherited or not (len(leaves) > 1 or (leaves and leaves[0].last)):
        return
    part = parts[0]
    label = _LABEL.fullmatch(text, part.start, part.label_end)
    if label is not None:
        letter = label[1].lower()
        yield Spot(
            note=mention.note, start=part.start, end=part.end, group=letter,
            way=f"{letter}{letter}." if label[2] else f"{letter}.",
            edit=(part.start + 1, part.start + len(label[1] + label[2])),
        )  # fmt: skip
