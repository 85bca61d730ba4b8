"""How far a command has come: one line on standard error, on a terminal alone, where there is much to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import TypeVar

Result = TypeVar("Result")

# what takes longer than a moment
_LARGE = 2 * 2**20
_ERASE = "\r\x1b[K"


class Progress:
    """Shows the file that is being read, and takes the line away before anything else is printed."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._is_shown = sys.stderr.isatty() and (len(names) > 1 or any(map(_is_large, names)))

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._show("")

    def follow(self, done: Iterable[Result]) -> Iterator[Result]:
        """Pass on what is done, in the order of the names."""
        results = iter(done)
        for number, name in enumerate(self._names, start=1):
            self._show(f"{number} of {len(self._names)}: {name}"[: _columns()])
            result = next(results)
            self._show("")
            yield result

    def _show(self, line: str) -> None:
        if self._is_shown:
            sys.stderr.write(_ERASE + line)
            sys.stderr.flush()


def _is_large(name: str) -> bool:
    try:
        return os.path.getsize(name) > _LARGE
    except (OSError, ValueError):
        # standard input, or a file that is named as missing when it is read
        return False


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns - 1
    except (OSError, ValueError):
        return 79
