"""The files that a command was given, opened one after the other; "-" is standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain

if TYPE_CHECKING:
    from sovcite.model import Manuscript

InputFormat = Literal["auto", "text"]
STANDARD_INPUT = "-"


def manuscripts(files: Sequence[str], input_format: InputFormat = "auto") -> Iterator[Manuscript | None]:
    """Read each file; one that cannot be read is named on standard error, and None stands for it."""
    from sovcite.model import ReadError

    for file in files:
        try:
            yield _read(file, input_format)
        except ReadError as error:
            message = str(error)
            complain(message if displayed(file) in message else f"{displayed(file)}: {message}")
            yield None
        except OSError as error:
            complain(f"{displayed(file)}: cannot be read ({(error.strerror or str(error)).lower()})")
            yield None


def place(source: str, label: str) -> str:
    """Name a note of a file as people read it.

    >>> place("-", "note 3")
    'standard input, note 3'
    """
    return f"{displayed(source)}, {label}"


def displayed(file: str) -> str:
    """Name a file as people read it; standard input has no name of its own."""
    return "standard input" if file == STANDARD_INPUT else as_text(file)


def _read(file: str, input_format: InputFormat) -> Manuscript:
    from attrs import evolve

    from sovcite.manuscript import read, read_bytes

    if file != STANDARD_INPUT and input_format == "auto":
        return read(file)
    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    # the name of a plain text, where the name or the content is not to be asked
    name = f"{displayed(file)}.txt" if input_format == "text" else displayed(file)
    return evolve(read_bytes(data, name), source=file)
