"""Name of a fond that belongs to another number.

What: The name in brackets behind a fond's number is that of another known fond of the repository.

Why: One of the two is wrong: f. 558 of RGASPI is Stalin, Molotov is f. 82. Only names of the table of known fonds are
compared, and only where exactly one other fond has the name.

Example: RGASPI, f. 558 (Molotov), op. 2, d. 5

Use instead: RGASPI, f. 82 (Molotov), op. 2, d. 5

Source: the table of known fonds, each row with its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import quote
from sovcite.data.fonds import known_fond, known_fonds
from sovcite.model import KnownFond

_NAME = re.compile(r"\s*\(([^()\n]{4,60})\)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_WORDS = 4
# so many letters are the same in every case of a Russian noun
_STEM = 5


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the brackets right behind the numbers of known fonds."""
    for mention in survey.mentions:
        name, fond = mention.citation.repository, mention.citation.fond
        if name is None or name.id is None or fond is None or "(" not in survey.notes[mention.note].text:
            continue
        part = part_of(mention, "fond")
        found = _NAME.match(survey.text(mention), part.end) if part else None
        if part is None or found is None:
            continue
        own, words = known_fond(name.id, fond), _WORD.findall(found[1])
        if own is None or own.certainty == "low" or not 0 < len(words) <= _MOST_WORDS or _bears(own, words):
            continue
        others = [other for other in known_fonds(name.id) if other.certainty != "low" and _bears(other, words)]
        if len(others) == 1:
            said = {
                "fond": fond, "repository": quote(name.written), "name": own.name or own.name_english or "another",
                "words": quote(found[1]), "other": others[0].fond,
            }  # fmt: skip
            yield Finding(note=mention.note, start=part.start, end=found.end(), words=said)


def _bears(fond: KnownFond, words: list[str]) -> bool:
    """Say whether all the words stand in the fond's name, whatever their endings."""
    stems = {word.casefold()[:_STEM] for name in (fond.name, fond.name_english) for word in _WORD.findall(name or "")}
    return all(word.casefold()[:_STEM] in stems for word in words)
