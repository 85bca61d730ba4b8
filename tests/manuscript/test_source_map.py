"""Every letter of a note is mapped to its place in the file, whatever the format is."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.manuscript import read_bytes
from sovcite.model import Manuscript

_TEXTS = [
    ("a.txt", "1 Ф. 17.  \n2 Там же.\n\n\n Ф. 24. Оп. 1\n"),
    ("a.md", "A[^b] c^[Ф. 17, *Оп.* 3]. D `[^b]`.\n\n[^b]: Ф. 24.\n    Оп. 2\n\n    Д. 4[^c]\n\n[^c]: x\n"),
]


def _covered(read: Manuscript) -> None:
    assert len(read.maps) == len(read.notes)
    for note, place in zip(read.notes, read.maps, strict=True):
        at = 0
        for piece in place.pieces:
            assert piece.start == at <= piece.end
            at = piece.end
        assert at == len(note.text)


def _true_to_the_text(read: Manuscript, source: str) -> None:
    _covered(read)
    for note, place in zip(read.notes, read.maps, strict=True):
        for piece in place.pieces:
            text = note.text[piece.start : piece.end]
            # a line feed stands also for the indent of the line behind it, and may be shown as a blank
            shown = source[piece.at : piece.stop].replace("\n", " ")
            assert shown == text.replace("\n", " ") or (text in ("\n", " ") and piece.stop > piece.at)


@pytest.mark.parametrize(("name", "text"), _TEXTS)
def test_a_text_is_mapped_letter_by_letter(name: str, text: str) -> None:
    _true_to_the_text(read_bytes(text.encode(), name), text)


@given(text=st.text(st.sampled_from("[^a]: ^[x\n\n`5Ф")))
def test_signs_of_markdown_are_mapped(text: str) -> None:
    source = f"x{text}"
    _true_to_the_text(read_bytes(source.encode(), "a.md"), source)


_NOTE = (
    "<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> РГАСПИ. Ф. </w:t></w:r><w:proofErr w:type='x'/>"
    "<w:r><w:rPr><w:smallCaps/><w:b/></w:rPr><w:t> 17 </w:t><w:tab/><w:t>&amp; </w:t><w:noBreakHyphen/></w:r>"
    "<w:ins w:id='1'><w:r><w:t>Д. 5</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>6</w:delText></w:r></w:del>"
    "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>ADDIN</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>result</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p><w:p><w:r><w:t>second</w:t></w:r>"
)
_BODY = "<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"


def test_a_note_of_word_is_mapped_to_its_elements(word) -> None:
    data = word(_BODY, footnotes=f"<w:footnote w:id='1'><w:p>{_NOTE}</w:p></w:footnote>")
    read = read_bytes(data, "a.docx")
    _covered(read)
    archive = ZipFile(BytesIO(data))
    elements = []
    for note, place in zip(read.notes, read.maps, strict=True):
        part = archive.read(place.part)
        for piece in place.pieces:
            tag = re.match(rb"</?w:(\w+)", part[piece.at : piece.stop])
            guard = piece.guard.kind if piece.guard else None
            elements.append((note.text[piece.start : piece.end], tag and tag[1].decode(), guard))
    assert elements == [
        ("Text", "t", None),
        ("", "r", "the mark of a note"),
        ("РГАСПИ. Ф. ", "t", None),
        ("17", "t", None),
        ("\t", "tab", None),
        ("&", "t", None),
        ("\N{NON-BREAKING HYPHEN}", "noBreakHyphen", None),
        ("Д. 5", "t", "a change tracked by someone else"),
        ("", "del", "a change tracked by someone else"),
        ("link", "t", "a link"),
        ("", None, "a field"),
        ("result", "t", "the result of a field"),
        ("\n", "r", "the end of a paragraph"),
        ("second", "t", None),
    ]


def test_a_note_of_word_knows_its_mark(word) -> None:
    data = word(_BODY, footnotes="<w:footnote w:id='1'><w:p><w:r><w:t>f. 17</w:t></w:r></w:p></w:footnote>")
    body, note = read_bytes(data, "a.docx").maps
    archive = ZipFile(BytesIO(data))
    assert note.anchor is not None
    assert archive.read(note.anchor.part)[note.anchor.at :].startswith(b"<w:r><w:footnoteReference w:id='1'/></w:r>")
    assert archive.read(note.part)[note.start : note.stop].startswith(b"<w:footnote w:id='1'>")
    assert archive.read(body.part)[body.start : body.stop].startswith(b"<w:p><w:r><w:t>Text")


def test_places_are_those_of_the_part_in_utf_8(word) -> None:
    footnotes = "<w:footnote w:id='1'><w:p><w:r><w:t>Ф. 17</w:t></w:r></w:p></w:footnote>"
    plain = word(_BODY, footnotes=footnotes)
    old, new = ZipFile(BytesIO(plain)), BytesIO()
    with ZipFile(new, "w") as archive:
        for member in old.namelist():
            archive.writestr(member, old.read(member).decode().encode("utf-16"))
    assert read_bytes(new.getvalue(), "a.docx").maps == read_bytes(plain, "a.docx").maps
