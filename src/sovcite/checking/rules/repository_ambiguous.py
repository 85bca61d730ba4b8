"""Repository abbreviation ambiguous.

What: An abbreviation that several repositories bear stands without anything that says which is meant.

Why: ГАКО is the archive of the regions of Kaluga, Kemerovo, Kostroma and Kursk. The author knows which;
the reader does not. The finding is given once a name. Where the notes that cite it name the land of just one of
them ("Омской области"), a reader is told, and nothing is said; the place where a book was printed tells nothing.

Example: ГАКО. Ф. Р-6. Оп. 1. Д. 5. Л. 3

Use instead: ГАКО (Курск). Ф. Р-6. Оп. 1. Д. 5. Л. 3

Source: the list of ambiguous abbreviations in the table of repositories.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, in_order, part_of
from sovcite.checking.wording import listed, quote
from sovcite.data.authority import repository
from sovcite.data.places import placed_in_prose
from sovcite.model import Mention, RepositoryName


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each abbreviation with more than one candidate, where it stands first."""
    ambiguous = in_order(alike for alike in survey.dresses if _is_ambiguous(alike[0].citation.repository))
    counts: Counter[str] = Counter()
    for alike in survey.dresses if ambiguous else ():
        named = alike[0].citation.repository
        if named is not None:
            counts[named.folded] += len(alike)
    seen = {name for name, ids in _told(survey, ambiguous).items() if len(ids) == 1}
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


def _told(survey: Survey, ambiguous: Iterable[Mention]) -> dict[str, set[str]]:
    """Give the archives of whose lands the notes speak that cite an ambiguous name."""
    told: dict[str, set[str]] = {}
    for note, names in groupby(ambiguous, key=lambda mention: mention.note):
        for name in dict.fromkeys(mention.citation.repository for mention in names):
            if name is not None:
                told.setdefault(name.folded, set()).update(placed_in_prose(survey.notes[note].text, name.candidates))
    return told


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
