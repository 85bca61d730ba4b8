"""Levels out of order.

What: The levels of a citation stand in another order than fond, opis, file: jumbled, or from the smallest to
the largest where the manuscript begins with the largest elsewhere.

Why: Files are ordered from the fond down; a jumbled order mostly means that numbers got the wrong designator.
A manuscript that goes from the file up to the fond throughout is at one with itself and no fault.

Example: RGASPI, op. 3, f. 17, d. 746, l. 2

Use instead: RGASPI, f. 17, op. 3, d. 746, l. 2

Source: GOST R 7.0.5-2008, 11.4 (fond, opis, file, then leaves).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, following
from sovcite.checking.wording import quote
from sovcite.model import Mention, Part

_LEVELS = ("fond", "opis", "file")
_GAP = re.compile(r"\s*[,.]\s*")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the order of the designators, and at an opis that follows its file."""
    levels = [_levels(alike[0]) for alike in survey.dresses]
    down = sum(
        len(alike) for alike, parts in zip(survey.dresses, levels, strict=True) if len(parts) > 1 and _is_down(parts)
    )
    for alike, parts in zip(survey.dresses, levels, strict=True):
        for mention in alike:
            # an opis may stand behind the file
            if not _is_down(parts) or (mention.citation.file and not mention.citation.opis):
                yield from _faults(survey, mention, down)


def _faults(survey: Survey, mention: Mention, down: int) -> Iterator[Finding]:
    parts = _levels(mention)
    if not parts:
        return
    ranks = [_LEVELS.index(part.kind) for part in parts]
    behind = opis_behind_file(survey, mention)
    if behind is not None:
        first, last = parts[0], behind
    elif len(parts) > 1 and not _is_down(parts):
        first, last = parts[0], parts[-1]
    else:
        return
    is_reverse = behind is None and ranks == sorted(ranks, reverse=True)
    if is_reverse and down <= 1:
        return
    words = quote(survey.text(mention)[first.start : last.end])
    yield Finding(
        note=mention.note,
        start=first.start,
        end=last.end,
        say="reverse" if is_reverse else "fault",
        words={"words": words, "times": down},
    )


def opis_behind_file(survey: Survey, mention: Mention) -> Part | None:
    """Give the opis that stands behind the file of a citation instead of before it: f. 17, d. 746, op. 3."""
    after = following(survey, mention)
    if after is None or mention.citation.opis or not mention.citation.file or after.kind != "short":
        return None
    if not after.parts or after.parts[0].kind != "opis" or after.citation.file:
        return None
    gap = survey.text(mention)[mention.end : after.start]
    return after.parts[0] if _GAP.fullmatch(gap) else None


def _levels(mention: Mention) -> list[Part]:
    return [part for part in mention.parts if part.kind in _LEVELS and part.label_end > part.start]


def _is_down(parts: list[Part]) -> bool:
    ranks = [_LEVELS.index(part.kind) for part in parts]
    return ranks == sorted(ranks)
