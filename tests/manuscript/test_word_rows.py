"""Rows of plain runs: read by one pattern, to the same notes and the same places as element by element."""

import pickle
from itertools import islice, product
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.manuscript import read_bytes
from sovcite.manuscript.word import parts
from sovcite.manuscript.word.rows import folded, folded_around
from sovcite.model import Manuscript, ReadError

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LOOKS = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr>'
_PLAIN = f'<w:r w:rsidR="00A1" w:rsidRPr="00B2">{_LOOKS}<w:t xml:space="preserve"> Оп. 3. </w:t></w:r>'
_SPELLING = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_a"/>'
_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
)
# what a paragraph is put together from
_PIECES = [
    _PLAIN,
    "<w:r><w:t>Д. 746</w:t></w:r>",
    f"<w:r>{_LOOKS}<w:t> [л. 3] </w:t></w:r>",
    "<w:r><w:t>Ф. &amp; 17</w:t></w:r>",
    "<w:r><w:t>\ufeffл.\n5</w:t></w:r>",
    "<w:r><w:t></w:t></w:r><w:r><w:t/></w:r>",
    _SPELLING + _PLAIN + _SPELLING,
    '<w:r><w:rPr><w:rStyle w:val="Below"/></w:rPr><w:t>style</w:t></w:r>',
    '<w:r><w:rPr><w:rStyle w:val="Other"/></w:rPr><w:t>shown</w:t></w:r>',
    "<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
    f"<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>{_PLAIN}",
    f"<w:ins>{_PLAIN}</w:ins><w:del>{_PLAIN}</w:del>",
    f"<w:hyperlink>{_PLAIN}{_PLAIN}</w:hyperlink>",
    f"<w:fldSimple>{_PLAIN}</w:fldSimple>",
    f"{_BEGIN}{_PLAIN}{_SEPARATE}{_PLAIN}{_END}",
    f"{_BEGIN}{_PLAIN}",
    f"<!-- {_PLAIN} -->",
    f"<?a {_PLAIN} ?>",
    f"<w:r><w:t><![CDATA[{_PLAIN}]]></w:t></w:r>",
    "<w:r><w:footnoteRef/></w:r>",
    "</w:p><w:p>",
    '</w:p><w:p><w:pPr><w:pStyle w:val="Hidden"/></w:pPr>',
    "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    f'<v:a xmlns:v="urn:b" xmlns:w="urn:a">{_PLAIN}</v:a>',
    f"<w:r><w:pict><w:txbxContent><w:p>{_PLAIN}</w:p></w:txbxContent></w:pict></w:r>",
    '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/></w:r><w:r><w:t>*</w:t></w:r>',
    # not well-formed
    '<w:r><w:rPr><w:b w:val="0" w:val="1"/></w:rPr><w:t>twice</w:t></w:r>',
    "<w:r><w:t>]]></w:t></w:r>",
    "<w:r><w:t>\x01</w:t></w:r>",
    "<w:r><w:t>\uffff</w:t></w:r>",
]
_STYLES = (
    '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Below"><w:basedOn w:val="Hidden"/></w:style>'
)
_MARK = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def _read(data: bytes) -> tuple[list[object], list[object]] | str:
    """Give the texts of the notes and the pieces behind their letters, or why the file is not read."""
    try:
        read = read_bytes(data, "a.docx")
    except ReadError as error:
        return str(error)
    return [note.text for note in read.notes], _places(read)


def _places(read: Manuscript) -> list[object]:
    return [
        (place.part, place.start, place.stop, place.anchor, *(piece for piece in place.pieces if not _is_end(piece)))
        for place in read.maps
    ]


def _is_end(piece) -> bool:
    # where a paragraph ends depends on whether its last run is parsed
    return piece.guard is not None and piece.guard.kind == "the end of a paragraph"


@given(body=st.lists(st.sampled_from(_PIECES)), note=st.lists(st.sampled_from(_PIECES)), styles=st.booleans())
def test_rows_are_read_as_their_elements_are(word, body: list[str], note: list[str], styles: bool) -> None:
    data = word(
        f"<w:p><w:r><w:t>text</w:t></w:r>{_MARK}{''.join(body)}</w:p>",
        footnotes=f'<w:footnote w:id="1"><w:p>{"".join(note)}</w:p></w:footnote>',
        styles=_STYLES if styles else "",
    )
    by_rows = _read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "folded", lambda part, _: part)
        assert by_rows == _read(data)


@given(pieces=st.lists(st.sampled_from(_PIECES)))
def test_no_place_moves(pieces: list[str]) -> None:
    data = f'<w:p xmlns:w="{_W}">{"".join(pieces)}</w:p>'.encode()
    parsed = folded(data, frozenset())
    assert len(parsed) == len(data)
    assert folded_around(data, range(len(data))) == data


@pytest.mark.parametrize(
    "head",
    [
        '<w:p xmlns:w="urn:another">',
        f'<p xmlns="{_W}">',
        f'<v:p xmlns:v="{_W}" xmlns:w="urn:another">',
        f'<w:p xmlns:w="{_W}"><w:a xmlns:w="urn:another"/>',
        f'<w:p xmlns:w="{_W}"><w:a xmlns:w =\'urn:another\'/>',
        f'<!-- <w:p xmlns:w="{_W}"> --><w:p xmlns:w="urn:another">',
        f'<w:p xmlns:w="{_W}"><![CDATA[ ]]>',
    ],
)
def test_names_that_may_mean_another_thing_are_left(head: str) -> None:
    data = f"{head}{_PLAIN}".encode()
    assert folded(data, frozenset()) == data


def test_most_text_is_in_rows() -> None:
    data = f'<w:p xmlns:w="{_W}">{(_PLAIN + _SPELLING) * 3}</w:p>'.encode()
    assert folded(data, frozenset()).count(b"<w:r") == folded(data, frozenset()).count(b"<w:runs>") == 1


def test_very_many_attributes_are_left() -> None:
    # at the square of their number these would take minutes
    names = ("".join(letters) for letters in islice(product(ascii_letters, repeat=4), 100_000))
    attributes = "".join(f' w:{name}="1"' for name in names)
    data = f'<w:p xmlns:w="{_W}"><w:r{attributes}><w:t>a</w:t></w:r></w:p>'.encode()
    assert folded(data, frozenset()) == data


def test_a_row_that_is_no_utf_8_is_damage(word) -> None:
    data = word("<w:p><w:r><w:t>f. 17\u00ff</w:t></w:r></w:p>").replace("\u00ff".encode(), b"\xc3(")
    # the sum of the member is that of its bytes before
    assert "damaged" in str(_read(data))
    with pytest.raises(ValueError, match="utf-8"):
        folded(f'<w:p xmlns:w="{_W}">'.encode() + b"<w:r><w:t>\xc3(</w:t></w:r></w:p>", frozenset())


def test_the_places_come_back_from_another_process(word) -> None:
    data = word(
        f"<w:p>{_PLAIN}{_MARK}</w:p>", footnotes=f'<w:footnote w:id="1"><w:p>{_PLAIN * 2}</w:p></w:footnote>'
    )
    read = read_bytes(data, "a.docx")
    again = pickle.loads(pickle.dumps(read))
    assert again == read
    assert again.maps == read.maps
    assert [piece.start for piece in again.maps[1].pieces] == [0, 7]
