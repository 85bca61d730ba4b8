"""No leaf.

What: A citation names a file and no leaf, in a manuscript that gives leaves for most of its files.

Why: The whole file may be meant, or the leaf was forgotten. Nothing is said in a manuscript that mostly cites
whole files, nor where another unit or a date says the place.

Example: RGAE, f. 4372, op. 1, d. 15

Use instead: RGAE, f. 4372, op. 1, d. 15, l. 3

Source: GOST R 7.0.5-2008, 11.4 (leaves are the last search element).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.rules.levels_order import opis_behind_file
from sovcite.checking.survey import Survey, following
from sovcite.checking.wording import quote

_END = re.compile(r"\s*(?:[.,;:)\]]|\Z|\n)")
# so many citations of files, of which four in five have leaves, make a custom
_ENOUGH = 5


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations of files without leaves."""
    files = [mention for mention in survey.mentions if mention.citation.file and mention.confidence == "certain"]
    given = sum(bool(mention.citation.leaves) for mention in files)
    if len(files) < _ENOUGH or given * 5 < len(files) * 4:
        return
    for mention in files:
        cited = mention.citation
        if cited.leaves or cited.units or cited.date or "-" in (cited.file or ""):
            continue
        after = following(survey, mention)
        if (after is not None and "file" in after.inherited) or opis_behind_file(survey, mention):
            continue
        if not _END.match(survey.text(mention), mention.end):
            # words go on behind the file: the leaf may stand among them
            continue
        yield Finding(
            note=mention.note,
            start=mention.start,
            end=mention.end,
            words={"words": quote(mention.raw), "times": given},
        )
