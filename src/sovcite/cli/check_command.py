"""sovcite check: what is wrong with the citations of manuscripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sovcite.cli.failing import CANNOT_READ
from sovcite.cli.settings import Settings, settings_options
from sovcite.cli.sources import manuscripts

if TYPE_CHECKING:
    from sovcite.model import Diagnostic, Manuscript

_FINDINGS = 1


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@click.option("--output-format", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@settings_options
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output_format: str,
    config: str | None,
    default_repository: tuple[str, ...],
) -> None:
    """Say what is wrong with the archival citations of each FILE (.docx, .md, .txt; - is standard input).

    No file is ever changed. Exits 0 where nothing but hints was found, 1 with findings, 2 where a file
    cannot be read; the other files are checked all the same.
    """
    from sovcite.checking import check_survey, survey_notes
    from sovcite.report.text import summarise

    settings = Settings(config, default_repository)
    found: list[Diagnostic] = []
    unreadable = False
    places = notes = citations = 0
    for manuscript in manuscripts(files):
        if manuscript is None:
            unreadable = True
            continue
        with settings.in_force(manuscript.source):
            survey = survey_notes(manuscript.notes)
            findings = check_survey(survey)
        _print(manuscript, findings, output_format)
        found += findings
        places += len({finding.note for finding in findings})
        notes += len(survey.notes)
        citations += len(survey.mentions)
    if output_format == "text" and (notes or not unreadable):
        click.echo(summarise(found, places, notes, citations))
    grave = any(finding.severity != "info" for finding in found)
    ctx.exit(CANNOT_READ if unreadable else _FINDINGS if grave else 0)


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
