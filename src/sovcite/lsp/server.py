"""The language server: diagnostics as one types, hover, quick fixes, formatting of a selection.

Source: Language Server Protocol 3.17. Places in the protocol are counted as the editor asks (UTF-16 as a rule).
"""

from __future__ import annotations

import asyncio

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from sovcite._version import __version__
from sovcite.checking import Settings
from sovcite.lsp.document import Document
from sovcite.lsp.lines import lines_of
from sovcite.lsp.protocol import Protocol, converter
from sovcite.lsp.reading import read_out, settings_beside
from sovcite.lsp.shown import Shown, range_in
from sovcite.model import DataError

# asked for where neither sovcite.toml nor the editor chose one
_STYLE = "gost"
# so many seconds without a change are a pause
PAUSE = 0.3

server = LanguageServer("sovcite-lsp", __version__, protocol_cls=Protocol, converter_factory=converter)
_documents: dict[str, Document] = {}
_waiting: dict[str, asyncio.TimerHandle] = {}


def _settings(ls: LanguageServer, path: str) -> Settings:
    try:
        return settings_beside(path)
    except DataError as error:
        ls.window_log_message(types.LogMessageParams(types.MessageType.Warning, str(error)))
        return Settings()


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Check a text that was opened."""
    item = params.text_document
    held = ls.workspace.get_text_document(item.uri)
    encoding = str(getattr(held.position_codec.encoding, "value", held.position_codec.encoding))
    path = held.path or item.uri
    _documents[item.uri] = Document(path, lines_of(item.text), _settings(ls, path), encoding, item.version)
    _publish_whole(ls, item.uri)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Show at once what a change alters, and check the whole when typing pauses."""
    uri = params.text_document.uri
    document = _documents[uri]
    document.version = params.text_document.version
    fits = document.change(params.content_changes)
    _forget(uri)
    if not fits:
        _publish_whole(ls, uri)
        return
    _publish(ls, uri)
    _waiting[uri] = asyncio.get_running_loop().call_later(PAUSE, _publish_whole, ls, uri)


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Take the findings of a closed text away."""
    uri = params.text_document.uri
    _forget(uri)
    _documents.pop(uri, None)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


@server.feature(types.TEXT_DOCUMENT_HOVER)
def hover(ls: LanguageServer, params: types.HoverParams) -> types.Hover | None:
    """Read the citation under the pointer out."""
    read = _whole(ls, params.text_document.uri).whole()
    found = read.mention_at(read.lines.offset(params.position.line, params.position.character))
    if found is None:
        return None
    mention, start, end = found
    shown = types.MarkupContent(types.MarkupKind.Markdown, read_out(mention.citation))
    return types.Hover(shown, range_in(read.lines, start, end))


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
)
def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer the repairs of the findings that touch the selection; a safe one is preferred."""
    # editors ask after each change: what is shown now is answer enough
    uri, start, end = params.text_document.uri, params.range.start, params.range.end
    return [
        _action(one, uri)
        for one in _documents[uri].shown
        if one.edits and one.diagnostic.range.start <= end and one.diagnostic.range.end >= start
    ]


@server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
def format_range(ls: LanguageServer, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    """Print the whole citations of a selection in the chosen style."""
    read = _whole(ls, params.text_document.uri).whole()
    lines, place = read.lines, params.range
    start, end = (lines.offset(one.line, one.character) for one in (place.start, place.end))
    printed = read.formatted(start, end, read.settings.style or _STYLE)
    return [types.TextEdit(range_in(lines, edit.start, edit.end), edit.new) for edit in printed]


def _whole(ls: LanguageServer, uri: str) -> Document:
    """Read the whole now where a change waits for the pause."""
    if uri in _waiting:
        _publish_whole(ls, uri)
    return _documents[uri]


def _publish_whole(ls: LanguageServer, uri: str) -> None:
    _forget(uri)
    document = _documents[uri]
    # they may have been changed since
    document.settings = _settings(ls, document.name)
    read = document.whole()
    _publish(ls, uri)
    read.prepare()


def _publish(ls: LanguageServer, uri: str) -> None:
    document = _documents[uri]
    found = [one.diagnostic for one in document.shown]
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))


def _forget(uri: str) -> None:
    waiting = _waiting.pop(uri, None)
    if waiting is not None:
        waiting.cancel()


def _action(one: Shown, uri: str) -> types.CodeAction:
    return types.CodeAction(
        title=f"{one.diagnostic.code}: {one.diagnostic.message}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[one.diagnostic],
        is_preferred=one.is_safe,
        edit=types.WorkspaceEdit(changes={uri: list(one.edits)}),
    )
