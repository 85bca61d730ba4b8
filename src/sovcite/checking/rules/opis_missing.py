"""Opis missing between fond and file.

What: A fond and a file are given, the opis between them is not, in a repository that numbers its files
by opis.

Why: Files are numbered anew in each opis: without it the file cannot be ordered. Repositories whose
files may follow the fond directly (manuscript departments, some fonds of RGADA), files given as №, and
citations with another unit in the place of the opis (a box, a book, a year) are passed over; so is a
repository that is not in the table. Where a repository has further levels that may replace the opis,
the finding is only a hint.

Example: RGASPI, f. 17, d. 746, l. 2

Use instead: RGASPI, f. 17, op. 3, d. 746, l. 2

Source: GOST R 7.0.5-2008, 11.4 (fond, opis if there is one, file); the hierarchy in the table of
repositories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.rules.levels_order import opis_behind_file
from sovcite.checking.survey import Survey, part_of, unread_number
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.model import Severity

_OPIS_LEVELS = ("op.", "vop.")
_FILE_LEVEL = re.compile(r"(?:d|spr|ed\. khr)\.")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the citations that state fond and file themselves."""
    for mention in survey.mentions:
        cited = mention.citation
        if cited.opis or cited.units or cited.file_label == "number" or mention.confidence != "certain":
            continue
        fond, file = part_of(mention, "fond"), part_of(mention, "file")
        if (
            fond is None
            or file is None
            or file.start < fond.end
            or not (cited.repository and cited.repository.id)
        ):
            continue
        if unread_number(mention, survey.text(mention), fond.end, file.start):
            continue
        if opis_behind_file(survey, mention):
            continue
        severity = opis_expected(cited.repository.id)
        if severity is not None:
            text = survey.text(mention)
            yield Finding(
                note=mention.note,
                start=fond.start,
                end=file.end,
                say="perhaps" if severity == "info" else "fault",
                words={
                    "fond": quote(text[fond.start : fond.end]),
                    "file": quote(text[file.start : file.end]),
                    "repository": quote(cited.repository.written),
                },
                severity=severity,
            )


def opis_expected(repository_id: str) -> Severity | None:
    """Say how grave a missing opis is in a repository; None where its hierarchy does not demand one.

    >>> opis_expected("rgaspi")
    'warning'
    """
    levels = (repository(repository_id).hierarchy or "").split("/")
    if len(levels) < 3 or levels[0] != "f." or levels[1] not in _OPIS_LEVELS:
        return None
    if levels[2].startswith("["):
        return "info"
    return "warning" if _FILE_LEVEL.match(levels[2]) else None
