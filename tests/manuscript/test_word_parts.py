"""Where the parts of a Word file are found, and how much of them is unpacked."""

import pytest

from sovcite.manuscript import container, read_bytes
from sovcite.model import ReadError

_BODY = '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
_FOOTNOTES = '<w:footnote w:id="1"><w:p><w:r><w:t>f. 17</w:t></w:r></w:p></w:footnote>'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _relations(*rows: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(rows)}</Relationships>'


def _relation(kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="r" Type="{_TYPE}/{kind}" Target="{target}"{more}/>'


def _read(data: bytes) -> list[str]:
    return [f"{note.label}: {note.text}" for note in read_bytes(data, "a.docx").notes]


_WHOLE = ["body 1: x", "footnote 1: f. 17"]


@pytest.mark.parametrize("document", ["word/document.xml", "word/document2.xml", "word/Document.XML"])
def test_the_name_of_the_main_part(word, document: str) -> None:
    assert _read(word(_BODY, document=document, footnotes=_FOOTNOTES)) == _WHOLE


@pytest.mark.parametrize(
    ("path", "relations"),
    [
        ("_rels/.rels", _relations(_relation("officeDocument", "/word/document.xml"))),
        ("_rels/.rels", _relations(_relation("officeDocument", "WORD/DOCUMENT.XML"))),
        ("_rels/.rels", _relations(_relation("officeDocument", "word/gone.xml"))),
        ("_rels/.rels", _relations()),
        ("word/_rels/document.xml.rels", _relations(_relation("footnotes", "/word/footnotes.xml"))),
        ("word/_rels/document.xml.rels", _relations(_relation("footnotes", "../word/footnotes.xml"))),
        (
            "word/_rels/document.xml.rels",
            _relations(
                _relation("footnotes", "https://example.org/footnotes.xml", ' TargetMode="External"'),
                _relation("footnotes", "footnotes.xml"),
            ),
        ),
    ],
    ids=["absolute", "other-case", "pointing-nowhere", "none", "absolute-notes", "upwards", "outside"],
)
def test_relationships(word, path: str, relations: str) -> None:
    assert _read(word(_BODY, footnotes=_FOOTNOTES, extra={path: relations})) == _WHOLE


def test_a_file_without_notes(word) -> None:
    assert _read(word(_BODY)) == ["body 1: x"]


def test_a_part_beyond_the_bound(word, monkeypatch: pytest.MonkeyPatch) -> None:
    data = word(_BODY + "<w:p/>" * 1000)
    assert _read(data) == ["body 1: x"]
    monkeypatch.setattr(container, "MOST_BYTES_OF_PART", 5000)
    with pytest.raises(ReadError, match=r"^a\.docx: word/document\.xml unpacks to"):
        read_bytes(data, "a.docx")
