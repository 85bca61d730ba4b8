"""The command line. Nothing but click is loaded until a command runs."""

from sovcite.cli.entry import main

__all__ = ["main"]
