"""sovcite find: the citations of manuscripts, or of a stream of texts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import CANNOT_READ, Failure, complain
from sovcite.cli.settings import Settings, settings_options
from sovcite.cli.sources import STANDARD_INPUT, InputFormat, place, results

if TYPE_CHECKING:
    from sovcite.cli.lines import Answer
    from sovcite.cli.parquet import ParquetOutput
    from sovcite.cli.sources import Group, Work
    from sovcite.exchange.records import Record
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
@click.option(
    "--output-format",
    type=click.Choice(["text", "jsonl", "parquet"]),
    default="text",
    show_default=True,
    help="parquet is one file on standard output; it needs sovcite[arrow].",
)
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
        with settings.in_force(), _rows(output_format, "id") as rows:
            all_read = _stream(files, output_format, level, rows)
    else:
        as_format: InputFormat = "text" if input_format == "text" else "auto"
        work = partial(_survey, level=level, settings=settings)
        with _rows(output_format, "source", "note") as rows:
            all_read = _manuscripts(files, as_format, output_format, work, jobs, rows)
    ctx.exit(0 if all_read else CANNOT_READ)


def _rows(output_format: str, *where: str) -> AbstractContextManager[ParquetOutput | None]:
    if output_format != "parquet":
        return nullcontext()
    from sovcite.cli.parquet import ParquetOutput

    try:
        return ParquetOutput(*where)
    except ImportError as error:
        raise Failure("parquet needs pyarrow: install sovcite[arrow]") from error


def _survey(
    manuscript: Manuscript, files: Group, level: Level, settings: Settings
) -> list[tuple[list[Mention], list[Unread]]]:
    """Find the citations of each file of a manuscript."""
    from sovcite.resolution import survey

    with settings.in_force(manuscript.source):
        mentions, unread = survey(manuscript.notes, level)
    return [
        (
            [one for one in mentions if manuscript.file_of(one.note) == file],
            [one for one in unread if manuscript.file_of(one.note) == file],
        )
        for file in files
    ]


def _manuscripts(
    files: tuple[str, ...],
    input_format: InputFormat,
    output_format: str,
    work: Work[tuple[list[Mention], list[Unread]]],
    jobs: int,
    rows: ParquetOutput | None,
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
        if rows is not None:
            # a name of a file may hold bytes that are no text
            source = as_text(manuscript.source).encode("utf-8", "backslashreplace").decode()
            for mention in mentions:
                rows.add(citation_record(source, labels[mention.note], mention))
            continue
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


def _stream(files: tuple[str, ...], output_format: str, level: Level, rows: ParquetOutput | None) -> bool:
    from sovcite.cli.lines import answers, as_line
    from sovcite.report.listing import citation_line, unread_line

    all_read = True
    for file in files:
        good = bad = 0
        try:
            for answer in answers(_lines(file), level):
                bad, good = (bad + 1, good) if answer.error else (bad, good + 1)
                if rows is not None:
                    for row in _rows_of(answer):
                        rows.add(row)
                elif output_format == "jsonl":
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


def _rows_of(answer: Answer) -> Iterator[Record]:
    """Give the citations of a line each under its id; a bad line has one row with its error."""
    from sovcite.exchange import mention_record

    id_ = answer.id if answer.id is None or isinstance(answer.id, str) else json.dumps(answer.id, ensure_ascii=False)
    if answer.error is not None:
        yield {"id": id_, "error": answer.error}
    for mention in answer.mentions:
        yield {"id": id_, **mention_record(mention)}


def _lines(file: str) -> Iterator[bytes]:
    if file == STANDARD_INPUT:
        stream: Iterable[bytes] = sys.stdin.buffer
        yield from stream
        return
    opened: IO[bytes]
    with Path(file).open("rb") as opened:
        yield from opened
