"""Prefix of a fond missing or needless.

What: A fond stands without the prefix under which it is known, or with one that its repository does not use.

Why: In GARF R-5446 and 5446 are two numbers, and only the first is a fond; in RGASPI no fond has R-. Only fonds of
the table of known fonds are looked at. A missing prefix is a hint, given once a fond:
much print leaves it out. Where the fond is cited so more than once, no repair is offered for one of the places.

Example: RGASPI, f. R-17, op. 3, d. 746

Use instead: RGASPI, f. 17, op. 3, d. 746

Source: the table of known fonds, each row with its source; the prefixes in the table of repositories.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.scripts import is_cyrillic
from sovcite.checking.survey import Survey, labelled
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.data.fonds import known_fond, known_fonds
from sovcite.data.letters import cyrillic_fond_number
from sovcite.model import Edit, Fix, KnownFond, Mention, Part, StyleLimit

_PREFIXED = re.compile(r"([A-Z]{1,2})-([0-9].*)")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the fonds that are printed with a designator, in repositories that are known for sure."""
    seen: set[tuple[str, str]] = set()
    cited = Counter(_fond(mention) for mention in survey.mentions if _part(mention))
    for mention in survey.mentions:
        name, fond = mention.citation.repository, mention.citation.fond
        if name is None or name.id is None or fond is None:
            continue
        prefixed = _PREFIXED.fullmatch(fond)
        known = known_fond(name.id, prefixed[2] if prefixed else fond)
        if known is None or known.certainty == "low" or known.fond == fond:
            continue
        if prefixed and (known.fond != prefixed[2] or _uses(name.id, prefixed[1])):
            continue
        part = _part(mention)
        if part is None or (not prefixed and (name.id, fond) in seen):
            # a manuscript that leaves prefixes out does so throughout: a hint once a fond
            continue
        seen.add((name.id, fond))
        text = survey.text(mention)
        words = text[part.label_end : part.end]
        right = _printed(known, words, text[part.start : part.label_end])
        said = {
            "words": quote(words), "repository": quote(name.written), "right": quote(right),
            "name": known.name or known.name_english or known.fond,
        }  # fmt: skip
        edits = (Edit(start=part.label_end, end=part.end, new=right),)
        yield Finding(
            note=mention.note, start=part.label_end, end=part.end, say="needless" if prefixed else "missing",
            words=said, severity="warning" if prefixed else "info",
            fix=Fix(edits=edits, safety="ask") if prefixed or cited[_fond(mention)] == 1 else None,
        )  # fmt: skip


def _fond(mention: Mention) -> tuple[str | None, str | None]:
    name = mention.citation.repository
    return name.id if name else None, mention.citation.fond


def _part(mention: Mention) -> Part | None:
    return next((part for part in labelled(mention) if part.kind == "fond"), None)


def _uses(repository_id: str, prefix: str) -> bool:
    """Say whether any fond of the repository, known or not, may bear the prefix."""
    known = any(fond.fond.startswith(f"{prefix}-") for fond in known_fonds(repository_id))
    return known or any(one.prefix == prefix for one in repository(repository_id).fond_prefixes)


def _printed(known: KnownFond, words: str, label: str) -> str:
    """Print a fond's number in the letters of its place."""
    if not any(is_cyrillic(letter) for letter in words + label):
        return known.fond
    try:
        return cyrillic_fond_number(known.fond, "ru")
    except StyleLimit:
        return known.fond
