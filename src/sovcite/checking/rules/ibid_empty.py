"""Ibid. with nothing to refer to.

What: A short form (Ibid., Там же) stands where no citation goes before it: in the first note of all, in
the first note of a chapter, or after notes without any archival citation though it names a file.

Why: The reader has to guess. Often the note before was deleted or moved to another chapter. A bare
short form after a book means the book and is no fault.

Example: 1. Ibid., l. 5

Use instead: 1. RGASPI, f. 17, op. 3, d. 746, l. 5

Source: Chicago Manual of Style, 17th ed., 14.34 (Ibid. refers to the note immediately before).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Mention

# pages, volumes or documents behind a short form: it means a book, which is not looked for here
_BOOK = re.compile(r"[,.]\s*(?:[0-9]|(?:S|s|С|с|C|c|pp?|стр|vol|т|docs?|док|nos?|№)\.?\s*[0-9])")
_LEVELS = ("fond", "opis", "file")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the short forms that found no citation, and at those that open a chapter's notes."""
    for unread in survey.unread:
        if unread.is_short_form and not _BOOK.search(survey.notes[unread.note].text, unread.start, unread.end + 12):
            words = {"words": quote(unread.raw)}
            yield Finding(note=unread.note, start=unread.start, end=unread.end, words=words)
    for mention, short in survey.short_forms:
        if mention.kind != "ibid":
            continue
        words = {"words": quote(survey.text(mention)[short.start : short.end])}
        if mention.citation.repository is None and mention.citation.fond is None:
            if _is_archival(mention) and not _in_sentence(survey, mention):
                yield Finding(note=mention.note, start=short.start, end=short.end, words=words)
        elif _opens_chapter(survey, mention):
            yield Finding(
                note=mention.note, start=short.start, end=short.end, say="chapter", words=words, severity="warning"
            )


def _is_archival(mention: Mention) -> bool:
    """Say whether the short form is followed by a level of an archive: a page alone may be a book's."""
    return any(part.kind in _LEVELS for part in mention.parts) or any(
        leaves.unit == "leaf" for leaves in mention.citation.leaves
    )


def _in_sentence(survey: Survey, mention: Mention) -> bool:
    """Say whether a leaf alone follows a small "ibid." inside a sentence: it may mean a work named right there."""
    is_leaf = all(part.kind in ("short", "leaves") for part in mention.parts)
    before = survey.text(mention)[: mention.start]
    return is_leaf and mention.raw[:1].islower() and any(letter.isalpha() for letter in before)


def _opens_chapter(survey: Survey, mention: Mention) -> bool:
    """Say whether the numbers of the notes begin anew here, and the short form stands first in its note."""
    before = survey.before(mention.note)
    return (
        survey.notes[mention.note].number == "1"
        and before is not None
        and survey.notes[before].number not in (None, "1")
        and survey.in_note(mention.note)[0] == mention
        and bool(mention.inherited)
    )
