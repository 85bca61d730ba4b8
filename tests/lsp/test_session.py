"""A session with sovcite-lsp over its standard input and output: open, edit, hover, repair, format."""

import sys
from pathlib import Path

import pytest

pytest_lsp = pytest.importorskip("pytest_lsp", reason="pytest-lsp missing: pip install -e '.[dev]'")

from lsprotocol import types  # noqa: E402
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities  # noqa: E402

_SERVER = [sys.executable, "-m", "sovcite.lsp"]
# a letter beyond the basic plane takes two units of UTF-16
_TEXT = "🙂 See[^1].\n\n[^1]: 🙂🙂 RGASPI f. 17 op. 21 d. 3075l. 47-42.\n[^2]: Ibid., l. 50.\n"


@pytest_lsp.fixture(config=ClientServerConfig(server_command=_SERVER))
async def client(lsp_client: LanguageClient):
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=None)
    )
    yield
    await lsp_client.shutdown_session()


async def _open(client: LanguageClient, path: Path, text: str) -> str:
    path.write_bytes(text.encode())
    uri = path.as_uri()
    item = types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return uri


def _place(text: str, words: str) -> types.Range:
    """Give the place of words in UTF-16, as an editor counts."""
    before = text[: text.index(words)]
    line = before.count("\n")
    start = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
    end = start + len(words.encode("utf-16-le")) // 2
    return types.Range(types.Position(line, start), types.Position(line, end))


def _written(text: str, edits) -> str:
    """Write edits as an editor does."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        assert edit.range.start.line == edit.range.end.line
        line = lines[edit.range.start.line]
        before, after = line[: 2 * edit.range.start.character], line[2 * edit.range.end.character :]
        lines[edit.range.start.line] = before + edit.new_text.encode("utf-16-le") + after
    return "\n".join(line.decode("utf-16-le") for line in lines)


@pytest.mark.asyncio
async def test_findings_stand_at_their_words(client: LanguageClient, tmp_path: Path) -> None:
    uri = await _open(client, tmp_path / "a.md", _TEXT)
    found = {one.code: one for one in client.diagnostics[uri]}
    assert set(found) == {"C001", "C201"}
    assert found["C001"].range == _place(_TEXT, "3075l.")
    assert found["C201"].range == _place(_TEXT, "47-42")
    assert found["C201"].severity == types.DiagnosticSeverity.Error
    assert found["C201"].source == "sovcite"


@pytest.mark.asyncio
async def test_an_edit_brings_new_findings(client: LanguageClient, tmp_path: Path) -> None:
    uri = await _open(client, tmp_path / "a.md", _TEXT)
    change = types.TextDocumentContentChangePartial(range=_place(_TEXT, "47-42"), text="42-47")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version=2, uri=uri), [change])
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert [one.code for one in client.diagnostics[uri]] == ["C001"]


@pytest.mark.asyncio
async def test_what_the_others_do_is_weighed_when_typing_pauses(client: LanguageClient, tmp_path: Path) -> None:
    text = "".join(f"RGASPI, f. 17, op. 3, d. {file}, ll. 5–{file}.\n\n" for file in (51, 52))
    text += "RGASPI, f. 17, op. 3, d. 53, ll. 5-53.\n"
    uri = await _open(client, tmp_path / "a.txt", text)
    assert [(one.code, one.range) for one in client.diagnostics[uri]] == [("C405", _place(text, "-"))]
    changes = [types.TextDocumentContentChangePartial(range=_place(text, old), text="5-5") for old in ("5–51", "5–52")]
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version=2, uri=uri), changes)
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert [one.code for one in client.diagnostics[uri]] == ["C405"]
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert list(client.diagnostics[uri]) == []


@pytest.mark.asyncio
async def test_hover_reads_the_citation_out(client: LanguageClient, tmp_path: Path) -> None:
    uri = await _open(client, tmp_path / "a.md", _TEXT)
    for words in ("RGASPI", "Ibid."):
        params = types.HoverParams(types.TextDocumentIdentifier(uri), _place(_TEXT, words).start)
        shown = await client.text_document_hover_async(params)
        assert shown is not None
        assert "Российский государственный архив социально-политической истории" in shown.contents.value
        assert "ЦПА ИМЛ" in shown.contents.value
        assert "fond 17 (ЦК КПСС" in shown.contents.value
    beside = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 3))
    assert await client.text_document_hover_async(beside) is None


@pytest.mark.asyncio
async def test_quick_fixes_write_what_they_say(client: LanguageClient, tmp_path: Path) -> None:
    uri = await _open(client, tmp_path / "a.md", _TEXT)
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), _place(_TEXT, "3075l. 47-42"), types.CodeActionContext([])
    )
    actions = await client.text_document_code_action_async(params)
    assert actions is not None
    done = {one.title[:4]: (one.is_preferred, _written(_TEXT, one.edit.changes[uri])) for one in actions}
    assert done == {
        "C001": (True, _TEXT.replace("3075l.", "3075 l.")),
        "C201": (False, _TEXT.replace("47-42", "42-47")),
    }


@pytest.mark.asyncio
async def test_a_selection_is_printed_in_the_style(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "sovcite.toml").write_text('[check]\nstyle = "english"\n', encoding="utf-8")
    text = "🙂 РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3; ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13\n"
    uri = await _open(client, tmp_path / "a.md", text)
    params = types.DocumentRangeFormattingParams(
        types.TextDocumentIdentifier(uri), _place(text, "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3"),
        types.FormattingOptions(tab_size=4, insert_spaces=True),
    )  # fmt: skip
    edits = await client.text_document_range_formatting_async(params)
    assert _written(text, edits) == "🙂 RGASPI, f. 17, op. 3, d. 746, l. 3; ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13\n"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "🙂 Text\\footnote{🙂 RGASPI, f.~17, op. 3, d. 746, ll. 47--42.} more.\n"),
        ("a.typ", "🙂 Text#footnote[🙂 RGASPI, f. 17, op. 3, d. 746, ll. 47–42.] more.\n"),
        ("a.txt", "🙂 One.\r\n\r\n🙂 RGASPI, f. 17, op. 3, d. 746, ll. 47–42.\r\n"),
        ("a.md", "One\u2028line[^a].\n\n[^a]: 🙂 RGASPI, f. 17, *op.* 3, d. 746, ll. 47–42.\n"),
    ],
)
async def test_other_formats(client: LanguageClient, tmp_path: Path, name: str, text: str) -> None:
    uri = await _open(client, tmp_path / name, text)
    (found,) = [one for one in client.diagnostics[uri] if one.code == "C201"]
    words = "47--42" if name == "a.tex" else "47–42"
    assert found.range == _place(text, words)


@pytest.mark.asyncio
async def test_closing_takes_the_findings_away(client: LanguageClient, tmp_path: Path) -> None:
    uri = await _open(client, tmp_path / "a.md", _TEXT)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert list(client.diagnostics[uri]) == []
