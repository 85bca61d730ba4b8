"""Letter apart from its number.

What: A blank parts a number from its letter, and the citation goes on behind it: Оп. 1 а. Д. 7.

Why: Apart from its number the letter is taken for a word, and 1 and 1а are two opisi.

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
_INSIDE = re.compile(r"(?<=[0-9])([ \u00a0])([^\W\d_])\Z")
_LEVELS = ("fond", "opis", "file", "leaves")
# "f. 17 i d. 5": words that join are no letters of numbers
_WORDS = frozenset("иівсуоикяaiveuso")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the letters at the numbers of each citation, and at one behind its last part."""
    for mention in survey.mentions:
        text = survey.text(mention)
        for part in mention.parts:
            found = _INSIDE.search(text, part.start, part.end) if part.kind in _LEVELS else None
            if found is not None:
                yield _finding(mention.note, text, part.start, found)
        last = mention.parts[-1] if mention.parts else None
        found = _LETTER.match(text, mention.end)
        if last is None or found is None or last.label_end == last.start or not text[last.end - 1].isdigit():
            continue
        stop = text[found.end() : found.end() + 1]
        if last.kind not in _LEVELS or (stop not in (".", ",", ";") and found[2].casefold() in _WORDS):
            continue
        yield _finding(mention.note, text, last.start, found)


def _finding(note: int, text: str, start: int, found: re.Match[str]) -> Finding:
    words = {"words": quote(text[start : found.end()]), "right": quote(text[start : found.start()] + found[2])}
    fix = Fix(edits=(Edit(start=found.start(1), end=found.end(1), new=""),), safety="ask")
    return Finding(note=note, start=start, end=found.end(), words=words, fix=fix)
