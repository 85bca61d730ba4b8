"""The command line. Nothing but click is loaded until a command runs."""

from __future__ import annotations

from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; see sovcite.cli.entry."""
    import gc

    # nearly all that is made at the start stays: looking through it again and again takes a tenth of the time
    gc.set_threshold(20_000, 50, 50)
    from sovcite.cli.entry import main as enter

    enter(args)


__all__ = ["main"]
