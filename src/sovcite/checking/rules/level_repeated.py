"""Two numbers of one level.

What: A citation names two opisi, or two fonds, one right behind the other, and only the second has a file.

Why: One of the two is left over from a change, or the first has lost its file. A list of files under one opis,
and opisi parted by a semicolon or by "and", are no fault.

Example: RGASPI, f. 17, op. 3, op. 5, d. 7

Use instead: RGASPI, f. 17, op. 5, d. 7

Source: GOST R 7.0.5-2008, 11.4 (each search element is stated once).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, following
from sovcite.checking.wording import quote

_GAP = re.compile(r"\s*[,.]\s*")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations that end at a level with which the next one begins."""
    for mention in survey.mentions:
        after = following(survey, mention)
        if after is None or not mention.parts or not after.parts or after.kind != "short":
            continue
        last, first, text = mention.parts[-1], after.parts[0], survey.text(mention)
        if last.kind != first.kind or first.kind not in ("fond", "opis"):
            continue
        if first.label_end == first.start or last.label_end == last.start:
            continue
        if after.citation.file is None or not _GAP.fullmatch(text[mention.end : after.start]):
            continue
        yield Finding(
            note=after.note,
            start=first.start,
            end=first.end,
            words={"first": quote(text[last.start : last.end]), "words": quote(text[first.start : first.end])},
        )
