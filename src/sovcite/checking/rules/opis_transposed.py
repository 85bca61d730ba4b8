"""One file under two opisi.

What: The same file number of one fond stands under two opisi whose numbers differ by two digits that changed
places, and the manuscript uses one of the opisi for nothing else.

Why: Digits are easily transposed in typing, and no reader can see it. Which of the two is right only the author
knows.

Example: RGASPI, f. 17, op. 126, d. 1406 (footnote 8), RGASPI, f. 17, op. 162, d. 1406 (footnotes 3 and 5)

Use instead: RGASPI, f. 17, op. 162, d. 1406

Source: the numbers of the manuscript itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.transposed import archive_of, slips
from sovcite.checking.wording import quote
from sovcite.model import Citation


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the opisi of one fond and file, pair by pair."""
    for slip in slips(survey, "opis", _same, digits=5):
        part = part_of(slip.rare, "opis")
        assert part is not None
        cited = slip.rare.citation
        words = {
            "fond": cited.fond, "file": cited.file, "words": quote(cited.opis or ""),
            "usual": quote(slip.usual.citation.opis or ""), "note": survey.notes[slip.usual.note].label,
            "repository": quote(cited.repository.written if cited.repository else ""),
        }  # fmt: skip
        yield Finding(note=slip.rare.note, start=part.start, end=part.end, words=words)


def _same(cited: Citation) -> object | None:
    if cited.repository is None or cited.fond is None or cited.file is None:
        return None
    return (archive_of(cited), cited.fond, cited.file, cited.units)
