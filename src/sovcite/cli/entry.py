"""The way in: streams in UTF-8, and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from sovcite.cli.group import group

PIPE_CLOSED = 1
INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; args are the process's own unless given.

    0 done, 1 findings or a citation that cannot be read (or nobody reads the output any more),
    2 wrong usage or a file that cannot be read, 130 interrupted.
    """
    _speak_utf8()
    sys.exit(_run(args))


def _run(args: Sequence[str] | None) -> int:
    try:
        code = group.main(args=args, prog_name="sovcite", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # what is still buffered would fail again when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale says; what cannot be written is shown by its number."""
    streams = (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    )
    for stream, errors in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
