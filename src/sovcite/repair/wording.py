"""What a comment says to the person who has to decide."""

from __future__ import annotations

from sovcite.model import Note
from sovcite.repair.plan import Remark


def comment_text(note: Note, remark: Remark) -> str:
    """Write a comment: the number of the note and the quoted words first, since it stands in the body.

    >>> remark = Remark(note=0, code="C201", start=0, end=5, raw="47-42", message="leaf range reversed")
    >>> comment_text(Note(text="l. 47-42", kind="footnote", number="41"), remark)
    'footnote 41: “47-42” – C201 leaf range reversed'
    """
    reason = f" (not repaired: {remark.reason})" if remark.reason else ""
    return f"{note.label}: “{' '.join(remark.raw.split())}” – {remark.code} {remark.message}{reason}"
