"""The files that a command was given, each read and worked on, one after the other or several at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain
from sovcite.cli.progress import Progress

if TYPE_CHECKING:
    from sovcite.model import Manuscript

Group = tuple[str, ...]
InputFormat = Literal["auto", "text"]
STANDARD_INPUT = "-"
Result = TypeVar("Result")
Work = Callable[["Manuscript", Group], Sequence[Result]]
# gives a result for each file of a manuscript, or a line that says why there is none
Task = Callable[[Group], Sequence[tuple["Manuscript", Result] | str]]


def results(
    files: Sequence[str],
    work: Work[Result],
    *,
    input_format: InputFormat = "auto",
    jobs: int = 1,
) -> Iterator[tuple[Manuscript, Result] | None]:
    """Read each manuscript and work on it, in order; jobs is the number of processes.

    work is given a manuscript and its files, and gives a result for each of them. A file that cannot be read is named
    on standard error, and None stands for it.
    """
    groups = expanded(files)
    if input_format != "auto":
        # a plain text takes in no other
        groups = [(file,) for group in groups for file in group]
    return each(groups, partial(_read_for, work=work, input_format=input_format), jobs=jobs)


def each(named: Sequence[Group], task: Task[Result], *, jobs: int = 1) -> Iterator[tuple[Manuscript, Result] | None]:
    """Do a task for the files of each manuscript, in order; jobs is the number of processes.

    A file that cannot be read or written is named on standard error, and None stands for it.
    """
    tried: Callable[[Group], list[tuple[Manuscript, Result] | str]] = partial(_tried, task=task)
    with Progress([displayed(group[0]) for group in named]) as progress:
        if jobs > 1 and len(named) > 1 and (STANDARD_INPUT,) not in named:
            from sovcite.cli.working import in_order

            done: Iterator[list[tuple[Manuscript, Result] | str]] = in_order(tried, named, jobs=jobs, lost=_lost)
        else:
            done = map(tried, named)
        for one in chain.from_iterable(progress.follow(done)):
            yield _told(one)


def expanded(files: Sequence[str]) -> list[Group]:
    """Give the manuscripts that the arguments stand for, each as its files: folders and patterns opened.

    "-" is left as it is.
    """
    from sovcite.manuscript.project import files_at, grouped
    from sovcite.model import ReadError

    named: list[str] = []
    for file in files:
        try:
            named += [file] if file == STANDARD_INPUT else files_at(file)
        except ReadError:
            # it is read as a file, and named there with the reason
            named.append(file)
    return grouped(named)


def place(source: str, label: str) -> str:
    """Name a note of a file as people read it.

    >>> place("-", "note 3")
    'standard input, note 3'
    """
    return f"{displayed(source)}, {label}"


def displayed(file: str) -> str:
    """Name a file as people read it; standard input has no name of its own."""
    return "standard input" if file == STANDARD_INPUT else as_text(file)


def _told(
    done: tuple[Manuscript, Result] | str,
) -> tuple[Manuscript, Result] | None:
    """Say on standard error what there is to say of a file."""
    if isinstance(done, str):
        complain(done)
        return None
    manuscript, _ = done
    for remark in manuscript.remarks:
        complain(f"{displayed(manuscript.source)}: {remark}")
    return done


def _lost(group: Group) -> list[tuple[Manuscript, Result] | str]:
    return [f"{displayed(group[0])}: its process was ended from outside or had no memory left; read it by itself"]


def _tried(group: Group, *, task: Task[Result]) -> list[tuple[Manuscript, Result] | str]:
    """Do a task, or say in one line why it cannot be done; runs in a process of its own too."""
    from attrs import evolve

    from sovcite.model import ReadError, WriteError

    try:
        done = task(group)
    except (ReadError, WriteError) as error:
        message = str(error)
        named = any(displayed(file) in message for file in group)
        return [message if named else f"{displayed(group[0])}: {message}"]
    except OSError as error:
        return [f"{displayed(group[0])}: cannot be read ({(error.strerror or str(error)).lower()})"]
    # where each letter stands nobody asks any more
    return [one if isinstance(one, str) else (evolve(one[0], maps=()), one[1]) for one in done]


def _read_for(
    group: Group, *, work: Work[Result], input_format: InputFormat
) -> list[tuple[Manuscript, Result] | str]:
    if len(group) == 1:
        manuscript = _read(group[0], input_format)
        return [(manuscript, result) for result in work(manuscript, (manuscript.source,))]
    from sovcite.manuscript.joining import loaded, of_file, read_files

    contents, refused = loaded(group)
    if not contents:
        return [*refused]
    manuscript, files = read_files(contents), tuple(contents)
    done = zip(files, work(manuscript, files), strict=True)
    return [*((of_file(manuscript, file, contents[file]), result) for file, result in done), *refused]


def _read(file: str, input_format: InputFormat) -> Manuscript:
    from attrs import evolve

    from sovcite.manuscript import read_bytes, read_content

    if file != STANDARD_INPUT and input_format == "auto":
        return read_bytes(read_content(file), file)
    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    # the name of a plain text, where the name or the content is not to be asked
    name = f"{displayed(file)}.txt" if input_format == "text" else displayed(file)
    return evolve(read_bytes(data, name), source=file)
