"""A plan carried out on the content of a file."""

from __future__ import annotations

from datetime import UTC, datetime

from sovcite.manuscript.failing import unreadable
from sovcite.model import Manuscript
from sovcite.repair.plan import Plan

AUTHOR = "sovcite"


def repaired(
    data: bytes, manuscript: Manuscript, plan: Plan, *, author: str = AUTHOR, date: datetime | None = None
) -> bytes:
    """Give the content of a file with the repairs of a plan; without any, the very same bytes.

    manuscript is what was read from data. In Word and OpenDocument files each repair is a tracked change of the
    author at that date (UTC, now if None), and what is left to a person a comment; in text formats the text is
    changed. Raises ReadError where the file can only be read.
    """
    edits = plan.edits()
    if manuscript.form == "text":
        from sovcite.repair.text import repair_text

        return repair_text(data, manuscript, edits)
    if not edits and not plan.remarks:
        return data
    moment = (date or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    if manuscript.form == "word":
        from sovcite.repair.word import repair_word

        return repair_word(data, manuscript, plan, author=author, moment=moment)
    if manuscript.form == "odt":
        from sovcite.repair.opendocument import repair_opendocument

        return repair_opendocument(data, manuscript, plan, author=author, moment=moment)
    raise unreadable(manuscript.source, "can be read but not written; save it as .docx, .odt or text")
