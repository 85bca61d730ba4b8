"""Names transliterated by two systems.

What: Some abbreviations in Latin letters begin with Ts for Ц (TsGAIPD), others with C (CGALI).

Why: Ts is the Library of Congress system, C the scholarly one; a reader may take CGALI and TsGALI for two
archives. Each system alone is at one with itself.

Example: CGALI, f. 618, op. 2 (footnote 1), TsGAIPD SPb, f. 24, op. 2v (footnotes 2 and 3)

Use instead: TsGALI, f. 618, op. 2

Source: ALA-LC Romanization Tables (2012); ISO 9 and the scholarly transliteration (C).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of
from sovcite.data.authority import repository
from sovcite.model import Mention

# ЦГА…: of the central state archives alone the letter is sure
_START = re.compile(r"(Ts|TS|C)G[AIV]")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the names in Latin letters that begin as those of central state archives do."""
    return deviations(survey, _spots, safety="none")


def _spots(mention: Mention, _: str) -> Iterator[Spot]:
    name, part = mention.citation.repository, part_of(mention, "repository")
    found = _START.match(name.written) if name else None
    if name and part and found and (name.id is None or _is_central(name.id)):
        yield Spot(
            note=mention.note, start=part.start, end=part.end, group="Ц", way=found[1].title(), shown=name.written,
        )  # fmt: skip


def _is_central(repository_id: str) -> bool:
    row = repository(repository_id)
    return any((name or "").startswith("Ц") for name in (row.cyrillic, *(one.cyrillic for one in row.former)))
