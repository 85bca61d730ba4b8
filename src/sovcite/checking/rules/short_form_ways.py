"""Short forms written in several ways.

What: The manuscript writes now Ibid., now Ibidem, or leaves out the stop of the abbreviation.

Why: It is one word for one thing. Words of different languages (Ibid. and Там же) are compared apart.

Example: Ibidem, l. 5 (footnote 4), Ibid., l. 7 (footnotes 2 and 3)

Use instead: Ibid., l. 5

Source: Chicago Manual of Style, 17th ed., 14.34 (Ibid.); GOST R 7.0.5-2008, 8 (Там же, Ibid.).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey, part_of
from sovcite.model import Mention

_ABBREVIATIONS = ("ibid", "ib", "id", "ebd")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the words of the short forms, without their capitals."""
    # the stop may stand behind the citation
    return deviations(survey, _spots, among=[(mention,) for mention, _ in survey.short_forms], write=_write)


def _write(spot: Spot, usual: str) -> str:
    return usual.capitalize() if (spot.shown or "")[:1].isupper() else usual


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    part = part_of(mention, "short")
    if part is not None:
        words = text[part.start : part.end].rstrip(" .")
        start, end = part.start, part.start + len(words)
        way = " ".join(words.casefold().split())
        if way in _ABBREVIATIONS:
            # an abbreviation, whose stop belongs to it
            has_stop = text.startswith(".", end)
            way, end = way + "." * has_stop, end + has_stop
        yield Spot(
            note=mention.note, start=start, end=end, group=script_of(words), way=way, shown=text[start:end],
            edit=(start, end),
        )  # fmt: skip
