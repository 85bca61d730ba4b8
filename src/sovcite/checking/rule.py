"""What a rule is: a code that is never used twice, how sure it is, and who looks for the fault."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from attrs import field, frozen

from sovcite.checking.survey import Survey
from sovcite.model import Fix, FixSafety, Severity

Status = Literal["stable", "preview"]
Reach = Literal["note", "manuscript"]
# the fields of a citation that a repair may change: those that the rule is about
ChangedField = Literal["repository", "fond", "opis", "file", "units", "leaves", "date"]


@frozen(kw_only=True)
class Finding:
    """One fault at text[start:end] of a note; severity where it differs from the rule's own.

    say names the message of the rule (messages/), words are what is filled into it.
    """

    note: int
    start: int
    end: int
    say: str = "fault"
    words: Mapping[str, object] = field(factory=dict)
    severity: Severity | None = None
    fix: Fix | None = None


@frozen(kw_only=True)
class Rule:
    """A row of the table of rules. fix says what may be done with the repairs that the rule offers.

    The first digit of the code is the family: 0 form, 1 completeness, 2 plausibility, 3 repositories,
    4 consistency over the manuscript, 5 short forms. follows_style: the rule can be set to "style", and asks
    for what the chosen style prints instead of what the manuscript itself does most. changes names the fields
    of a citation that a safe repair of the rule may change; every other field must stay. reach: what a finding
    depends on, "note" where that is nothing but its note and the citations in it, so that a change elsewhere in the
    manuscript leaves it as it is.
    """

    code: str
    name: str
    status: Status = "stable"
    severity: Severity = "warning"
    fix: FixSafety = "none"
    follows_style: bool = False
    changes: tuple[ChangedField, ...] = ()
    reach: Reach = "manuscript"
    look: Callable[[Survey], Iterable[Finding]]

    @property
    def page(self) -> str:
        """What / Why / Example / Use instead / Source, as the module of the rule states them."""
        module = inspect.getmodule(self.look)
        return inspect.cleandoc((module.__doc__ if module else None) or "")
