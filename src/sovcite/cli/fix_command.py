"""sovcite fix: manuscripts with their citations repaired."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.check_settings import Checker, Options, checker, rule_options
from sovcite.cli.failing import CANNOT_READ
from sovcite.cli.settings import Settings, settings_options

if TYPE_CHECKING:
    from sovcite.cli.sources import Group
    from sovcite.model import Diagnostic, Manuscript, Mention, Note
    from sovcite.repair import Change, Plan, Remark


@click.command("fix")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT", help="The file to write; a folder for several FILEs.")
@click.option("--in-place", is_flag=True, help="Write over each FILE, when the new one is whole.")
@click.option("--diff", is_flag=True, help="Show what would change; without -o nothing is written.")
@click.option("--style", metavar="ID", help="Write the citations in this style too; sovcite format --list shows them.")
@rule_options
@click.option(
    "--safe/--all", "safe", default=True, show_default="--safe",
    help="--safe makes only repairs that leave every citation the same; --all also those that the author "
    "has to decide on.",
)  # fmt: skip
@click.option("--author", default="sovcite", show_default=True, help="Whose the tracked changes and comments are.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Files repaired at a time.")
@settings_options
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], output: str | None, in_place: bool, diff: bool, style: str | None,
    select: tuple[str, ...], ignore: tuple[str, ...], baseline: str | None, safe: bool, author: str, jobs: int,
    config: str | None, default_repository: tuple[str, ...],
) -> None:  # fmt: skip
    """Repair the archival citations of FILE and write the result to OUT.

    In Word and OpenDocument files each repair is a tracked change, and what only a person can decide a comment;
    text formats are changed in their text. All else in a file stays as it is, byte for byte. What `sovcite check` is
    told not to look for is not repaired: by options, sovcite.toml, a comment or a baseline. Exits 0, or 2 where a file
    cannot be read or written.
    """
    if output is None and not in_place and not diff:
        raise click.UsageError("say where the result goes: -o OUT, --in-place, or --diff to see it first")
    if output is not None and in_place:
        raise click.UsageError("-o and --in-place do not go together")
    from sovcite.cli.sources import displayed, each, expanded

    # what is written in a style is asked for in the same
    made = checker(Options(config, select, ignore, style), Settings(config, default_repository), baseline)
    groups = expanded(files)
    named = [file for group in groups for file in group]
    targets = _targets(groups, output, in_place=in_place)
    work = partial(
        _fix, targets=targets, in_place=in_place, diff=diff, style=style, everything=not safe, author=author,
        checker=made,
    )  # fmt: skip
    read = 0
    changes: list[Change] = []
    remarks: list[Remark] = []
    for done in each(groups, work, jobs=jobs):
        if done is None:
            continue
        manuscript, (plan, shown) = done
        click.echo(shown, nl=False)
        _report(displayed(manuscript.source), manuscript, plan, quiet=diff)
        changes += plan.changes
        remarks += plan.remarks
        read += 1
    if len(named) > 1 and read:
        from sovcite.repair import Plan
        from sovcite.report.repairs import summary

        counted = f"{read} files" if read == len(named) else f"{read} of {len(named)} files"
        click.echo(summary(counted, Plan(changes=tuple(changes), remarks=tuple(remarks)), "text"), err=diff)
    ctx.exit(0 if read == len(named) else CANNOT_READ)


def _targets(groups: Sequence[Group], output: str | None, *, in_place: bool) -> dict[str, str | None]:
    """Say where each file is written to, None where it is not."""
    named = [file for group in groups for file in group]
    if in_place or output is None:
        return {file: file if in_place else None for file in named}
    if len(named) == 1 and not os.path.isdir(output):
        return {named[0]: output}
    if not os.path.isdir(output):
        more = f"{named[0]} and {len(named) - 1} more" if len(groups) > 1 else ", ".join(named)
        raise click.UsageError(f"several files are written ({as_text(more)}); give a folder that is there with -o")
    # the files of one manuscript keep their places beside each other
    targets: dict[str, str | None] = {
        file: os.path.join(output, os.path.relpath(file, os.path.dirname(group[0]) or "."))
        for group in groups for file in group
    }  # fmt: skip
    if len({*targets.values()}) < len(named):
        raise click.UsageError("two of the files have the same name; give them one by one, each with its own -o")
    return targets


def _fix(
    group: Group, *, targets: Mapping[str, str | None], in_place: bool, diff: bool, style: str | None,
    everything: bool, author: str, checker: Checker,
) -> list[tuple[Manuscript, tuple[Plan, str]] | str]:  # fmt: skip
    """Repair the files of a manuscript; give for each what was done, and what --diff shows, or why it is not read.

    Nothing is written where one of them cannot be repaired. Runs in a process of its own too. Raises ReadError,
    WriteError, DataError and OSError.
    """
    from sovcite.cli.sources import displayed
    from sovcite.manuscript.joining import loaded, of_file, read_files
    from sovcite.model import WriteError
    from sovcite.repair import repaired, save
    from sovcite.report.difference import difference

    for file in group:
        target = targets[file]
        if target is not None and not in_place and os.path.exists(target) and os.path.samefile(file, target):
            raise WriteError(f"{displayed(target)}: is the file that is read; write over it with --in-place")
    contents, refused = loaded(group)
    if not contents:
        return [*refused]
    manuscript = read_files(contents)
    plan = _plan(contents, manuscript, style, everything, checker)
    done: list[tuple[Manuscript, tuple[Plan, str]] | str] = []
    new: dict[str, bytes] = {}
    for file, data in contents.items():
        own = of_file(manuscript, file, data)
        planned = plan.of({place for place in range(len(own.notes)) if own.file_of(place) == file})
        new[file] = repaired(data, own, planned, author=author)
        shown = difference(displayed(file), own, planned, data, new[file]) if diff else ""
        done.append((own, (planned, shown)))
    for file, data in new.items():
        target = targets[file]
        if target is not None:
            if len(group) > 1 and not in_place:
                os.makedirs(os.path.dirname(target), exist_ok=True)
            save(data, target)
    return [*done, *refused]


def _plan(
    contents: Mapping[str, bytes], manuscript: Manuscript, style: str | None, everything: bool, checker: Checker
) -> Plan:
    from attrs import evolve

    from sovcite.repair import planned

    def look(notes: Sequence[Note]) -> tuple[Sequence[Mention], Sequence[Diagnostic]]:
        with checker.checked(evolve(manuscript, notes=tuple(notes))) as (survey, found):
            return survey.mentions, found

    with checker.settings.in_force(manuscript.source):
        return planned(contents, manuscript, look, style=style, everything=everything)


def _report(name: str, manuscript: Manuscript, plan: Plan, *, quiet: bool) -> None:
    from sovcite.report.repairs import change_line, remark_line, summary

    for change in () if quiet else plan.changes:
        click.echo(change_line(name, manuscript.notes[change.note], change))
    for remark in plan.remarks:
        click.echo(remark_line(name, manuscript.notes[remark.note], remark), err=quiet)
    click.echo(summary(name, plan, manuscript.form), err=quiet)
