"""What a rule is: a code that is never used twice, how sure it is, and who looks for the fault."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Literal

from attrs import frozen

from sovcite.checking.survey import Survey
from sovcite.model import Fix, FixSafety, Severity

Status = Literal["stable", "preview"]


@frozen(kw_only=True)
class Finding:
    """One fault at text[start:end] of a note; severity where it differs from the rule's own."""

    note: int
    start: int
    end: int
    message: str
    severity: Severity | None = None
    fix: Fix | None = None


@frozen(kw_only=True)
class Rule:
    """A row of the table of rules. fix says what may be done with the repairs that the rule offers.

    The first digit of the code is the family: 0 form, 1 completeness, 2 plausibility, 3 repositories,
    4 consistency over the manuscript, 5 short forms.
    """

    code: str
    name: str
    status: Status
    severity: Severity
    fix: FixSafety
    look: Callable[[Survey], Iterable[Finding]]

    @property
    def page(self) -> str:
        """What / Why / Example / Use instead / Source, as the module of the rule states them."""
        module = inspect.getmodule(self.look)
        return inspect.cleandoc((module.__doc__ if module else None) or "")
