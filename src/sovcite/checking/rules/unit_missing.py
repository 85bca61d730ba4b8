"""Unit inside the opis missing.

What: A repository that files by folders (папки) inside the opis is cited without the folder.

Why: In such a repository the files are numbered anew in each folder; AVP RF is the best known. Which
repository does so stands in its row of the table.

Example: АВП РФ. Ф. 06. Оп. 7. Д. 49. Л. 3

Use instead: АВП РФ. Ф. 06. Оп. 7. П. 5. Д. 49. Л. 3

Source: the hierarchy in the table of repositories.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.alike import faults
from sovcite.checking.messages import Name
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of, unread_number
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.model import Mention, UnitKind

# a level of a hierarchy without square brackets must be there
_REQUIRED: dict[str, UnitKind] = {"p. (papka)": "folder"}


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations that state opis and file themselves."""
    return faults(survey, _faults)


def _faults(mention: Mention, text: str) -> Iterator[Finding]:
    cited, opis, file = mention.citation, part_of(mention, "opis"), part_of(mention, "file")
    if opis is None or file is None or file.start < opis.end or mention.confidence != "certain":
        return
    if cited.repository is None or cited.repository.id is None:
        return
    for unit in required_units(cited.repository.id):
        if any(one.kind == unit for one in cited.units) or unread_number(mention, text, opis.end, file.start):
            continue
        yield Finding(
            note=mention.note,
            start=opis.start,
            end=file.end,
            words={
                "unit": Name(unit), "words": quote(text[opis.start : file.end]),
                "repository": quote(cited.repository.written),
            },
        )  # fmt: skip


def required_units(repository_id: str) -> list[UnitKind]:
    """Name the units that a citation of a repository cannot do without.

    >>> required_units("avprf"), required_units("rgaspi")
    (['folder'], [])
    """
    levels = (repository(repository_id).hierarchy or "").split("/")
    return [_REQUIRED[level] for level in levels if level in _REQUIRED]
