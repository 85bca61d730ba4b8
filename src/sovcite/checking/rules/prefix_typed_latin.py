"""Prefix of a fond typed as it looks.

What: In Latin letters a fond has the prefix P-, and its repository has fonds with R- and none with P-.

Why: The Cyrillic letter Р, for Soviet fonds, is R in Latin; P is П, the prefix of Party fonds. Whoever copies
«Р-5446» by its looks writes another fond.

Example: GARF, f. P-5446, op. 1, d. 5

Use instead: GARF, f. R-5446, op. 1, d. 5

Source: ALA-LC Romanization Tables (2012); the prefixes in the table of repositories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.alike import faults
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, labelled
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.model import Edit, Fix, Mention

_LATIN_P = re.compile(r"P(?=[\s.-]*[0-9])")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the fonds with a Latin P before their number."""
    return faults(survey, _faults)


def _faults(mention: Mention, text: str) -> Iterator[Finding]:
    name = mention.citation.repository
    if name is None or name.id is None:
        return
    for part in labelled(mention):
        found = _LATIN_P.match(text, part.label_end, part.end) if part.kind == "fond" else None
        if found is None:
            continue
        prefixes = {one.prefix for one in repository(name.id).fond_prefixes}
        if "R" not in prefixes or any(prefix.startswith("P") for prefix in prefixes):
            continue
        words = text[part.label_end : part.end]
        yield Finding(
            note=mention.note,
            start=part.label_end,
            end=part.end,
            words={"words": quote(words), "repository": quote(name.written), "right": quote("R" + words[1:])},
            fix=Fix(edits=(Edit(start=found.start(), end=found.end(), new="R"),), safety="ask"),
        )
