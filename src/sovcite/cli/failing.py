"""What cannot be done, said in one line on standard error."""

from __future__ import annotations

from typing import IO

import click

CANNOT_READ = 2


class Failure(click.ClickException):
    """A failure that ends the command: one line, exit code 2, no traceback."""

    exit_code = CANNOT_READ

    def show(self, file: IO[str] | None = None) -> None:  # noqa: ARG002
        complain(self.message)


def complain(message: str) -> None:
    """Print a message on standard error under the name of the program."""
    click.echo(f"sovcite: {message}", err=True)
