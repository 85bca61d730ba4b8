"""Designators of two languages for one repository.

What: A Ukrainian repository is cited with spr. and ark. (справа, аркуш) here and with d. and l. elsewhere.

Why: Both are met in print, the repository's own words are the former; one manuscript should keep to one way.

Example: ЦДАГО. Ф. 1. Оп. 20. Д. 5. Л. 3 (footnote 1), ЦДАГО. Ф. 1. Оп. 20. Спр. 7. Арк. 4 (footnotes 2 and 3)

Use instead: ЦДАГО. Ф. 1. Оп. 20. Спр. 5. Арк. 3

Source: DSTU 8302:2015 and its guides (Спр., Арк.); the language in the table of repositories.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import bare_label, designators
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey
from sovcite.data.authority import repository

_UKRAINIAN = ("спр", "арк", "spr", "ark", "справа", "аркуш")
_RUSSIAN = ("д", "л", "d", "l", "дело", "лист", "delo", "list")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of file and leaves of the repositories whose language is Ukrainian."""
    return deviations(_spots(survey), safety="none")


def _spots(survey: Survey) -> Iterator[Spot]:
    seen: set[tuple[int, int]] = set()
    for word in designators(survey):
        name, label = word.mention.citation.repository, bare_label(word.text)
        place = (word.mention.note, word.mention.start)
        if name is None or name.id is None or repository(name.id).language != "uk" or place in seen:
            continue
        if label in _UKRAINIAN or label in _RUSSIAN:
            seen.add(place)
            way = "spr., ark." if label in _UKRAINIAN else "d., l."
            yield Spot(
                note=word.mention.note, start=word.start, end=word.part.end,
                group=(name.id, script_of(word.text)), way=way,
            )  # fmt: skip
