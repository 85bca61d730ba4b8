"""sovcite-lsp: the checker inside an editor, for Markdown, LaTeX, Typst and plain text."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Serve an editor on standard input and output; say in one line what is missing where the extra is not there."""
    try:
        from sovcite.lsp.server import server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        sys.exit("sovcite-lsp: pygls missing; install it with: pip install 'sovcite[lsp]'")
    # what a text is read into stays: looking for garbage among it takes as long as a change
    gc.set_threshold(20_000, 50, 50)
    server.start_io()
