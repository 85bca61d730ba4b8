"""Manuscripts that LibreOffice and pandoc write: read alike, repaired, and opened again."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import sovcite
from sovcite.checking import check
from sovcite.manuscript import pandoc, read_bytes
from sovcite.model import Manuscript
from sovcite.repair import plan_repairs, repaired
from sovcite.repair.editing import edited

# two notes with slips, one without, one that only the author can repair
_MARKDOWN = """---
title: Отчёт
---

# Глава

Первый[^1] абзац & *курсив*; второй.^[См. ГАРФ. Ф. 374. Оп. 27. Д. 1211Л. 13 33.]

| a | b |
|---|---|
| x | y[^2] |

[^1]: RGASPI f. 17 op. 21 d. *3075*l. 21; "quoted" – dash.

    Второй абзац: Там же. Л. 5.

[^2]: РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42.
"""
_KEYS = ["rgaspi/17/21/3075", "rgaspi/17/21/3075", "garf/374/27/1211", "rgaspi/17/3/746"]


@pytest.fixture(scope="module")
def by_pandoc() -> Callable[[str], bytes]:
    program = pandoc._program()
    if program is None:
        pytest.skip("pandoc is not installed (the extra [pandoc])")

    def _write(form: str) -> bytes:
        command = [program, "-f", "markdown-smart", "-t", form, "-s", "-o", "-"]
        return subprocess.run(command, input=_MARKDOWN.encode(), capture_output=True, check=True).stdout

    return _write


def _keys(read: Manuscript) -> list[str]:
    return sorted(mention.citation.key for mention in sovcite.resolve(read.notes))


def _fixed(data: bytes, name: str) -> tuple[bytes, list[str]]:
    """Repair a file; give it with the texts that its notes should have."""
    read = read_bytes(data, name)
    plan = plan_repairs(read, check(read.notes))
    edits = plan.edits()
    texts = [edited(note.text, edits.get(place, ())) for place, note in enumerate(read.notes)]
    assert plan.changes
    return repaired(data, read, plan), texts


@pytest.mark.parametrize("form", ["docx", "odt", "html", "latex", "typst", "mediawiki", "markdown"])
def test_what_pandoc_writes(by_pandoc, form: str) -> None:
    extension = {"latex": "tex", "typst": "typ", "mediawiki": "wiki", "markdown": "md"}.get(form, form)
    data, name = by_pandoc(form), f"a.{extension}"
    read = read_bytes(data, name)
    notes = [note.text for note in read.notes if note.kind == "footnote"]
    assert len(notes) == 3
    assert _keys(read) == sorted(_KEYS)
    new, texts = _fixed(data, name)
    again = read_bytes(new, name)
    assert [note.text for note in again.notes] == texts
    assert _keys(again) == sorted(_KEYS)
    assert {finding.code for finding in check(again.notes)} <= {"C201", "C203", "C302", "C502"}


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_what_pandoc_writes_opens_again(by_pandoc, office, notes_of_fodt, form: str) -> None:
    new, texts = _fixed(by_pandoc(form), f"a.{form}")
    shown = notes_of_fodt(office(new, f"fixed.{form}", "fodt"))
    expected = [" ".join(text.split()) for text in texts]
    assert len(shown) == 3
    assert all(note.replace(" ", "") in "".join(expected).replace(" ", "") for note in shown)


@pytest.mark.parametrize("form", ["docx", "odt", "fodt", "html"])
def test_what_libreoffice_writes(office, notes_of_fodt, form: str) -> None:
    example = Path(__file__).parents[2] / "docs/examples/first-stalin-mass-operation.docx"
    if not example.is_file():
        pytest.skip("the example stands beside the source, not in the package")
    original = read_bytes(example.read_bytes(), "a.docx")
    name = f"a.{form}"
    written = office(example.read_bytes(), "example.docx", form)
    read = read_bytes(written, name)
    assert _keys(read) == _keys(original)
    footnotes = [note.text for note in read.notes if note.kind == "footnote"]
    assert [" ".join(text.split()) for text in footnotes] == [
        " ".join(note.text.split()) for note in original.notes if note.kind == "footnote"
    ]
    new, texts = _fixed(written, name)
    assert [note.text for note in read_bytes(new, name).notes] == texts
    if form in ("docx", "odt"):
        members = [ZipFile(BytesIO(data)) for data in (written, new)]
        changed = {path for path in members[0].namelist() if members[0].read(path) != members[1].read(path)}
        assert changed <= {"word/footnotes.xml", "word/document.xml", "content.xml"}
        shown = notes_of_fodt(office(new, f"fixed.{form}", "fodt"))
        kinds = [note.kind for note in read.notes]
        assert shown == [" ".join(text.split()) for text, kind in zip(texts, kinds, strict=True) if kind == "footnote"]
