"""Designators in several words.

What: A level is named by an abbreviation here and in full, or by another word, elsewhere: f. and fond, l. and fol.

Why: A reader looks for the difference. Scripts, languages of the repositories and leaves as against pages are
compared apart; the file is not, which archives call by several words; nor is the running text.

Example: RGASPI, fond 17, opis 3, d. 746 (footnote 1), RGASPI, f. 17, op. 3, d. 747 (footnotes 2 and 3)

Use instead: RGASPI, f. 17, op. 3, d. 746

Source: custom of the journals; each style names its own words.
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


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of fonds, opisi and leaves in the notes."""
    notes = [alike for alike in survey.dresses if survey.notes[alike[0].note].kind != "body"]
    return deviations(survey, _spots, among=notes, safety="none")


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    cited = mention.citation
    if cited.repository is None or cited.repository.id is None:
        return
    language = repository(cited.repository.id).language
    if language == "uk":
        # two languages of designators are another rule's matter
        return
    for word in designators(mention, text):
        script = script_of(word.text)
        if word.part.kind == "file" or script not in ("cyrillic", "latin"):
            continue
        unit = cited.leaves[0].unit if word.part.kind == "leaves" and cited.leaves else ""
        yield Spot(
            note=mention.note, start=word.start, end=word.part.end,
            group=(word.part.kind, script, unit, language), way=bare_label(word.text),
        )  # fmt: skip
