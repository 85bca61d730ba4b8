"""The language server: diagnostics as one types, hover, quick fixes, formatting of a selection.

Source: Language Server Protocol 3.17. Places in the protocol are counted as the editor asks (UTF-16 as a rule); the
codec of the document turns them into code points and back.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import ServerTextPosition, ServerTextRange, TextDocument

from sovcite._version import __version__
from sovcite.checking import Settings
from sovcite.lsp.reading import Reading, read_out, settings_beside
from sovcite.model import DataError, Diagnostic

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
# asked for where neither sovcite.toml nor the editor chose one
_STYLE = "gost"

server = LanguageServer("sovcite-lsp", __version__)
_readings: dict[str, Reading] = {}


def reading(ls: LanguageServer, uri: str) -> tuple[Reading, TextDocument]:
    """Give the reading of a document as it is now; it is read anew only after a change."""
    document = ls.workspace.get_text_document(uri)
    known = _readings.get(uri)
    settings = _settings(ls, document.path or "")
    if known is None or known.text != document.source or known.settings != settings:
        known = _readings[uri] = Reading(document.source, document.path or uri, settings)
    return known, document


def _settings(ls: LanguageServer, path: str) -> Settings:
    try:
        return settings_beside(path)
    except DataError as error:
        ls.window_log_message(types.LogMessageParams(types.MessageType.Warning, str(error)))
        return Settings()


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Check a text that was opened."""
    _publish(ls, params.text_document.uri)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Check a text anew."""
    _publish(ls, params.text_document.uri)


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Take the findings of a closed text away."""
    _readings.pop(params.text_document.uri, None)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))


@server.feature(types.TEXT_DOCUMENT_HOVER)
def hover(ls: LanguageServer, params: types.HoverParams) -> types.Hover | None:
    """Read the citation under the pointer out."""
    read, document = reading(ls, params.text_document.uri)
    found = read.mention_at(_offset(document, params.position))
    if found is None:
        return None
    mention, start = found
    shown = types.MarkupContent(types.MarkupKind.Markdown, read_out(mention.citation))
    return types.Hover(shown, _range(document, start + mention.start, start + mention.end))


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
)
def code_actions(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer the repairs of the findings that touch the selection; a safe one is preferred."""
    read, document = reading(ls, params.text_document.uri)
    start, end = _offset(document, params.range.start), _offset(document, params.range.end)
    return [
        _action(document, one, params.text_document.uri)
        for one in read.findings
        if one.fix and one.fix.edits and one.start <= end and one.end >= start
    ]


@server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
def format_range(ls: LanguageServer, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    """Print the whole citations of a selection in the chosen style."""
    read, document = reading(ls, params.text_document.uri)
    start, end = _offset(document, params.range.start), _offset(document, params.range.end)
    printed = read.formatted(start, end, read.settings.style or _STYLE)
    return [types.TextEdit(_range(document, first, last), new) for first, last, new in printed]


def _publish(ls: LanguageServer, uri: str) -> None:
    read, document = reading(ls, uri)
    found = [_diagnostic(document, one) for one in read.findings]
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))


def _diagnostic(document: TextDocument, one: Diagnostic) -> types.Diagnostic:
    return types.Diagnostic(
        range=_range(document, one.start, one.end),
        message=one.message,
        severity=_SEVERITIES[one.severity],
        code=one.code,
        source="sovcite",
    )


def _action(document: TextDocument, one: Diagnostic, uri: str) -> types.CodeAction:
    edits = one.fix.edits if one.fix else ()
    changes = [types.TextEdit(_range(document, edit.start, edit.end), edit.new) for edit in edits]
    return types.CodeAction(
        title=f"{one.code}: {one.message}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(document, one)],
        is_preferred=bool(one.fix and one.fix.safety == "safe"),
        edit=types.WorkspaceEdit(changes={uri: changes}),
    )


def _starts(document: TextDocument) -> list[int]:
    return [0, *accumulate(len(line) for line in document.lines)]


def _offset(document: TextDocument, position: types.Position) -> int:
    place = document.position_from_client_units(position)
    starts = _starts(document)
    return starts[min(place.line, len(starts) - 1)] + place.character


def _range(document: TextDocument, start: int, end: int) -> types.Range:
    starts = _starts(document)
    ends = []
    for offset in (start, end):
        line = bisect_right(starts, offset) - 1
        ends.append(ServerTextPosition(line, offset - starts[line]))
    return document.range_to_client_units(ServerTextRange(*ends))
