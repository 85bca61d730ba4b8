"""What is read of a note in Word: the visible text, whatever its runs are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.manuscript import read_bytes

_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
)
_CODE = '<w:r><w:instrText> ADDIN ZOTERO_ITEM {"d. 9": 1} </w:instrText></w:r>'
_BOX = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"


def _t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


# what stands in the paragraph of a note, and the text of the note
_TEXTS = [
    pytest.param(_t("RGASPI f. 1") + _t("7 op. ") + _t("3"), "RGASPI f. 17 op. 3", id="split-runs"),
    pytest.param("<w:r><w:footnoteRef/></w:r>" + _t(" \t f. 17"), "f. 17", id="own-mark-and-blank"),
    pytest.param(
        f'<w:proofErr w:type="spellStart"/>{_t("TsGA")}<w:proofErr w:type="spellEnd"/>{_t(" SPb")}',
        "TsGA SPb",
        id="spelling",
    ),
    pytest.param(
        f'{_t("f. ")}<w:bookmarkStart w:id="1" w:name="_a"/>{_t("17")}<w:bookmarkEnd w:id="1"/>',
        "f. 17",
        id="bookmark",
    ),
    pytest.param(f"{_t('f. ')}<w:hyperlink>{_t('17')}</w:hyperlink>", "f. 17", id="hyperlink"),
    pytest.param(
        f"<w:smartTag>{_t('f. ')}<w:smartTag>{_t('17')}</w:smartTag></w:smartTag>", "f. 17", id="smart-tag"
    ),
    pytest.param(
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{_t('f. 17')}</w:sdtContent></w:sdt>",
        "f. 17",
        id="content-control",
    ),
    pytest.param(f"{_t('d. ')}<w:ins>{_t('12')}</w:ins>{_t('11')}", "d. 1211", id="inserted"),
    pytest.param(
        f"{_t('d. ')}<w:del><w:r><w:delText>99</w:delText></w:r></w:del>{_t('12')}", "d. 12", id="deleted"
    ),
    pytest.param(f"<w:del>{_t('99')}</w:del>{_t('12')}", "12", id="deleted-as-plain-text"),
    pytest.param(
        f"<w:moveFrom>{_t('l. 5 ')}</w:moveFrom>{_t('d. 1 ')}<w:moveTo>{_t('l. 5')}</w:moveTo>",
        "d. 1 l. 5",
        id="moved",
    ),
    pytest.param(_BEGIN + _CODE + _SEPARATE + _t("GARF") + _END + _t(" f. 1"), "GARF f. 1", id="field"),
    pytest.param(_BEGIN + _CODE + _END + _t("f. 1"), "f. 1", id="field-without-result"),
    pytest.param(
        _BEGIN + _BEGIN + _CODE + _SEPARATE + _t("inner code") + _END + _SEPARATE + _t("f. 1") + _END,
        "f. 1",
        id="field-in-the-code-of-a-field",
    ),
    pytest.param(_BEGIN + _CODE + _t("f. 1"), "f. 1", id="field-that-never-ends"),
    pytest.param(
        _BEGIN + _CODE + _SEPARATE.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>") + _t("f. 1") + _END,
        "f. 1",
        id="field-with-a-hidden-sign",
    ),
    pytest.param(
        f'<w:pPr><w:pStyle w:val="Hidden"/></w:pPr>{_t("gone")}</w:p><w:p>{_t("f. 1")}',
        "f. 1",
        id="hidden-by-the-style-of-the-paragraph",
    ),
    pytest.param(
        '<w:pPr><w:pStyle w:val="Hidden"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Below"/></w:rPr>'
        "<w:t>f. 1</w:t></w:r>",
        "f. 1",
        id="hidden-twice-is-shown",
    ),
    pytest.param(
        f'<w:pPr><w:pStyle w:val="Hidden"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>gone</w:t></w:r></w:p>'
        f"<w:p>{_t('f. 1')}",
        "f. 1",
        id="hidden-by-the-style-of-the-paragraph-in-italics",
    ),
    pytest.param(f'<w:fldSimple w:instr=" REF a ">{_t("f. 1")}</w:fldSimple>', "f. 1", id="simple-field"),
    pytest.param(
        "<w:r><w:t>13</w:t><w:noBreakHyphen/><w:t>15</w:t><w:softHyphen/><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t>"
        "<w:cr/><w:t>c</w:t></w:r>",
        "13\N{NON-BREAKING HYPHEN}15\N{SOFT HYPHEN}\ta\nb\nc",
        id="characters-of-their-own",
    ),
    pytest.param('<w:r><w:t>l.5</w:t><w:sym w:font="Symbol" w:char="F02A"/></w:r>', "l.5*", id="symbol"),
    pytest.param('<w:r><w:t>l.5</w:t><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "l.5", id="picture"),
    pytest.param(
        "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w16se:symEx/></mc:Choice>"
        "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "☺",
        id="fallback-where-the-choice-has-no-text",
    ),
    pytest.param(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>{_t('f. 1')}", "f. 1", id="hidden"),
    pytest.param('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>f. 1</w:t></w:r>', "f. 1", id="not-hidden"),
    pytest.param(
        f'<w:r><w:rPr><w:rStyle w:val="Below"/></w:rPr><w:t>gone</w:t></w:r>{_t("f. 1")}',
        "f. 1",
        id="hidden-by-style",
    ),
    pytest.param(
        '<w:r><w:rPr><w:rStyle w:val="Below"/><w:vanish w:val="off"/></w:rPr><w:t>f. 1</w:t></w:r>',
        "f. 1",
        id="shown-against-its-style",
    ),
    pytest.param(
        '<w:r><w:rPr><w:rStyle w:val="Round"/></w:rPr><w:t>f. 1</w:t></w:r>', "f. 1", id="styles-in-a-ring"
    ),
    pytest.param(
        "<w:r><w:t> f. </w:t></w:r><w:r><w:t>1</w:t></w:r>", "f.1", id="blanks-that-are-not-preserved"
    ),
    pytest.param(_t("a\n b"), "a  b", id="line-of-the-xml"),
    pytest.param(
        "<w:r><w:ruby><w:rt><w:r><w:t>gloss</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "base",
        id="ruby",
    ),
    pytest.param(f"{_t('a')}</w:p><w:p>{_t('b')}", "a\nb", id="two-paragraphs"),
    pytest.param(
        f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_t('f. 17 ')}</w:p><w:p>{_t('op. 3')}",
        "f. 17 op. 3",
        id="paragraph-mark-deleted",
    ),
    pytest.param(
        f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_t('f. 17')}", "f. 17", id="last-paragraph-mark-deleted"
    ),
    pytest.param(
        f"<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{_t('a')}</w:p><w:p>{_t('b')}",
        "a\nb",
        id="paragraph-mark-inserted",
    ),
    pytest.param(
        f"{_t('a')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{_BOX}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        f"{_t('b')}",
        "ab\nbox",
        id="text-box-read-once",
    ),
]
_STYLES = (
    '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Below"><w:basedOn w:val="Hidden"/></w:style>'
    '<w:style w:styleId="Round"><w:basedOn w:val="Ring"/></w:style>'
    '<w:style w:styleId="Ring"><w:basedOn w:val="Round"/></w:style>'
)
_MARK = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'


def _note(inside: str) -> str:
    return f'<w:footnote w:id="1"><w:p>{inside}</w:p></w:footnote>'


@pytest.mark.parametrize(("inside", "text"), _TEXTS)
def test_text_of_a_note(word, inside: str, text: str) -> None:
    (note,) = read_bytes(word(_MARK, footnotes=_note(inside), styles=_STYLES), "a.docx").notes
    assert note.text == text


@pytest.mark.parametrize(("inside", "text"), _TEXTS)
def test_strict_files_read_alike(word, inside: str, text: str) -> None:
    data = word(
        _MARK,
        footnotes=_note(inside),
        styles=_STYLES,
        namespace="http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [note.text for note in read_bytes(data, "a.docx").notes] == [text]


@given(pieces=st.lists(st.text("абв 123.-", min_size=1), min_size=1))
def test_runs_leave_no_trace(word, pieces: list[str]) -> None:
    text = "".join(pieces)
    data = word(_MARK, footnotes=_note(_t("[") + "".join(map(_t, pieces)) + _t("]")))
    assert [note.text for note in read_bytes(data, "a.docx").notes] == [f"[{text}]"]
