"""sovcite fix: manuscripts with their citations repaired."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sovcite.cli.failing import CANNOT_READ, complain

if TYPE_CHECKING:
    from sovcite.model import Manuscript
    from sovcite.repair import Plan


@click.command("fix")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT", help="The file to write; a folder for several FILEs.")
@click.option("--in-place", is_flag=True, help="Write over each FILE, when the new one is whole.")
@click.option("--diff", is_flag=True, help="Show what would change; without -o nothing is written.")
@click.option("--style", metavar="ID", help="Write the citations in this style too; sovcite format --list shows them.")
@click.option(
    "--safe/--all", "safe", default=True, show_default="--safe",
    help="--safe makes only repairs that leave every citation the same; --all also those that the author "
    "has to decide on.",
)  # fmt: skip
@click.option("--author", default="sovcite", show_default=True, help="Whose the tracked changes and comments are.")
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], output: str | None, in_place: bool, diff: bool, style: str | None,
    safe: bool, author: str,
) -> None:  # fmt: skip
    """Repair the archival citations of FILE and write the result to OUT.

    In Word and OpenDocument files each repair is a tracked change, and what only a person can decide a comment;
    text formats are changed in their text. All else in a file stays as it is, byte for byte. Exits 0, or 2 where a
    file cannot be read or written.
    """
    if output is None and not in_place and not diff:
        raise click.UsageError("say where the result goes: -o OUT, --in-place, or --diff to see it first")
    if output is not None and in_place:
        raise click.UsageError("-o and --in-place do not go together")
    from sovcite.cli.sources import expanded

    failed = False
    named = expanded(files)
    targets: list[str | None] = [*named] if in_place else [output] * len(named)
    if output is not None and (len(named) > 1 or os.path.isdir(output)):
        targets = [os.path.join(output, os.path.basename(file)) for file in named]
    if not in_place and output is not None and len(set(targets)) < len(named):
        raise click.UsageError("two of the files have the same name; give them one by one, each with its own -o")
    for file, target in zip(named, targets, strict=True):
        failed |= not _fix(file, target, in_place=in_place, diff=diff, style=style, everything=not safe, author=author)
    ctx.exit(CANNOT_READ if failed else 0)


def _fix(
    file: str, target: str | None, *, in_place: bool, diff: bool, style: str | None, everything: bool, author: str
) -> bool:
    """Repair one file; say whether that could be done."""
    from sovcite.cli.sources import displayed
    from sovcite.manuscript import read_bytes, read_content
    from sovcite.model import ReadError, WriteError
    from sovcite.repair import proven, repaired, save

    try:
        if target is not None and not in_place and os.path.exists(target) and os.path.samefile(file, target):
            raise WriteError(f"{displayed(target)}: is the file that is read; write over it with --in-place")
        data = read_content(file)
        manuscript = read_bytes(data, file)
        plan = proven(data, manuscript, _plan(manuscript, style, everything))
        new = repaired(data, manuscript, plan, author=author)
        if target is not None:
            save(new, target)
    except (ReadError, WriteError) as error:
        complain(str(error))
        return False
    except OSError as error:
        complain(f"{displayed(file)}: cannot be read ({(error.strerror or str(error)).lower()})")
        return False
    for remark in manuscript.remarks:
        complain(f"{displayed(file)}: {remark}")
    if diff:
        from sovcite.report.difference import difference

        click.echo(difference(displayed(file), manuscript, plan, data, new), nl=False)
    _report(displayed(file), manuscript, plan, quiet=diff)
    return True


def _plan(manuscript: Manuscript, style: str | None, everything: bool) -> Plan:
    from attrs import evolve

    from sovcite.checking import check_survey, survey_notes
    from sovcite.repair import plan_repairs

    survey = survey_notes(manuscript.notes)
    if style is None:
        return plan_repairs(manuscript, check_survey(survey), everything=everything)
    from sovcite.repair.restyle import restyle

    changes, remarks = restyle(manuscript, survey.mentions, style)
    plan = plan_repairs(manuscript, check_survey(survey), changes, everything=everything)
    return evolve(plan, remarks=(*plan.remarks, *remarks))


def _report(name: str, manuscript: Manuscript, plan: Plan, *, quiet: bool) -> None:
    from sovcite.report.repairs import change_line, remark_line, summary

    for change in () if quiet else plan.changes:
        click.echo(change_line(name, manuscript.notes[change.note], change))
    for remark in plan.remarks:
        click.echo(remark_line(name, manuscript.notes[remark.note], remark), err=quiet)
    click.echo(summary(name, plan, manuscript.form), err=quiet)
