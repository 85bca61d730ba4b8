"""The language server: diagnostics as one types, hover, quick fixes, formatting of a selection.

Source: Language Server Protocol 3.17. Places in the protocol are counted as the editor asks (UTF-16 as a rule); the
codec of the document turns them into code points and back.
"""

from __future__ import annotations

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
    # a mark of the byte order is no letter of the text, but it has its place
    text = document.source.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", " ")
    if known is None or known.text != text or known.settings != settings:
        known = _readings[uri] = Reading(text, document.path or uri, settings)
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
    found = read.mention_at(_offset(read, document, params.position))
    if found is None:
        return None
    mention, start, end = found
    shown = types.MarkupContent(types.MarkupKind.Markdown, read_out(mention.citation))
    return types.Hover(shown, _range(read, document, start, end))


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
)
def code_actions(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer the repairs of the findings that touch the selection; a safe one is preferred."""
    read, document = reading(ls, params.text_document.uri)
    start, end = _offset(read, document, params.range.start), _offset(read, document, params.range.end)
    return [
        _action(read, document, one, params.text_document.uri)
        for one in read.findings
        if one.fix and one.fix.edits and one.start <= end and one.end >= start
    ]


@server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
def format_range(ls: LanguageServer, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    """Print the whole citations of a selection in the chosen style."""
    read, document = reading(ls, params.text_document.uri)
    start, end = _offset(read, document, params.range.start), _offset(read, document, params.range.end)
    printed = read.formatted(start, end, read.settings.style or _STYLE)
    return [types.TextEdit(_range(read, document, edit.start, edit.end), edit.new) for edit in printed]


def _publish(ls: LanguageServer, uri: str) -> None:
    read, document = reading(ls, uri)
    found = [_diagnostic(read, document, one) for one in read.findings]
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))


def _diagnostic(read: Reading, document: TextDocument, one: Diagnostic) -> types.Diagnostic:
    return types.Diagnostic(
        range=_range(read, document, one.start, one.end),
        message=one.message,
        severity=_SEVERITIES[one.severity],
        code=one.code,
        source="sovcite",
    )


def _action(read: Reading, document: TextDocument, one: Diagnostic, uri: str) -> types.CodeAction:
    edits = one.fix.edits if one.fix else ()
    changes = [types.TextEdit(_range(read, document, edit.start, edit.end), edit.new) for edit in edits]
    return types.CodeAction(
        title=f"{one.code}: {one.message}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(read, document, one)],
        is_preferred=bool(one.fix and one.fix.safety == "safe"),
        edit=types.WorkspaceEdit(changes={uri: changes}),
    )


def _lines(read: Reading) -> list[str]:
    """Cut the text into lines as the protocol does: other separators than line ends are letters."""
    return [f"{line}\n" for line in read.text.split("\n")]


def _offset(read: Reading, document: TextDocument, position: types.Position) -> int:
    lines = _lines(read)
    place = document.position_codec.position_from_client_units(lines, position)
    return sum(len(line) for line in lines[: place.line]) + place.character


def _range(read: Reading, document: TextDocument, start: int, end: int) -> types.Range:
    ends = []
    for offset in (start, end):
        before = read.text[:offset]
        ends.append(ServerTextPosition(before.count("\n"), offset - before.rfind("\n") - 1))
    return document.position_codec.range_to_client_units(_lines(read), ServerTextRange(*ends))
