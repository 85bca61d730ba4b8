"""What sovcite-lsp does otherwise than pygls does by itself, so that a key costs little in a long text.

pygls keeps a copy of each text, and at each change cuts it into lines and puts them together again; it takes more
than line ends for ends of lines, besides. Our own document has its lines, so a change is handed on and the copy left
as it was opened. Diagnostics are made ready for sending once (Sent).
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method


class Protocol(LanguageServerProtocol):
    """The protocol, with changes that go to the feature alone."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        """Hand a change on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


def converter() -> Converter:
    """Make the converter of messages."""
    made: Converter = default_converter()  # type: ignore[no-untyped-call]
    # every diagnostic that is sent is one of ours
    made.register_unstructure_hook(types.Diagnostic, attrgetter("ready"))
    return made
