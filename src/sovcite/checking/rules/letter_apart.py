"""Letter apart from its number.

What: A blank parts a number from its letter, and the citation goes on behind it: Оп. 1 а. Д. 7.

Why: Apart from its number the letter is read as a word, and 1 and 1а are two opisi. What stands behind it is
not read either.

Example: РГАСПИ. Ф. 17. Оп. 1 а. Д. 7. Л. 3

Use instead: РГАСПИ. Ф. 17. Оп. 1а. Д. 7. Л. 3

Source: custom of the archives, which write the letter close to the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix

_LETTER = re.compile(
    r"([ \u00a0])([a-zа-я])(?=[.,;]?\s*(?:оп|op|д|d|ед|ed|спр|spr|лл?|ll?|арк|ark)\.?\s?(?:хр\.|khr\.)?\s*[0-9])",
    re.IGNORECASE,
)
# "f. 17 i d. 5": words that join are no letters of numbers
_WORDS = frozenset("иівсуоикяaiveuso")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the letter behind the last part of each citation."""
    for mention in survey.mentions:
        text, last = survey.text(mention), mention.parts[-1] if mention.parts else None
        found = _LETTER.match(text, mention.end)
        if last is None or found is None or last.label_end == last.start or not text[last.end - 1].isdigit():
            continue
        if last.kind not in ("fond", "opis", "file", "leaves"):
            continue
        stop = text[found.end() : found.end() + 1]
        if stop not in (".", ",", ";") and found[2].casefold() in _WORDS:
            continue
        words = {
            "words": quote(text[last.start : found.end()]),
            "right": quote(text[last.start : found.start()] + found[2]),
        }
        fix = Fix(edits=(Edit(start=found.start(1), end=found.end(1), new=""),), safety="ask")
        yield Finding(note=mention.note, start=last.start, end=found.end(), words=words, fix=fix)
