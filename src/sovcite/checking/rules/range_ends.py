"""Ends of ranges in full and in short form.

What: The second number of a range is shortened here (104–5) and in full elsewhere (104–105), or the reverse.

Why: Archival leaves are mostly written in full, since 142–7 may be 147 or a slip; journals in English shorten.
Each way alone is at one with itself.

Example: ll. 104–5 (footnote 1), ll. 137–138 (footnotes 2 and 3)

Use instead: ll. 104–105

Source: Chicago Manual of Style, 17th ed., 9.61 (short ends); GOST R 7.0.5-2008, 11.4 and its examples (full ends).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import DASH, leaf_parts
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_ENDS = re.compile(rf"(?<![0-9])([0-9]{{3,}})\s*[{DASH}]\s*([0-9]+)(?![0-9])")
_DASHED = re.compile(rf"[0-9]\s*[{DASH}]\s*[0-9]")
_FULL, _SHORT = "full", "shortened"


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the ranges from leaf 101 on whose ends share their first digits."""
    wanted: dict[Hashable, str] | None = None
    if survey.style is not None:
        wanted = {"ends": _SHORT if survey.style.short_ranges else _FULL}
    unsure = survey.is_unsure("short_ranges")
    with_ranges = (alike for alike in survey.dresses if _has_range(alike[0], survey.text(alike[0])))
    among = [(mention,) for alike in with_ranges for mention in alike]
    return deviations(
        survey, _spots, among=among, wanted=wanted, unsure=unsure, safety="ask", named=True, write=_write
    )


def _has_range(mention: Mention, text: str) -> bool:
    return any(_DASHED.search(text, part.label_end, part.end) for part in leaf_parts(mention))


def _write(spot: Spot, usual: str) -> str | None:
    return spot.shown if usual == _FULL else None


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for part in leaf_parts(mention):
        for found in _ENDS.finditer(text, part.label_end, part.end):
            first, last = found[1], found[2]
            whole = first[: len(first) - len(last)] + last
            is_full = len(first) == len(last) and int(last) > int(first) and last[0] == first[0] and first[-2:] != "00"
            if not is_full and not (len(last) < len(first) and int(whole) > int(first)):
                continue
            start, end = found.span(2)
            yield Spot(
                note=mention.note, start=found.start(), end=found.end(), group="ends",
                way=_FULL if is_full else _SHORT,
                shown=whole, edit=(start, end),
            )  # fmt: skip
