"""sovcite check: what is wrong with the citations of manuscripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from sovcite.cli.failing import CANNOT_READ
from sovcite.cli.sources import results

if TYPE_CHECKING:
    from sovcite.model import Diagnostic, Manuscript

_FINDINGS = 1


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@click.option("--output-format", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Files read at a time.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output_format: str, jobs: int) -> None:
    """Say what is wrong with the archival citations of each FILE (a folder or pattern is its files; - is
    standard input).

    No file is ever changed. Exits 0 where nothing but hints was found, 1 with findings, 2 where a file
    cannot be read; the other files are checked all the same.
    """
    from sovcite.report.text import summarise

    found: list[Diagnostic] = []
    unreadable = False
    places = notes = citations = 0
    for done in results(files, _check, jobs=jobs):
        if done is None:
            unreadable = True
            continue
        manuscript, checked = done
        _print(manuscript, checked.findings, output_format)
        found += checked.findings
        places += len({finding.note for finding in checked.findings})
        notes += len(manuscript.notes)
        citations += checked.citations
    if output_format == "text" and (notes or not unreadable):
        click.echo(summarise(found, places, notes, citations))
    grave = any(finding.severity != "info" for finding in found)
    ctx.exit(CANNOT_READ if unreadable else _FINDINGS if grave else 0)


class _Checked(NamedTuple):
    findings: list[Diagnostic]
    citations: int


def _check(manuscript: Manuscript) -> _Checked:
    from sovcite.checking import check_survey, survey_notes

    survey = survey_notes(manuscript.notes)
    return _Checked(check_survey(survey), len(survey.mentions))


def _print(manuscript: Manuscript, findings: list[Diagnostic], output_format: str) -> None:
    from sovcite.cli.lines import as_line
    from sovcite.cli.sources import displayed
    from sovcite.exchange import finding_record
    from sovcite.report.text import describe

    out = sys.stdout.buffer
    for finding in findings:
        note = manuscript.notes[finding.note]
        if output_format == "jsonl":
            out.write(as_line(finding_record(manuscript.source, note.label, finding)))
        else:
            click.echo(describe(displayed(manuscript.source), note, finding) + "\n")
