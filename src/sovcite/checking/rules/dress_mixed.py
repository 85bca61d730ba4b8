"""Citations with and without designators.

What: Most citations bear designators (f. 17, op. 3), a few are numbers in a row (17/3/746), or the reverse.

Why: A reader has to learn two ways to read one thing. Each way alone is at one with itself.

Example: RGASPI, f. 17, op. 3, d. 746, l. 2 (footnote 1), RGASPI 17/3/747/2 (footnote 2)

Use instead: RGASPI, f. 17, op. 3, d. 746, l. 2; RGASPI, f. 17, op. 3, d. 747, l. 2

Source: custom of the journals; GOST R 7.0.5-2008, 11.4 (designators are part of the reference).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of
from sovcite.model import Mention

_ROW, _LABELS = "row", "labels"


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations with a name, a fond and an opis of their own."""
    notes = [alike for alike in survey.dresses if survey.notes[alike[0].note].kind != "body"]
    return deviations(survey, _spots, among=notes, safety="none", named=True)


def _spots(mention: Mention, _: str) -> Iterator[Spot]:
    fond, opis = part_of(mention, "fond"), part_of(mention, "opis")
    if mention.kind != "full" or fond is None or opis is None:
        return
    labels = {part.label_end > part.start for part in (fond, opis)}
    if len(labels) == 1:
        way = _LABELS if labels == {True} else _ROW
        yield Spot(note=mention.note, start=mention.start, end=mention.end, group="dress", way=way)
