"""What is read of an OpenDocument text: the visible text, whatever it is marked up with."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from sovcite.manuscript import read_bytes
from sovcite.model import ReadError

_CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="i"><text:insertion><office:change-info/></text:insertion></text:changed-region>'
    '<text:changed-region text:id="d"><text:deletion><office:change-info/><text:p>gone</text:p></text:deletion>'
    "</text:changed-region></text:tracked-changes>"
)
# what stands in a paragraph, and its text
_TEXTS = [
    pytest.param("f. <text:span>1</text:span>7", "f. 17", id="spans"),
    pytest.param("  f.\n  17 <text:s/>x<text:s text:c='2'/>", "f. 17  x  ", id="blanks"),
    pytest.param("a<text:tab/>b<text:line-break/>c", "a\tb\nc", id="characters-of-their-own"),
    pytest.param("A &amp; B &#1076;. &#x35;", "A & B д. 5", id="entities"),
    pytest.param("<![CDATA[f. <17>]]> op", "f. <17> op", id="cdata"),
    pytest.param("a<!-- no -->b", "ab", id="comment-of-xml"),
    pytest.param("f.<office:annotation><text:p>no</text:p></office:annotation> 17", "f. 17", id="annotation"),
    pytest.param('f. <text:a xlink:href="x" xmlns:xlink="y">17</text:a>', "f. 17", id="link"),
    pytest.param('f. <text:change text:change-id="d"/>17', "f. 17", id="deletion"),
    pytest.param(
        'f. <text:change-start text:change-id="d"/>18<text:change-end text:change-id="d"/>17', "f. 17",
        id="deletion-as-in-a-note",
    ),
    pytest.param(
        'f. <text:change-start text:change-id="i"/>17<text:change-end text:change-id="i"/>', "f. 17", id="insertion"
    ),
    pytest.param(
        '<text:reference-mark-start text:name="ZOTERO_ITEM"/>f. 17<text:reference-mark-end text:name="ZOTERO_ITEM"/>',
        "f. 17",
        id="zotero",
    ),
    pytest.param("p. <text:page-number>3</text:page-number>", "p. 3", id="field"),
    pytest.param("<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>t</text:ruby-text></text:ruby>", "b",
                 id="ruby"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "text"), _TEXTS)
def test_text_of_a_paragraph(opendocument, inside: str, text: str) -> None:
    data = opendocument(f"{_CHANGES}<text:p>{inside}</text:p>")
    read = read_bytes(data, "a.odt")
    assert [note.text for note in read.notes] == [text]
    content = ZipFile(BytesIO(data)).read("content.xml")
    for piece in read.maps[0].pieces:
        shown, source = text[piece.start : piece.end], content[piece.at : piece.stop].decode()
        assert shown == source or not source.strip() or source[0] in "<&" or piece.guard


@pytest.mark.parametrize(("inside", "text"), _TEXTS)
def test_flat_files_read_alike(opendocument, inside: str, text: str) -> None:
    data = ZipFile(BytesIO(opendocument(f"{_CHANGES}<text:p>{inside}</text:p>"))).read("content.xml")
    assert [note.text for note in read_bytes(data, "a.fodt").notes] == [text]


def _note(kind: str, number: str, text: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{number}</text:note-citation><text:note-body>'
        f"<text:p>{text}</text:p></text:note-body></text:note>"
    )


def test_notes_follow_their_paragraph_and_endnotes_come_last(opendocument) -> None:
    inside = f"<text:p>box{_note('footnote', '3', 'f. 3')}</text:p>"
    box = f"<draw:frame><draw:text-box>{inside}</draw:text-box></draw:frame>"
    data = opendocument(
        f"<text:h>Head{_note('endnote', 'i', 'end')}</text:h>"
        f"<text:list><text:list-item><text:p>A{_note('footnote', '1', 'f. 1')}</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row><table:table-cell><text:p>B{_note('footnote', '*', 'f. 2')}{box}</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert [(note.label, note.text) for note in read_bytes(data, "a.odt").notes] == [
        ("body 1", "Head"), ("body 2", "A"), ("footnote 1", "f. 1"), ("body 3", "B"), ("footnote *", "f. 2"),
        ("body 4", "box"), ("footnote 3", "f. 3"), ("endnote i", "end"),
    ]  # fmt: skip


def _zip(**members: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for path, data in members.items():
            archive.writestr(path, data)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.odt", b"text", "is not an OpenDocument file, whatever its name says; save it in LibreOffice"),
        ("a.odt", _zip(mimetype="x"), "there is no content.xml in it"),
        ("a.odt", _zip(**{"content.xml": "<a>"}), "content.xml is damaged"),
        ("a.odt", _zip(**{"content.xml": "<a/>"}), "is not an OpenDocument text"),
        ("a.odt", _zip(**{"content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"}), "is encrypted"),
        ("a.fodt", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type"),
        ("a.fodt", b"<a>", "a.fodt: is damaged"),
    ],
)
def test_what_cannot_be_read(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, name)
    assert reason in str(refused.value)
