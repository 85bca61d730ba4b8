"""Leaf beyond the end of the file.

What: The manuscript states how many leaves a file has («Д. 5 (120 л.)»), and cites a leaf beyond them.

Why: One of the two numbers is wrong, or the file is. Only the extent that the manuscript itself states is used.

Example: ГАРФ. Ф. Р-9414. Оп. 1. Д. 5 (120 л.). Л. 340

Use instead: ГАРФ. Ф. Р-9414. Оп. 1. Д. 5 (420 л.). Л. 340

Source: the extent in the note; arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, in_order, part_of
from sovcite.model import Mention

# the number before the designator is a count of leaves
_EXTENT = re.compile(
    r"[.,]?\s*[(\[]?\s*([0-9]{1,4})\s*(?:лл?|ll?|арк|ark|листов|leaves|folios)\b\.?(?!\s*[0-9])", re.IGNORECASE
)


def look(survey: Survey) -> Iterator[Finding]:
    """Gather the extents behind the files, then look at the leaves of those files."""
    extents: dict[str, tuple[int, str]] = {}
    for mention in in_order(alike for alike in survey.dresses if _may_have_extent(alike[0], survey.text(alike[0]))):
        file = part_of(mention, "file")
        found = _EXTENT.match(survey.text(mention), file.end) if file else None
        if found is not None:
            extents[mention.citation.key] = (int(found[1]), survey.notes[mention.note].label)
    for mention in survey.mentions if extents else ():
        known, part = extents.get(mention.citation.key), part_of(mention, "leaves")
        if known is None or part is None:
            continue
        numbers = [end.number for one in mention.citation.leaves for end in (one.first, one.last) if end]
        digits = [int(match[0]) for number in numbers if (match := re.match("[0-9]+", number))]
        if digits and max(digits) > known[0]:
            words = {"leaf": max(digits), "extent": known[0], "note": known[1]}
            yield Finding(note=mention.note, start=part.start, end=part.end, words=words)


def _may_have_extent(mention: Mention, text: str) -> bool:
    """Say whether anything but a designator stands behind the file in a dress; what stands behind its end may do."""
    file = part_of(mention, "file")
    if file is None or file.end >= mention.end:
        return file is not None
    return not text[file.end : file.end + 8].strip(" .,")[:1].isalpha()
