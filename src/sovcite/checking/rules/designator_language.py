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
from sovcite.model import Mention

_UKRAINIAN = ("спр", "арк", "spr", "ark", "справа", "аркуш")
_RUSSIAN = ("д", "л", "d", "l", "дело", "лист", "delo", "list")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of file and leaves of the repositories whose language is Ukrainian."""
    return deviations(survey, _spots, safety="none")


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    name = mention.citation.repository
    if name is None or name.id is None or repository(name.id).language != "uk":
        return
    for word in designators(mention, text):
        label = bare_label(word.text)
        if label in _UKRAINIAN or label in _RUSSIAN:
            way = "spr., ark." if label in _UKRAINIAN else "d., l."
            yield Spot(
                note=mention.note, start=word.start, end=word.part.end,
                group=(name.id, script_of(word.text)), way=way,
            )  # fmt: skip
            # once a citation
            return
