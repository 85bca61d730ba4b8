"""Number missing behind a designator.

What: A designator stands inside a citation without its number.

Why: The number got lost, so the file cannot be found; the citation is not read at all.

Example: РГАСПИ. Ф. 17. Оп. . Д. 5. Л. 7

Use instead: РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 7

Source: GOST R 7.0.5-2008, 11.4 (the search elements of an archival reference).
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey


def look(survey: Survey) -> Iterator[Finding]:
    """Look at what looks like a citation and cannot be read."""
    for unread in survey.unread:
        if not unread.is_short_form:
            words = {"reason": " ".join(unread.reason.split())}
            yield Finding(note=unread.note, start=unread.start, end=unread.end, words=words)
