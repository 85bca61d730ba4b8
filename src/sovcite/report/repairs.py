"""The repairs of a manuscript as text: what was changed, what is left to a person."""

from __future__ import annotations

from collections import Counter

from sovcite.model import Form, Note
from sovcite.repair.plan import Change, Plan, Remark


def change_line(name: str, note: Note, change: Change) -> str:
    """Say what was repaired in a note, in one line.

    >>> change = Change(note=0, code="C001", start=0, end=6, old="3075l.", new="3075 l.", edits=())
    >>> change_line("a.docx", Note(text="3075l. 21", kind="footnote", number="2"), change)
    "a.docx, footnote 2: C001 repaired: '3075l.' to '3075 l.'"
    """
    return f"{name}, {note.label}: {change.code} repaired: {_quoted(change.old)} to {_quoted(change.new)}"


def remark_line(name: str, note: Note, remark: Remark) -> str:
    """Say what is left to a person, in one line."""
    reason = f" (not repaired: {remark.reason})" if remark.reason else ""
    return f"{name}, {note.label}: {remark.code} left to you: {remark.message}{reason}"


def summary(name: str, plan: Plan, form: Form) -> str:
    """Sum up the repairs of a file in one line.

    >>> summary("a.docx", Plan(), "word")
    'a.docx: nothing to repair'
    """
    if not plan.changes and not plan.remarks:
        return f"{name}: nothing to repair"
    kind = "tracked changes" if form in ("word", "odt") else "changes"
    left = "comments" if form in ("word", "odt") else "findings left to you"
    codes = Counter(change.code for change in plan.changes)
    by_code = f" ({', '.join(f'{code} ×{number}' for code, number in sorted(codes.items()))})" if codes else ""
    return f"{name}: {_counted(len(plan.changes), kind)}{by_code}, {_counted(len(plan.remarks), left)}"


def _counted(number: int, things: str) -> str:
    first, _, rest = things.partition(" ")
    one = things.removesuffix("s") if things.endswith("s") else f"{first.removesuffix('s')} {rest}"
    return f"{number} {one if number == 1 else things}"


def _quoted(text: str) -> str:
    return f"'{' '.join(text.split())}'"
