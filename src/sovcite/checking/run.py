"""The rules, run over the notes of a manuscript."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sovcite.checking.messages import message
from sovcite.checking.rule import Finding, Reach, Rule
from sovcite.checking.settings import Settings
from sovcite.checking.silence import Silence, silence_of
from sovcite.checking.survey import Survey, survey_notes
from sovcite.checking.table import RULES
from sovcite.model import Diagnostic, Note


def check(notes: Sequence[Note], settings: Settings | None = None) -> list[Diagnostic]:
    """Say what is wrong with the archival citations of a manuscript's notes.

    notes are in reading order; a finding names its note by its place in them, from 0, and its words
    by offsets in code points. settings say which rules look, and whether they ask for what the manuscript does
    most or for a style; without them every rule looks for consistency. No note is changed. The rules are in
    docs/rules/. Raise UnknownStyle where the settings name a style that there is not.

    >>> from sovcite.model import Note
    >>> for finding in check([Note(text="RGASPI f. 17 op. 21 d. 3075l. 47-42.")]):
    ...     print(finding.code, finding.severity, finding.raw, sep=" | ")
    C001 | warning | 3075l.
    C201 | error | 47-42
    """
    return check_survey(survey_notes(notes), settings)


def check_survey(
    survey: Survey, settings: Settings | None = None, reach: Reach | None = None
) -> list[Diagnostic]:
    """Say what is wrong with citations that were found already: in reading order, then by code.

    reach: only the rules with that reach look, all where none is given.
    """
    settings = settings or Settings()
    style = settings.chosen_style()
    styled = evolve(survey, style=style) if style else survey
    silence = silence_of(survey.notes)
    found = [
        one
        for rule in RULES
        if (reach is None or rule.reach == reach) and settings.looks(rule.code)
        for finding in rule.look(styled if settings.mode(rule.code) == "style" else survey)
        if _is_wanted(one := _stamp(rule, finding, survey, settings), silence)
    ]
    return sorted(found, key=lambda one: (one.note, one.start, one.end, one.code))


def _is_wanted(found: Diagnostic, silence: Silence) -> bool:
    return not silence.covers(found.note, found.code)


def _stamp(rule: Rule, finding: Finding, survey: Survey, settings: Settings) -> Diagnostic:
    severity = finding.severity or rule.severity
    return Diagnostic(
        code=rule.code,
        severity="warning" if settings.strict and severity == "info" else severity,
        message=message(rule.code, finding.say, finding.words, settings.language),
        note=finding.note,
        start=finding.start,
        end=finding.end,
        raw=survey.notes[finding.note].text[finding.start : finding.end],
        fix=finding.fix,
    )
