"""What is fuzzed: each target takes any bytes and ends, in a result that holds or in a SovciteError."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from tempfile import NamedTemporaryFile
from zipfile import ZipFile

from sovcite import Note, SovciteError, check, find, format, parse
from sovcite.cli.lines import answers, as_line
from sovcite.data.overlay import read_overlay
from sovcite.data.style_table import style_from_toml
from sovcite.manuscript import read_bytes
from sovcite.manuscript.decoding import decode
from sovcite.manuscript.joining import read_files
from sovcite.model import Manuscript
from sovcite.repair import Plan
from sovcite.repair.apply import repaired_files

Target = Callable[[bytes], None]
_LONGEST_LINE = 2000


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def parsing(data: bytes) -> None:
    """Parse a string; what is parsed, printed by a style and parsed again is the same."""
    text = _text(data)
    try:
        citation = parse(text)
        printed = format(citation, "gost")
    except SovciteError:
        return
    assert parse(printed) == citation, (text, printed)


def finding(data: bytes) -> None:
    """Find and check: every offset is that of the words quoted."""
    text = _text(data)
    for level in ("lenient", "normal", "strict"):
        for mention in find(text, level):
            assert text[mention.start : mention.end] == mention.raw
    for diagnostic in check([Note(text=text)]):
        assert text[diagnostic.start : diagnostic.end] == diagnostic.raw


def _hold_places(manuscript: Manuscript, contents: Mapping[str, bytes]) -> None:
    texts = {name: decode(content, name).text for name, content in contents.items()}
    for place, source in enumerate(manuscript.maps):
        text = texts[manuscript.file_of(place)]
        assert all(0 <= piece.at <= piece.stop <= len(text) for piece in source.pieces), (place, source)


def reader(name: str) -> Target:
    """Read the bytes as the content of a file of this name."""

    def read(data: bytes) -> None:
        try:
            manuscript = read_bytes(data, name)
        except SovciteError as error:
            refused = str(error)
            assert refused.isprintable(), refused
            assert len(refused) < _LONGEST_LINE
            return
        assert any(note.text.strip() for note in manuscript.notes)
        if manuscript.form == "text":
            _hold_places(manuscript, {name: data})

    return read


def archive(name: str, parts: tuple[str, ...]) -> Target:
    """Read the bytes, cut at each form feed, as the parts of an archive: what stands behind the check sums."""
    read = reader(name)

    def pack(data: bytes) -> None:
        content = BytesIO()
        with ZipFile(content, "w") as packed:
            for part, inside in zip(parts, data.split(b"\f"), strict=False):
                packed.writestr(part, inside)
        read(content.getvalue())

    return pack


def project(extension: str) -> Target:
    """Read the bytes, cut at each form feed, as the files of one manuscript: each note is of one of them."""
    names = [f"{letter}.{extension}" for letter in "abc"]

    def read(data: bytes) -> None:
        contents = dict(zip(names, data.split(b"\f"), strict=False))
        try:
            manuscript = read_files(contents)
        except SovciteError:
            return
        _hold_places(manuscript, contents)
        assert repaired_files(contents, manuscript, Plan()) == contents

    return read


def style(data: bytes) -> None:
    """Read the bytes as the file of a style; a style that can be read prints, or says what it cannot print."""
    text = _text(data)
    try:
        made = style_from_toml("fuzzed", text)
        format(parse("ГАРФ. Ф. Р-5446. Оп. 1а. Д. 339. Л. 12–15 об."), made)
    except SovciteError:
        return


def settings(data: bytes) -> None:
    """Read the bytes as a file sovcite.toml."""
    with NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        with suppress(SovciteError):
            read_overlay(file.name)


def stream(data: bytes) -> None:
    """Answer the bytes as lines of JSON: each that is not blank has one answer, which is JSON again."""
    given = [line for line in data.splitlines(keepends=True) if line.removeprefix(b"\xef\xbb\xbf").strip()]
    answered = [json.loads(as_line(answer.record())) for answer in answers(data.splitlines(keepends=True), "normal")]
    assert len(answered) <= len(data.splitlines())
    assert len(answered) >= len(given) - 1
    assert all("error" in answer or "citations" in answer for answer in answered)


_WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels", "word/styles.xml")
_WORD_PARTS += ("word/numbering.xml", "_rels/.rels", "[Content_Types].xml")
TARGETS: dict[str, Target] = {
    "parse": parsing,
    "find": finding,
    "stream": stream,
    "style": style,
    "settings": settings,
    "docx": reader("a.docx"),
    "docx-parts": archive("a.docx", _WORD_PARTS),
    "odt": reader("a.odt"),
    "odt-parts": archive("a.odt", ("content.xml", "mimetype", "META-INF/manifest.xml", "styles.xml")),
    "project-tex": project("tex"),
    "project-typ": project("typ"),
    **{name: reader(f"a.{name}") for name in ("bib", "fodt", "html", "md", "pdf", "tex", "txt", "typ", "wiki")},
}
