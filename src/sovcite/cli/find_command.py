"""sovcite find: the citations of manuscripts, or of a stream of texts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from sovcite.cli.failing import CANNOT_READ, complain
from sovcite.cli.settings import Settings, settings_options
from sovcite.cli.sources import STANDARD_INPUT, InputFormat, place, results

if TYPE_CHECKING:
    from sovcite.model import Manuscript, Mention, Unread
    from sovcite.resolution import Level


@click.command("find")
@click.argument("files", nargs=-1, metavar="[FILE...|-]")
@click.option(
    "--input-format",
    type=click.Choice(["auto", "text", "jsonl"]),
    default="auto",
    show_default=True,
    help='auto goes by the name of the file; jsonl is one {"id", "text"} a line.',
)
@click.option("--output-format", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option(
    "--level",
    type=click.Choice(["strict", "normal", "lenient"]),
    default="normal",
    show_default=True,
    help="lenient shows also what is only suspected, strict only what is certain.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Files read at a time.")
@settings_options
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    input_format: str,
    output_format: str,
    level: Level,
    jobs: int,
    config: str | None,
    default_repository: tuple[str, ...],
) -> None:
    """Find the archival citations of manuscripts, in reading order.

    FILE is a manuscript, a folder or a pattern; - or nothing is standard input. With jsonl on both sides the
    lines are answered in order, each as soon as it is read; a bad line is answered by an error object.

    Exits 0 whether or not there are citations, 2 where a file, or every line of a stream, cannot be read.
    """
    files = files or (STANDARD_INPUT,)
    settings = Settings(config, default_repository)
    if input_format == "jsonl":
        with settings.in_force():
            all_read = _stream(files, output_format, level)
    else:
        as_format: InputFormat = "text" if input_format == "text" else "auto"
        work = partial(_survey, level=level, settings=settings)
        all_read = _manuscripts(files, as_format, output_format, work, jobs)
    ctx.exit(0 if all_read else CANNOT_READ)


def _survey(manuscript: Manuscript, level: Level, settings: Settings) -> tuple[list[Mention], list[Unread]]:
    from sovcite.resolution import survey

    with settings.in_force(manuscript.source):
        return survey(manuscript.notes, level)


def _manuscripts(
    files: tuple[str, ...],
    input_format: InputFormat,
    output_format: str,
    work: Callable[[Manuscript], tuple[list[Mention], list[Unread]]],
    jobs: int,
) -> bool:
    from sovcite.cli.lines import as_line
    from sovcite.exchange import citation_record
    from sovcite.report.listing import citation_line, unread_line

    all_read = True
    read = citations = 0
    for done in results(files, work, input_format=input_format, jobs=jobs):
        if done is None:
            all_read = False
            continue
        manuscript, (mentions, unread) = done
        read, citations = read + 1, citations + len(mentions)
        labels = [note.label for note in manuscript.notes]
        if output_format == "jsonl":
            out = sys.stdout.buffer
            for mention in mentions:
                out.write(as_line(citation_record(manuscript.source, labels[mention.note], mention)))
            out.flush()
            continue
        lines = [
            (m.note, m.start, citation_line(place(manuscript.source, labels[m.note]), m)) for m in mentions
        ]
        lines += [(u.note, u.start, unread_line(place(manuscript.source, labels[u.note]), u)) for u in unread]
        for *_, line in sorted(lines):
            click.echo(line)
    if read > 1 and output_format == "text":
        click.echo(f"sovcite: {citations} citations in {read} files", err=True)
    return all_read


def _stream(files: tuple[str, ...], output_format: str, level: Level) -> bool:
    from sovcite.cli.lines import answers, as_line
    from sovcite.report.listing import citation_line, unread_line

    all_read = True
    for file in files:
        good = bad = 0
        try:
            for answer in answers(_lines(file), level):
                bad, good = (bad + 1, good) if answer.error else (bad, good + 1)
                if output_format == "jsonl":
                    out = sys.stdout.buffer
                    out.write(as_line(answer.record()))
                    out.flush()
                elif answer.error:
                    complain(answer.error)
                else:
                    for mention in answer.mentions:
                        click.echo(citation_line(str(answer.id), mention))
                    for unread in answer.unread:
                        click.echo(unread_line(str(answer.id), unread))
        except BrokenPipeError:
            raise
        except OSError as error:
            complain(f"{file}: cannot be read ({(error.strerror or str(error)).lower()})")
            all_read = False
        all_read = all_read and (good > 0 or bad == 0)
    return all_read


def _lines(file: str) -> Iterator[bytes]:
    if file == STANDARD_INPUT:
        stream: Iterable[bytes] = sys.stdin.buffer
        yield from stream
        return
    opened: IO[bytes]
    with Path(file).open("rb") as opened:
        yield from opened
