"""What a rule found wrong in a note, and what it would write instead."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Severity = Literal["error", "warning", "info"]
FixSafety = Literal["safe", "ask", "none"]


@frozen(kw_only=True)
class Edit:
    """Write new over text[start:end]."""

    start: int
    end: int
    new: str


@frozen(kw_only=True)
class Fix:
    """The edits that mend one finding; "safe" only where the citation stays the same citation."""

    edits: tuple[Edit, ...]
    safety: FixSafety = "ask"


@frozen(kw_only=True)
class Diagnostic:
    """One finding of one rule: raw == text[start:end] of the note with that place in the sequence."""

    code: str
    severity: Severity
    message: str
    note: int
    start: int
    end: int
    raw: str
    fix: Fix | None = None
