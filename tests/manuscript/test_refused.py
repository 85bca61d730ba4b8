"""Files that cannot be read: each gets one line with its name, whatever is in it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sovcite.manuscript import read_bytes
from sovcite.model import ReadError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_DOCTYPE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "b">]>'
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _document(inside: str = "", head: str = "") -> str:
    paragraph = f"<w:p><w:r><w:t>{inside}</w:t></w:r></w:p>"
    return f"{head}<w:document {_NAMESPACE}><w:body>{paragraph}</w:body></w:document>"


def _laughs(root: str) -> str:
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY e0 "{"ha" * 50}">{rows}]>{root}'


def _zip(**members: bytes | str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for path, data in members.items():
            archive.writestr(path, data)
    return content.getvalue()


def _word(document: bytes | str) -> bytes:
    return _zip(**{"word/document.xml": document})


def _encrypted() -> bytes:
    # the flag that says "encrypted", in the member's header and in the directory
    data = bytearray(_word(_document("x")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


# the name, the content, and words of the reason
_REFUSED = [
    pytest.param("a.docx", b"", "is empty", id="empty-word"),
    pytest.param("a.txt", b"", "is empty", id="empty"),
    pytest.param("a.txt", b" \n\t\r\n ", "is empty", id="blank"),
    pytest.param("a.txt", "\ufeff \u200b\n".encode(), "is empty", id="invisible"),
    pytest.param("a.md", b"```\ncode\n```\n", "is empty", id="code-alone"),
    pytest.param("a.docx", _word(_document(" ")), "is empty", id="no-text-in-word"),
    pytest.param("a.docx", _OLE, "is encrypted or an old .doc", id="encrypted"),
    pytest.param("a.doc", _OLE, "open it in Word and save it as .docx", id="old-doc"),
    pytest.param("standard input", _OLE, "is encrypted or an old .doc", id="encrypted-without-name"),
    pytest.param("a.xls", _OLE, ".xls is not read; save it as .docx, .odt, .md or .txt", id="old-sheet"),
    pytest.param("a.docx", _encrypted(), "is encrypted", id="encrypted-zip"),
    pytest.param("a.docx", b"no word file", "is not a Word file", id="text-named-word"),
    pytest.param("a.docx", _word(_document("x"))[:-40], "is damaged or cut short", id="cut-short"),
    pytest.param("a.docx", _zip(**{"mimetype": "x"}), "there is no word/document.xml", id="another-zip"),
    pytest.param("a.docx", _word(_document("x")[:-3]), "document.xml is damaged", id="broken-xml"),
    pytest.param("a.docx", _word(b""), "document.xml is damaged", id="empty-xml"),
    pytest.param("a.docx", _word("<other/>"), "is no Word document", id="another-xml"),
    pytest.param("a.docx", _word(_document("&a;", _DOCTYPE)), "declares a document type", id="entity-of-a-file"),
    pytest.param("a.docx", _word(_document("&b;", _DOCTYPE)), "declares a document type", id="entity"),
    pytest.param("a.docx", _word(_laughs('<a b="&e9;"/>')), "declares a document type", id="laughs-in-attribute"),
    pytest.param("a.docx", _word(_laughs("<a>&e9;</a>")), "declares a document type", id="laughs"),
    pytest.param(
        "a.docx",
        _word(_document("x", _DOCTYPE).encode("utf-16")),
        "declares a document type",
        id="entity-in-utf-16",
    ),
    pytest.param("a.docx", _word(_document("x" * 5_000_000)), "unpacks to 4 MB", id="bomb"),
    pytest.param("a.docx", _word(b"<a>" * 3000), "nested far deeper", id="deep-and-open"),
    pytest.param("a.txt", _word(_document("x")), "zip archive; if Word opens it, name it .docx", id="word-named-text"),
    pytest.param("a.txt", bytes(range(256)), "is not text", id="bytes"),
    pytest.param("a.txt", b"f. 17\0op. 3", "is not text: it holds a NUL (character 6)", id="nul"),
    pytest.param("a.txt", "опись 3".encode() + bytes(512), "holds a NUL (character 8)", id="nul-at-the-end"),
    pytest.param("a.txt", b"\xff\xfea", "is not text", id="utf-16-cut-short"),
    pytest.param("a.txt", b"\xff\xfe" + "опись".encode("windows-1251"), "is not text", id="utf-16-in-name"),
    pytest.param("a.txt", "Il va à Paris".encode("latin-1"), "is not text", id="latin-1-with-one-letter"),
    pytest.param("a.txt", "f. 17, op. 3".encode("utf-16-le")[:-1], "is not text", id="utf-16-without-mark-cut-short"),
    pytest.param("a.txt", "第一卷 17".encode("utf-16-le"), "is not text", id="utf-16-without-mark-of-nothing-read"),
    pytest.param("a.txt", "Müller und Söhne".encode("latin-1"), "is not text", id="latin-1"),
    pytest.param("a.txt", "опись дел фонда".encode("cp866"), "is not text", id="dos"),
    pytest.param("a.txt", b"\x89\x01\x02\x03\xf0\xe1", "is not text", id="control-signs"),
    pytest.param("a.ODT", b"PK\x03\x04", "is damaged or cut short: open it in LibreOffice", id="odt"),
]


@pytest.mark.parametrize(("name", "data", "reason"), _REFUSED)
def test_content_that_is_refused(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, name)
    line = str(refused.value)
    assert line.startswith(f"{name}: ")
    assert reason in line
    assert "\n" not in line
    assert not line.endswith(".")


@pytest.mark.parametrize(("depth", "read"), [(100, True), (1000, False), (1900, False), (10_000, False)])
def test_what_is_nested_without_end(depth: int, read: bool) -> None:
    deep = f"{'<w:ins>' * depth}<w:r><w:t>x</w:t></w:r>{'</w:ins>' * depth}"
    data = _word(f"<w:document {_NAMESPACE}><w:body><w:p>{deep}</w:p></w:body></w:document>")
    if read:
        assert [note.text for note in read_bytes(data, "a.docx").notes] == ["x"]
    else:
        with pytest.raises(ReadError, match=r"nested far deeper|is damaged"):
            read_bytes(data, "a.docx")
