"""One file under two fonds.

What: The same opis and file of one repository stand under two fonds whose numbers differ by two digits that
changed places, and the manuscript uses one of the fonds for nothing else.

Why: Digits are easily transposed in typing, and no reader can see it. Which of the two is right only the author
knows.

Example: GARF, f. R-5464, op. 18, d. 270 (footnote 8), GARF, f. R-5446, op. 18, d. 270 (footnotes 3 and 5)

Use instead: GARF, f. R-5446, op. 18, d. 270

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
    """Look at the fonds of one opis and file, pair by pair."""
    for slip in slips(survey, "fond", _same):
        part = part_of(slip.rare, "fond")
        assert part is not None
        cited = slip.rare.citation
        words = {
            "opis": cited.opis, "file": cited.file, "words": quote(cited.fond or ""),
            "usual": quote(slip.usual.citation.fond or ""), "note": survey.notes[slip.usual.note].label,
            "repository": quote(cited.repository.written if cited.repository else ""),
        }  # fmt: skip
        yield Finding(note=slip.rare.note, start=part.start, end=part.end, words=words)


def _same(cited: Citation) -> object | None:
    if cited.repository is None or cited.opis is None or cited.file is None:
        return None
    return (archive_of(cited), cited.opis, cited.file, cited.units)
