"""One file under two designators.

What: One and the same file is called d. (дело) here and ed. khr. (единица хранения) elsewhere.

Why: An archive uses one of the two in a fond. A reader takes them for two files. Only the same file is
compared: other files, even of the same fond, may be called otherwise.

Example: РГАЛИ. Ф. 2310. Оп. 1. Д. 76 (footnote 1), РГАЛИ. Ф. 2310. Оп. 1. Ед. хр. 76 (footnotes 2 and 3)

Use instead: РГАЛИ. Ф. 2310. Оп. 1. Ед. хр. 76

Source: GOST R 7.0.5-2008, 11.4 (the designator that the archive uses); the citations of the manuscript itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from sovcite.checking.majority import Spot, deviations
from sovcite.checking.places import bare_label, designators
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey
from sovcite.checking.transposed import archive_of
from sovcite.model import Mention


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of each file that is cited more than once."""
    ways: dict[Hashable, set[str | None]] = {}
    for mention in survey.mentions:
        ways.setdefault(_file(mention), set()).add(mention.citation.file_label)
    several = {file for file, labels in ways.items() if len(labels) > 1}
    among = [
        (mention,) for mention in survey.mentions
        if _file(mention) in several and survey.notes[mention.note].kind != "body"
    ]  # fmt: skip
    return deviations(survey, _spots, among=among, safety="none")


def _file(mention: Mention) -> Hashable:
    cited = mention.citation
    return (archive_of(cited), cited.fond, cited.opis, cited.file, cited.units)


def _spots(mention: Mention, text: str) -> Iterator[Spot]:
    cited = mention.citation
    if cited.fond is None or cited.repository is None or cited.file_label is None:
        return
    for word in designators(mention, text):
        if word.part.kind != "file":
            continue
        yield Spot(
            note=mention.note, start=word.start, end=word.part.end,
            group=(cited.key, script_of(word.text)), way=f"{cited.file_label}", shown=bare_label(word.text) + ".",
        )  # fmt: skip
