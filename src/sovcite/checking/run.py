"""The rules, run over the notes of a manuscript."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.checking.rule import Finding, Rule
from sovcite.checking.survey import Survey, survey_notes
from sovcite.checking.table import RULES
from sovcite.model import Diagnostic, Note


def check(notes: Sequence[Note]) -> list[Diagnostic]:
    """Say what is wrong with the archival citations of a manuscript's notes.

    notes are in reading order; a finding names its note by its place in them, from 0, and its words
    by offsets in code points. No note is changed. The rules are in docs/rules/.

    >>> from sovcite.model import Note
    >>> for finding in check([Note(text="RGASPI f. 17 op. 21 d. 3075l. 47-42.")]):
    ...     print(finding.code, finding.severity, finding.raw, sep=" | ")
    C001 | warning | 3075l.
    C201 | error | 47-42
    """
    return check_survey(survey_notes(notes))


def check_survey(survey: Survey) -> list[Diagnostic]:
    """Say what is wrong with citations that were found already: in reading order, then by code."""
    found = [_stamp(rule, finding, survey) for rule in RULES for finding in rule.look(survey)]
    return sorted(found, key=lambda one: (one.note, one.start, one.end, one.code))


def _stamp(rule: Rule, finding: Finding, survey: Survey) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        severity=finding.severity or rule.severity,
        message=finding.message,
        note=finding.note,
        start=finding.start,
        end=finding.end,
        raw=survey.notes[finding.note].text[finding.start : finding.end],
        fix=finding.fix,
    )
