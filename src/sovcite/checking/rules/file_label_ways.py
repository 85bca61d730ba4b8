"""One file under two designators.

What: One and the same file is called d. (дело) here and ed. khr. (единица хранения) elsewhere.

Why: An archive uses one of the two in a fond. A reader takes them for two files. Only the same file is
compared: other files, even of the same fond, may be called otherwise.

Example: РГАЛИ. Ф. 2310. Оп. 1. Д. 76 (footnote 1), РГАЛИ. Ф. 2310. Оп. 1. Ед. хр. 76 (footnotes 2 and 3)

Use instead: РГАЛИ. Ф. 2310. Оп. 1. Ед. хр. 76

Source: GOST R 7.0.5-2008, 11.4 (the designator that the archive uses); the citations of the manuscript itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import bare_label, designators
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of each file that is cited more than once."""
    return deviations(_spots(survey), safety="none")


def _spots(survey: Survey) -> Iterator[Spot]:
    for word in designators(survey):
        cited = word.mention.citation
        if word.part.kind != "file" or cited.fond is None or cited.repository is None:
            continue
        if cited.file_label is None or survey.notes[word.mention.note].kind == "body":
            continue
        yield Spot(
            note=word.mention.note, start=word.start, end=word.part.end,
            group=(cited.key, script_of(word.text)), way=f"{cited.file_label}", shown=bare_label(word.text) + ".",
        )  # fmt: skip
