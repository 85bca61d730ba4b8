"""Leaf given without file.

What: Leaves are given, and no file that they could belong to.

Why: Leaves are numbered inside a file. A citation with fond, opis and leaf mostly has lost its file
number on the way. Citations with another storage unit (a book, a box, a volume) are passed over, pages
and columns too.

Example: GARF, f. R-5446, op. 1, l. 5

Use instead: GARF, f. R-5446, op. 1, d. 15, l. 5

Source: GOST R 7.0.5-2008, 11.4 (fond, opis if there is one, file, then leaves).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.rules.levels_order import opis_behind_file
from sovcite.checking.rules.opis_missing import opis_expected
from sovcite.checking.survey import Survey, part_of, unread_number
from sovcite.checking.wording import quote
from sovcite.model import Mention


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations that print leaves under a fond and have no file, own or inherited."""
    for mention in survey.mentions:
        cited = mention.citation
        if cited.file or cited.units or cited.fond is None or "leaves" in mention.inherited:
            continue
        leaves = part_of(mention, "leaves")
        if leaves is None:
            continue
        if mention.confidence != "certain" or any(leaf.unit != "leaf" for leaf in cited.leaves):
            continue
        if any(opis_behind_file(survey, one) is not None for one in _before(survey, mention)):
            continue
        if unread_number(mention, survey.text(mention), mention.start, leaves.start):
            continue
        if _needs_file(mention):
            words = {"words": quote(survey.text(mention)[leaves.start : leaves.end])}
            yield Finding(note=mention.note, start=leaves.start, end=leaves.end, words=words)


def _before(survey: Survey, mention: Mention) -> list[Mention]:
    """Give the citation right before this one in its note, if any."""
    return [one for one in survey.in_note(mention.note) if one.end <= mention.start][-1:]


def _needs_file(mention: Mention) -> bool:
    """Say whether files are what the fond is made of: the opis is named, or the repository has them."""
    cited = mention.citation
    known = cited.repository.id if cited.repository else None
    return cited.opis is not None or (known is not None and opis_expected(known) is not None)
