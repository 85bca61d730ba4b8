"""The files that a command was given, each read and worked on, one after the other or several at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain
from sovcite.cli.progress import Progress

if TYPE_CHECKING:
    from sovcite.model import Manuscript

InputFormat = Literal["auto", "text"]
STANDARD_INPUT = "-"
Result = TypeVar("Result")


def results(
    files: Sequence[str],
    work: Callable[[Manuscript], Result],
    *,
    input_format: InputFormat = "auto",
    jobs: int = 1,
) -> Iterator[tuple[Manuscript, Result] | None]:
    """Read each file and work on it, in order; jobs is the number of processes.

    One that cannot be read is named on standard error, and None stands for it.
    """
    return each(expanded(files), partial(_read_for, work=work, input_format=input_format), jobs=jobs)


def each(
    named: Sequence[str], task: Callable[[str], tuple[Manuscript, Result]], *, jobs: int = 1
) -> Iterator[tuple[Manuscript, Result] | None]:
    """Do a task for each file, in order; jobs is the number of processes.

    A file that cannot be read or written is named on standard error, and None stands for it.
    """
    tried = partial(_tried, task=task)
    with Progress([displayed(file) for file in named]) as progress:
        if jobs > 1 and len(named) > 1 and STANDARD_INPUT not in named:
            from sovcite.cli.working import in_order

            yield from progress.follow(map(_told, in_order(tried, named, jobs=jobs, lost=_lost)))
        else:
            yield from progress.follow(map(_told, map(tried, named)))


def expanded(files: Sequence[str]) -> list[str]:
    """Give the files that the arguments stand for: folders and patterns opened, "-" left as it is."""
    from sovcite.manuscript.project import expand
    from sovcite.model import ReadError

    named: list[str] = []
    for file in files:
        try:
            named += [file] if file == STANDARD_INPUT else expand([file])
        except ReadError:
            # it is read as a file, and named there with the reason
            named.append(file)
    return list(dict.fromkeys(named))


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


def _lost(file: str) -> str:
    return f"{displayed(file)}: its process was ended from outside or had no memory left; read it by itself"


def _tried(file: str, *, task: Callable[[str], tuple[Manuscript, Result]]) -> tuple[Manuscript, Result] | str:
    """Do a task, or say in one line why it cannot be done; runs in a process of its own too."""
    from attrs import evolve

    from sovcite.model import ReadError, WriteError

    try:
        manuscript, result = task(file)
    except (ReadError, WriteError) as error:
        message = str(error)
        return message if displayed(file) in message else f"{displayed(file)}: {message}"
    except OSError as error:
        return f"{displayed(file)}: cannot be read ({(error.strerror or str(error)).lower()})"
    # where each letter stands nobody asks any more
    return evolve(manuscript, maps=()), result


def _read_for(
    file: str, *, work: Callable[[Manuscript], Result], input_format: InputFormat
) -> tuple[Manuscript, Result]:
    manuscript = _read(file, input_format)
    return manuscript, work(manuscript)


def _read(file: str, input_format: InputFormat) -> Manuscript:
    from attrs import evolve

    from sovcite.manuscript import read, read_bytes

    if file != STANDARD_INPUT and input_format == "auto":
        return read(file)
    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    # the name of a plain text, where the name or the content is not to be asked
    name = f"{displayed(file)}.txt" if input_format == "text" else displayed(file)
    return evolve(read_bytes(data, name), source=file)
