"""Capital and small designators.

What: A designator begins with a capital here and with a small letter elsewhere.

Why: It is a matter of the page's looks, so only a hint. Designators behind a full stop are compared among
themselves, and so are those behind a comma; one that opens a note says nothing.

Example: RGASPI, F. 17, op. 3 (footnote 1), RGASPI, f. 17, op. 3 (footnotes 2 and 3)

Use instead: RGASPI, f. 17, op. 3

Source: GOST R 7.0.5-2008, 11.4 and its examples; each style names its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import designators
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_CAPITAL, _SMALL = "capital", "small"


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the first letters of the designators."""
    wanted: dict[Hashable, str] | None = None
    if survey.style is not None:
        first = survey.style.labels["fond"].one[:1] if "fond" in survey.style.labels else ""
        way = _CAPITAL if first.isupper() else _SMALL
        marks = ".,;" if way == _SMALL or survey.style.separator.startswith(".") else ",;"
        wanted = {(survey.style.script, mark): way for mark in marks} if first.isalpha() else {}
    unsure = survey.is_unsure("labels")
    return deviations(survey, _spots, wanted=wanted, named=True, write=_write, unsure=unsure)


def _write(spot: Spot, usual: str) -> str:
    letter = spot.shown or ""
    return letter.upper() if usual == _CAPITAL else letter.lower()


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for word in designators(mention, text):
        before = text[: word.start].rstrip()[-1:]
        # behind a name, a blank or the beginning of the note nothing is sure
        if before not in (".", ",", ";") or not word.text[0].isalpha():
            continue
        place = word.start
        yield Spot(
            note=mention.note, start=place, end=word.end, group=(script_of(word.text), before),
            way=_CAPITAL if word.text[0].isupper() else _SMALL,
            shown=word.text[0], edit=(place, place + 1),
        )  # fmt: skip
