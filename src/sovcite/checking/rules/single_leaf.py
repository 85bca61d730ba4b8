"""Designator of several leaves before one leaf.

What: "ll." or «лл.» stands before a single leaf.

Why: Either the designator is wrong or a leaf got lost. Leaves that go on in words ("ll. 5 ff.", «лл. 5 и др.»)
are passed over.

Example: GARF, f. R-5446, op. 1, d. 15, ll. 5

Use instead: GARF, f. R-5446, op. 1, d. 15, l. 5

Source: Chicago Manual of Style, 17th ed., 14.222 (abbreviations for leaves and pages); custom of the journals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sovcite.checking.places import leaf_parts
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix, Mention

_SEVERAL = re.compile(r"([lл])\1\.?\s*", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*[.,;]?\s*(?:[\[(0-9/–—&-]|(?:ff?|и|and|i|sl|сл|след|passim|et|та)\b)", re.IGNORECASE
)


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of leaves with exactly one leaf behind them."""
    several = (alike for alike in survey.dresses if _says_several(alike[0], survey.text(alike[0])))
    for mention in chain.from_iterable(several):
        text = survey.text(mention)
        for part in leaf_parts(mention):
            label = _SEVERAL.fullmatch(text, part.start, part.label_end)
            leaves = mention.citation.leaves
            if label is None or len(leaves) != 1 or leaves[0].last or "leaves" in mention.inherited:
                continue
            if not text[part.label_end : part.end].strip(" .")[:1].isdigit() or _GOES_ON.match(text, part.end):
                continue
            right = text[part.start] + text[part.start + 2 : part.end]
            yield Finding(
                note=mention.note,
                start=part.start,
                end=part.end,
                words={"words": quote(text[part.start : part.end]), "right": quote(right)},
                fix=Fix(edits=(Edit(start=part.start + 1, end=part.start + 2, new=""),), safety="safe"),
            )


def _says_several(mention: Mention, text: str) -> bool:
    return any(_SEVERAL.fullmatch(text, part.start, part.label_end) for part in leaf_parts(mention))
