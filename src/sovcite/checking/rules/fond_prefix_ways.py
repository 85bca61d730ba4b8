"""Fond with and without its prefix.

What: A fond of one repository is cited with a prefix (R-5446) here and without it elsewhere.

Why: In many archives R-5446 and 5446 would be two fonds. Only numbers of four digits and more are compared:
short ones with and without prefix mostly are two fonds.

Example: GARF, f. 5446, op. 1, d. 5 (footnote 1), GARF, f. R-5446, op. 1, d. 7 (footnotes 2 and 3)

Use instead: GARF, f. R-5446, op. 1, d. 5

Source: the prefixes in the table of repositories; the numbers of the manuscript itself.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey, labelled
from sovcite.model import Mention

_DIGITS = re.compile("[0-9]+")
_FOND = re.compile(r"([A-Z]{1,2}-)?([0-9]{4,}[a-z]?)")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the fonds whose numbers agree but for a prefix."""
    # one shape of numbers in an archive cannot be at odds with itself
    shapes: dict[Hashable, set[str]] = {}
    archives = [_archive(alike[0], survey.text(alike[0])) for alike in survey.dresses]
    for archive, shape in filter(None, archives):
        shapes.setdefault(archive, set()).add(shape)
    among = [
        (mention,)
        for alike, known in zip(survey.dresses, archives, strict=True) if known and len(shapes[known[0]]) > 1
        for mention in alike
    ]  # fmt: skip
    return deviations(survey, _spots, among=among, safety="ask")


def _archive(mention: Mention, text: str) -> tuple[Hashable, str] | None:
    """Give the archive and the script of a fond, and its printed number with every row of digits as one."""
    name, part = mention.citation.repository, next((one for one in labelled(mention) if one.kind == "fond"), None)
    if name is None or part is None:
        return None
    script = script_of(text[part.start : part.label_end])
    return (name.id or name.folded, script), _DIGITS.sub("0", text[part.label_end : part.end])


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    name, fond = mention.citation.repository, _FOND.fullmatch(mention.citation.fond or "")
    if name is None or fond is None:
        return
    for part in labelled(mention):
        if part.kind != "fond":
            continue
        script = script_of(text[part.start : part.label_end])
        yield Spot(
            note=mention.note, start=part.label_end, end=part.end, group=(name.id or name.folded, script, fond[2]),
            way=text[part.label_end : part.end], edit=(part.label_end, part.end),
        )  # fmt: skip
