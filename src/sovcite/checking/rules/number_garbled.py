"""Letter in the place of a digit.

What: A number holds a capital O (О) behind or before a digit, or a Cyrillic З before one.

Why: Scanning and typing take 0 for O and 3 for З; the number cannot be ordered. A letter that may belong to the
number (17а, 5446с, a prefix with its hyphen) is left alone.

Example: RGASPI, f. 17, op. 3, d. 746, l. 1O

Use instead: RGASPI, f. 17, op. 3, d. 746, l. 10

Source: Unicode Technical Standard 39, confusables (letters that look like digits).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.alike import faults
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, labelled
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix, Mention

_GARBLED = re.compile(r"(?<![^\W_])(?<!-)(?=[OОЗ]*[0-9])(?=[0-9]*[OОЗ])[0-9OОЗ]*[0-9OО](?![^\W_]|-)")
_DIGITS = str.maketrans({"O": "0", "О": "0", "З": "3"})


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the numbers of opisi, files and leaves; those of fonds may have such a letter as their prefix."""
    return faults(survey, _faults)


def _faults(mention: Mention, text: str) -> Iterator[Finding]:
    for part in labelled(mention):
        if part.kind not in ("opis", "file", "leaves"):
            continue
        for found in _GARBLED.finditer(text, part.label_end, part.end):
            right = found[0].translate(_DIGITS)
            yield Finding(
                note=mention.note,
                start=found.start(),
                end=found.end(),
                words={"words": quote(found[0]), "right": quote(right)},
                fix=Fix(edits=(Edit(start=found.start(), end=found.end(), new=right),), safety="ask"),
            )
