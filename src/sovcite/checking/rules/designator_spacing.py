"""Blank between designator and number.

What: Designator and number are written together here and apart elsewhere.

Why: It is a matter of the page's looks, so only a hint. Only abbreviations with their full stop are compared.

Example: РГАСПИ. Ф.17. Оп. 3. Д. 746 (the first without its blank)

Use instead: РГАСПИ. Ф. 17. Оп. 3. Д. 746

Source: GOST R 7.0.5-2008, 11.4 and its examples; each style names its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import designators
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.model import Mention

_APART, _TOGETHER = "apart", "together"


def look(survey: Survey) -> Iterator[Finding]:
    """Look at what stands between the stop of a designator and its number."""
    wanted: dict[Hashable, str] | None = None
    if survey.style is not None:
        label = survey.style.labels["fond"].one if "fond" in survey.style.labels else ""
        wanted = {"spacing": _APART if ". {}" in label else _TOGETHER} if ".{}" in label.replace(" ", "") else {}
    unsure = survey.is_unsure("labels")
    return deviations(survey, _spots, wanted=wanted, named=True, write=_write, unsure=unsure)


def _write(_: Spot, usual: str) -> str:
    return " " if usual == _APART else ""


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    for word in designators(mention, text):
        gap = text[word.end : word.part.label_end]
        # a stop apart from its designator has slipped, which another rule says
        if not word.text.endswith(".") or not word.text[-2:-1].isalpha() or gap not in ("", " ", "\u00a0"):
            continue
        start, end = word.end, word.part.label_end
        yield Spot(
            note=mention.note, start=word.start, end=word.part.end, group="spacing",
            way=_APART if gap else _TOGETHER,
            edit=(start, end),
        )  # fmt: skip
