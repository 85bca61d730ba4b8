"""sovcite check: what is wrong with the citations of manuscripts."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.check_settings import Checker, Options, checker, rule_options
from sovcite.cli.failing import CANNOT_READ, Failure
from sovcite.cli.settings import Settings, settings_options
from sovcite.cli.sources import displayed, results

if TYPE_CHECKING:
    from sovcite.cli.sources import Group
    from sovcite.model import Manuscript
    from sovcite.report.checked import Checked

_FINDINGS = 1
# outputs of the whole check, by the module that writes each; text and jsonl are printed file by file
_WHOLE = {
    "json": "sovcite.report.as_json",
    "sarif": "sovcite.report.sarif",
    "github": "sovcite.report.github",
    "csv": "sovcite.report.as_csv",
    "html": "sovcite.report.page",
}


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@click.option(
    "--output-format", type=click.Choice(["text", "jsonl", *_WHOLE]), default="text", show_default=True,
    help="How the findings are printed; html is one page by itself.",
)  # fmt: skip
@rule_options
@click.option("--style", metavar="ID", help="Let the rules that can ask for what this style prints.")
@click.option("--strict", is_flag=True, help="Let hints count as warnings.")
@click.option("--update-baseline", is_flag=True, help="Write all findings into the file of --baseline.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Files read at a time.")
@settings_options
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    style: str | None,
    strict: bool,
    baseline: str | None,
    update_baseline: bool,
    jobs: int,
    config: str | None,
    default_repository: tuple[str, ...],
) -> None:
    """Say what is wrong with the archival citations of each FILE (a folder or pattern is its files; - is
    standard input).

    No manuscript is ever changed. Exits 0 where nothing but hints was found, 1 with findings, 2 where a file
    cannot be read; the other files are checked all the same. `sovcite explain CODE` says more about a rule.
    """
    if update_baseline and baseline is None:
        raise Failure("--update-baseline needs --baseline FILE")
    made = checker(
        Options(config, select, ignore, style, strict),
        Settings(config, default_repository),
        None if update_baseline else baseline,
    )
    unreadable = False
    done: list[Checked] = []
    for result in results(files, partial(_checked, checker=made), jobs=jobs):
        if result is None:
            unreadable = True
            continue
        checked = result[1]
        done.append(checked)
        if output_format in ("text", "jsonl") and not update_baseline:
            _print(checked, output_format)
    if update_baseline and baseline is not None:
        _write_baseline(done, baseline)
        ctx.exit(CANNOT_READ if unreadable else 0)
    if output_format in _WHOLE:
        text: str = import_module(_WHOLE[output_format]).report(done)
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    elif output_format == "text" and (done or not unreadable):
        from sovcite.report.text import summarise

        click.echo(summarise(done))
    grave = any(finding.severity != "info" for one in done for finding in one.findings)
    ctx.exit(CANNOT_READ if unreadable else _FINDINGS if grave else 0)


def _checked(manuscript: Manuscript, files: Group, checker: Checker) -> list[Checked]:
    """Check one manuscript, and give each of its files with what was found there; runs in a process of its own too."""
    from attrs import evolve

    from sovcite.report.checked import Checked

    done = []
    with checker.checked(manuscript) as (survey, found):
        for file in files:
            places = [place for place in range(len(survey.notes)) if manuscript.file_of(place) == file]
            numbers = {place: number for number, place in enumerate(places)}
            done.append(
                Checked(
                    source=as_text(file),
                    shown=displayed(file),
                    notes=tuple(survey.notes[place] for place in places),
                    findings=tuple(evolve(one, note=numbers[one.note]) for one in found if one.note in numbers),
                    citations=sum(mention.note in numbers for mention in survey.mentions),
                )
            )
    return done


def _print(checked: Checked, output_format: str) -> None:
    out = sys.stdout.buffer
    if output_format == "jsonl":
        from sovcite.cli.lines import as_line
        from sovcite.exchange import finding_record

        for finding in checked.findings:
            note = checked.notes[finding.note]
            out.write(as_line(finding_record(checked.source, note.label, finding)))
        return
    from sovcite.report.text import report

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for block in report([checked], colour=colour):
        click.echo(block + "\n", color=colour)


def _write_baseline(done: Sequence[Checked], path: str) -> None:
    from sovcite.checking.baseline import baseline_of, baseline_to_json

    known = baseline_of((one.source, finding) for one in done for finding in one.findings)
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(baseline_to_json(known))
    except OSError as error:
        raise Failure(f"{as_text(path)}: cannot be written ({(error.strerror or str(error)).lower()})") from error
    click.echo(f"{as_text(path)}: findings known from now on: {sum(known.values())}")
