"""Repository abbreviation ambiguous.

What: An abbreviation that several repositories bear stands without anything that says which is meant.

Why: ГАКО is the archive of the regions of Kaluga, Kemerovo, Kostroma and Kursk. The author knows which;
the reader does not. The finding is given once a name.

Example: ГАКО. Ф. Р-6. Оп. 1. Д. 5. Л. 3

Use instead: ГАКО (Курск). Ф. Р-6. Оп. 1. Д. 5. Л. 3

Source: the list of ambiguous abbreviations in the table of repositories.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, in_order, part_of
from sovcite.checking.wording import listed, quote
from sovcite.data.authority import repository
from sovcite.model import RepositoryName


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each abbreviation with more than one candidate, where it stands first."""
    ambiguous = in_order(alike for alike in survey.dresses if _is_ambiguous(alike[0].citation.repository))
    counts: Counter[str] = Counter()
    for alike in survey.dresses if ambiguous else ():
        named = alike[0].citation.repository
        if named is not None:
            counts[named.folded] += len(alike)
    seen: set[str] = set()
    for mention in ambiguous:
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or part is None or name.folded in seen:
            continue
        seen.add(name.folded)
        words = {
            "words": quote(name.written), "times": counts[name.folded],
            "candidates": listed(_named(name.candidates)),
        }  # fmt: skip
        yield Finding(note=mention.note, start=part.start, end=part.end, words=words)


def _is_ambiguous(name: RepositoryName | None) -> bool:
    return name is not None and not name.id and len(name.candidates) > 1


def _named(candidates: tuple[str, ...]) -> list[str]:
    """Name each candidate by its city where that tells it apart, else by its abbreviation and city."""
    rows = [repository(candidate) for candidate in candidates]
    cities = Counter(row.city for row in rows)
    return [
        row.city
        if row.city and cities[row.city] == 1
        else f"{row.latin or row.cyrillic or row.name} ({row.city or row.country or row.id})"
        for row in rows
    ]
