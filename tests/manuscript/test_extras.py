"""Formats that an extra reads: PDF by pypdfium2, and what pandoc reads."""

import sys

import pytest

import sovcite
from sovcite.manuscript import pandoc, read_bytes
from sovcite.model import Manuscript, ReadError
from sovcite.repair import Change, Plan, repaired

_CITATION = "GARF f. 374 op. 27 d. 1211 l. 13"


def _pdf(text: str) -> bytes:
    stream = f"BT /F1 11 Tf 72 700 Td ({text}) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n"
    ).encode()


def test_a_pdf() -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    read = read_bytes(_pdf(_CITATION), "a.pdf")
    assert [(note.label, note.text) for note in read.notes] == [("page 1", _CITATION)]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"no pdf", _pdf("x")[:40]])
def test_a_damaged_pdf(data: bytes) -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    with pytest.raises(ReadError, match=r"a\.pdf: is damaged or no PDF"):
        read_bytes(data, "a.pdf")


def test_without_the_extra_for_pdf(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"a\.pdf: a \.pdf needs pypdfium2: pip install 'sovcite\[pdf\]'"):
        read_bytes(b"%PDF-1.7", "a.pdf")


def _by_pandoc(text: str, name: str) -> Manuscript:
    if pandoc._program() is None:
        pytest.skip("pandoc is not installed (the extra [pandoc])")
    return read_bytes(text.encode(), name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.rst", f"Text [1]_ b.\n\n.. [1] {_CITATION}\n"),
        ("a.org", f"Text[fn:1] b.\n\n[fn:1] {_CITATION}\n"),
        ("a.rtf", "{\\rtf1 Text{\\super\\chftn}{\\footnote " + _CITATION + "} b.}"),
    ],
)
def test_what_pandoc_reads(name: str, text: str) -> None:
    read = _by_pandoc(text, name)
    assert [(note.label, note.text) for note in read.notes][-1] == ("footnote 1", _CITATION)
    assert [mention.citation.key for mention in sovcite.resolve(read.notes)] == ["garf/374/27/1211"]


def test_what_pandoc_reads_is_not_written() -> None:
    read = _by_pandoc(f"{_CITATION}\n", "a.rst")
    change = Change(note=0, code="X", start=0, end=1, old="G", new="H", edits=())
    with pytest.raises(ReadError, match="can be read but not written"):
        repaired(b"", read, Plan(changes=(change,)))


def test_what_pandoc_refuses() -> None:
    with pytest.raises(ReadError, match=r"a\.epub: is not read by pandoc"):
        _by_pandoc("no archive", "a.epub")


def test_without_pandoc(monkeypatch) -> None:
    monkeypatch.setattr(pandoc, "_program", lambda: None)
    with pytest.raises(ReadError, match=r"a\.rtf: \.rtf is read by pandoc: pip install 'sovcite\[pandoc\]'"):
        read_bytes(b"{\\rtf1 x}", "a.rtf")
