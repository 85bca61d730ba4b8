"""Repairs of Word files: tracked changes in the notes, comments in the text, nothing else touched."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite.checking import check, survey_notes
from sovcite.manuscript import read_bytes
from sovcite.model import Diagnostic, Edit, Fix, Manuscript
from sovcite.repair import Change, Plan, plan_repairs, repaired
from sovcite.repair.editing import edited, smallest
from sovcite.repair.obstacles import obstacle
from sovcite.repair.restyle import restyle

_DATE = datetime(2026, 11, 25, tzinfo=UTC)
_MARK = '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
_NOTES = "word/footnotes.xml"
_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
)
_CODE = '<w:r><w:instrText xml:space="preserve"> ADDIN ZOTERO_ITEM CSL_CITATION </w:instrText></w:r>'


def _t(text: str, looks: str = "") -> str:
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r w:rsidR="00AB">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(text: str) -> str:
    return _BEGIN + _CODE + _SEPARATE + _t(text) + _END


def _note(inside: str) -> str:
    return f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{inside}</w:p></w:footnote>'


def _fixed(data: bytes) -> tuple[bytes, Plan, Manuscript]:
    read = read_bytes(data, "a.docx")
    plan = plan_repairs(read, check(read.notes))
    return repaired(data, read, plan, date=_DATE), plan, read


def _members(data: bytes) -> dict[str, bytes]:
    archive = ZipFile(BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


# what stands in the note, and its text with the changes accepted
_REPAIRED = [
    pytest.param(_t(" RGASPI f. 17 op. 21 d. 3075l. 21."), " RGASPI f. 17 op. 21 d. 3075 l. 21.", id="one-run"),
    pytest.param(
        _t("RGASPI f. 17 op. 21 ") + _t("d") + _t(" .3", "<w:i/>") + _t("67 l. 64"),
        "RGASPI f. 17 op. 21 d. 367 l. 64",
        id="over-three-runs",
    ),
    pytest.param(
        f'{_t("GARF f. 374 op. 27 d. 1211 ll. 13")}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" '
        f'w:name="b"/>{_t(" 33", "<w:smallCaps/>")}<w:bookmarkEnd w:id="7"/>{_t(" 41.")}',
        "GARF f. 374 op. 27 d. 1211 ll. 13, 33, 41.",
        id="beside-bookmark-and-spelling-mark",
    ),
    pytest.param(
        "<w:r><w:t>GARF f. 374 op. 27 d. 1211l.</w:t><w:tab/><w:t>13</w:t><w:noBreakHyphen/><w:t>15</w:t></w:r>",
        "GARF f. 374 op. 27 d. 1211 l.\t13\N{NON-BREAKING HYPHEN}15",
        id="beside-characters-of-their-own",
    ),
    pytest.param(
        f"<w:hyperlink w:anchor='x'>{_t('GARF f. 374 op. 27 d. 1211l. 13')}</w:hyperlink>",
        "GARF f. 374 op. 27 d. 1211 l. 13",
        id="inside-a-link",
    ),
    pytest.param(
        _field("GARF") + _t(" f. 374 op. 27 d. 1211l. 13"), "GARF f. 374 op. 27 d. 1211 l. 13", id="behind-a-field"
    ),
    pytest.param(_t("A &amp; B. GARF f. 374 op. 27 d. 1211l. 13"), "A & B. GARF f. 374 op. 27 d. 1211 l. 13", id="&"),
]


@pytest.mark.parametrize(("inside", "text"), _REPAIRED)
def test_a_repair_is_a_tracked_change(word, oracle, inside: str, text: str) -> None:
    data = word(_MARK, footnotes=_note(inside))
    new, plan, _ = _fixed(data)
    assert plan.changes
    assert not plan.remarks
    assert oracle.texts(new, _NOTES, accepted=True) == [text]
    assert oracle.texts(new, _NOTES, accepted=False) == oracle.texts(data, _NOTES, accepted=False)
    assert {name: part for name, part in _members(new).items() if name != _NOTES} == {
        name: part for name, part in _members(data).items() if name != _NOTES
    }


def test_the_looks_of_the_first_run_are_kept(word) -> None:
    runs = _t("RGASPI f. 17 op. 21 d") + _t(" ", "<w:smallCaps/>") + _t(".3", "<w:i/>") + _t("67 l. 64")
    new, _, _ = _fixed(word(_MARK, footnotes=_note(runs)))

    def change(kind: str, id: int, looks: str, text: str) -> str:
        tag = "delText" if kind == "del" else "t"
        return (
            f'<w:{kind} w:id="{id}" w:author="sovcite" w:date="2026-11-25T00:00:00Z"><w:r w:rsidR="00AB"><w:rPr>{looks}'
            f'</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r></w:{kind}>'
        )

    expected = (
        _t("RGASPI f. 17 op. 21 d")
        + change("del", 2, "<w:smallCaps/>", " ")
        + change("del", 4, "<w:i/>", ".")
        + change("ins", 3, "<w:smallCaps/>", ". ")
        + _t("3", "<w:i/>")
        + _t("67 l. 64")
    )
    assert _note(expected) in _members(new)[_NOTES].decode()


# what stands in the note, and words of the reason why nothing is changed
_REPORTED = [
    pytest.param(
        _t("GARF f. 374 op. 27 ") + _field("d. 1211l. 13"), "the result of a field", id="in-the-result-of-a-field"
    ),
    pytest.param(
        _t("GARF f. 374 op. 27 ") + f'<w:fldSimple w:instr="X">{_t("d. 1211l. 13")}</w:fldSimple>',
        "the result of a field",
        id="in-a-simple-field",
    ),
    pytest.param(
        _t("GARF f. 374 op. 27 d ") + f"<w:hyperlink w:anchor='x'>{_t('.1211 l. 13')}</w:hyperlink>",
        "the border of a link",
        id="over-the-border-of-a-link",
    ),
    pytest.param(
        _t("GARF f. 374 op. 27 ") + f'<w:ins w:id="9" w:author="A">{_t("d. 1211l. 13")}</w:ins>',
        "a change tracked by someone else",
        id="in-an-insertion-of-another",
    ),
    pytest.param(
        _t("GARF f. 374 op. 27 d. 1211")
        + '<w:del w:id="9" w:author="A"><w:r><w:delText>, </w:delText></w:r></w:del>'
        + _t("l. 13"),
        "a change tracked by someone else",
        id="at-a-deletion-of-another",
    ),
    pytest.param(
        _t("GARF f. 374 op. 27 ")
        + f'<w:sdt><w:sdtPr><w:tag w:val="X"/></w:sdtPr><w:sdtContent>{_t("d. 1211l. 13")}</w:sdtContent></w:sdt>',
        "a content control",
        id="in-a-content-control",
    ),
]


@pytest.mark.parametrize(("inside", "reason"), _REPORTED)
def test_what_may_not_be_touched_is_reported(word, inside: str, reason: str) -> None:
    data = word(_MARK, footnotes=_note(inside))
    new, plan, _ = _fixed(data)
    assert not plan.changes
    assert [remark.reason for remark in plan.remarks] == [f"the place touches {reason}"]
    assert _members(new)[_NOTES] == _members(data)[_NOTES]


def test_a_document_without_findings_comes_out_identical(word) -> None:
    data = word(_MARK, footnotes=_note(_t("GARF f. 374 op. 27 d. 1211 l. 13.")))
    new, plan, _ = _fixed(data)
    assert plan == Plan()
    assert new == data


_COMMENTED = _note(_t("RGASPI f. 17 op. 3 d. 746 ll. 47-42."))


def test_what_is_left_becomes_a_comment_at_the_mark(word) -> None:
    data = word(_MARK, footnotes=_COMMENTED)
    new, plan, _ = _fixed(data)
    assert not plan.changes
    before, after = _members(data), _members(new)
    assert after[_NOTES] == before[_NOTES]
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    start, end = '<w:commentRangeStart w:id="2"/>', '<w:commentRangeEnd w:id="2"/>'
    reference = '<w:r><w:commentReference w:id="2"/></w:r>'
    body = before["word/document.xml"].decode()
    assert after["word/document.xml"].decode() == body.replace(mark, f"{start}{mark}{end}{reference}")
    assert 'w:author="sovcite"' in after["word/comments.xml"].decode()
    assert ">footnote 1: “47-42” – C201 " in after["word/comments.xml"].decode()
    assert "/comments" in after["word/_rels/document.xml.rels"].decode()


def test_a_comment_is_added_to_those_that_are_there(word) -> None:
    old = '<w:comment w:id="40" w:author="A"><w:p><w:r><w:t>mine</w:t></w:r></w:p></w:comment>'
    data = word(_MARK, footnotes=_COMMENTED, comments=old)
    new, _, _ = _fixed(data)
    comments = _members(new)["word/comments.xml"].decode()
    assert old in comments
    assert '<w:comment w:id="41" w:author="sovcite"' in comments
    assert _members(new)["word/_rels/document.xml.rels"] == _members(data)["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{_t('See RGASPI f. 17 op. 3 ')}{_t('d. 746 ll. 47-42')}{_t('.')}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:p>{_t('RGASPI f. 17 op. 3 d. 746 ll. 47-42')}</w:p></w:tc></w:tr></w:tbl>",
        "<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:pict><w:txbxContent>"
        f"<w:p>{_t('RGASPI f. 17 op. 3 d. 746 ll. 47-42')}</w:p></w:txbxContent></w:pict></w:r></w:p>",
    ],
    ids=["paragraph", "table", "text-box"],
)
def test_a_comment_on_the_body(word, body: str) -> None:
    new, plan, _ = _fixed(word(body))
    assert [remark.code for remark in plan.remarks] == ["C201"]
    document = _members(new)["word/document.xml"].decode()
    reference = document.index("<w:commentReference")
    assert "txbxContent" not in document[:reference] or "</w:txbxContent>" in document[:reference]
    assert read_bytes(new, "a.docx").notes == read_bytes(word(body), "a.docx").notes


def _change(note: int, text: str, edits: list[Edit]) -> Change:
    return Change(note=note, code="X", start=0, end=len(text), old=text, new="", edits=tuple(edits))


@st.composite
def _runs(draw: st.DrawFn) -> str:
    letters = st.text(st.sampled_from("абв 12.,&<\u00ad"), max_size=6)
    wraps = st.sampled_from(["{}", "{}", "{}", "<w:hyperlink>{}</w:hyperlink>", '<w:ins w:author="A">{}</w:ins>'])
    between = st.sampled_from(
        ["", "", '<w:proofErr w:type="spellEnd"/>', '<w:bookmarkStart w:id="3" w:name="x"/>', _field("z"),
         '<w:del w:id="5" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>']
    )  # fmt: skip
    pieces = []
    for _ in range(draw(st.integers(1, 8))):
        texts = draw(st.lists(letters, min_size=1, max_size=3))
        inside = "<w:tab/>".join(
            '<w:t xml:space="preserve">' + text.replace("&", "&amp;").replace("<", "&lt;") + "</w:t>" for text in texts
        )
        looks = draw(st.sampled_from(["", "<w:rPr><w:i/></w:rPr>", "<w:rPr><w:smallCaps/><w:b/></w:rPr>"]))
        pieces += [draw(wraps).format(f"<w:r>{looks}{inside}</w:r>"), draw(between)]
    return "".join(pieces)


@settings(max_examples=300)
@given(draw=st.data())
def test_random_edits_leave_all_else_as_it_was(word, oracle, draw: st.DataObject) -> None:
    inside = f"{_t('[')}{draw.draw(_runs())}{_t(']')}"
    data = word(_MARK, footnotes=_note(inside) + '<w:footnote w:id="2"><w:p/></w:footnote>', extra={"x/y.bin": b"\0\1"})
    read = read_bytes(data, "a.docx")
    (note, place) = read.notes[1], read.maps[1]
    text = note.text
    edits: list[Edit] = []
    at = 0
    for _ in range(draw.draw(st.integers(0, 4))):
        if at > len(text):
            break
        start = draw.draw(st.integers(at, len(text)))
        end = draw.draw(st.integers(start, min(len(text), start + 5)))
        edit = smallest(text, Edit(start=start, end=end, new=draw.draw(st.text(st.sampled_from("xyz <"), max_size=3))))
        if edit is not None and edit.start >= at and obstacle(place, edit) is None:
            edits.append(edit)
            at = edit.end + 1
    plan = Plan(changes=(_change(1, text, edits),) if edits else ())
    new = repaired(data, read, plan, date=_DATE)
    after = read_bytes(new, "a.docx")
    assert after.notes[0] == read.notes[0]
    # blanks at its ends are no part of a note
    assert after.notes[1].text == edited(text, edits).strip()
    assert oracle.texts(new, _NOTES, accepted=False) == oracle.texts(data, _NOTES, accepted=False)
    old_members, new_members = _members(data), _members(new)
    old_part, new_part = old_members.pop(_NOTES), new_members.pop(_NOTES)
    assert old_members == new_members
    assert list(old_members) == list(new_members)
    # everything outside the note is the same
    assert new_part[: place.start] == old_part[: place.start]
    assert new_part.endswith(old_part[place.stop :])


def test_a_repair_that_changes_the_citation_is_not_made() -> None:
    text = "RGASPI f. 17 op. 21 d. 3075 l. 21."
    read = read_bytes(text.encode(), "a.txt")
    wrong = [Edit(start=28, end=31, new="d. "), Edit(start=23, end=24, new="4")]
    for edit in wrong:
        finding = Diagnostic(
            code="C999", severity="warning", message="wrong", note=0, start=edit.start, end=edit.end,
            raw=text[edit.start : edit.end], fix=Fix(edits=(edit,), safety="safe"),
        )  # fmt: skip
        plan = plan_repairs(read, [finding])
        assert not plan.changes
        assert "no safe repair" in (plan.remarks[0].reason or "")


@pytest.mark.parametrize(
    ("inside", "style", "text"),
    [
        (
            _t("RGASPI, f. 17, op. ") + _t("2в", "<w:i/>") + _t(", d. 5, l. 7; d. 6, l. 8."),
            "gost",
            "РГАСПИ. Ф. 17. Оп. 2в. Д. 5. Л. 7; Д. 6. Л. 8.",
        ),
        (_t("Там же. Л. 5. ГАРФ, ф. 374, оп. 27, д. 1."), "gost", "Там же. Л. 5. ГАРФ. Ф. 374. Оп. 27. Д. 1."),
        (_field("RGASPI, f. 17, op. 3, d. 5"), "gost", "RGASPI, f. 17, op. 3, d. 5"),
    ],
    ids=["followers", "ibid-stays", "field-stays"],
)
def test_a_house_style(word, oracle, inside: str, style: str, text: str) -> None:
    data = word(_MARK, footnotes=_note(inside))
    read = read_bytes(data, "a.docx")
    changes, remarks = restyle(read, survey_notes(read.notes).mentions, style)
    new = repaired(data, read, plan_repairs(read, (), changes), date=_DATE)
    assert oracle.texts(new, _NOTES, accepted=True) == [text]
    assert oracle.texts(new, _NOTES, accepted=False) == oracle.texts(data, _NOTES, accepted=False)
    assert bool(remarks) == (text == "RGASPI, f. 17, op. 3, d. 5")


def test_a_strict_file_stays_strict(word) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    notes = _note(_t("GARF f. 374 op. 27 d. 1211l. 13; d. 5 ll. 47-42."))
    new, plan, _ = _fixed(word(_MARK, footnotes=notes, namespace=strict))
    assert len(plan.changes) == len(plan.remarks) == 1
    members = _members(new)
    assert "GARF f. 374 op. 27 d. 1211 l. 13; d. 5 ll. 47-42." in [n.text for n in read_bytes(new, "a.docx").notes]
    assert f'xmlns:w="{strict}"' in members["word/comments.xml"].decode()
    relations = members["word/_rels/document.xml.rels"].decode()
    assert 'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in relations


def test_a_part_in_utf_16_stays_so(word, oracle) -> None:
    data = word(_MARK, footnotes=_note(_t("ГАРФ. Ф. 374. Оп. 27. Д. 1211Л. 13")))
    archive, content = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(content, "w") as encoded:
        for name in archive.namelist():
            encoded.writestr(name, archive.read(name).decode().encode("utf-16"))
    new, _, _ = _fixed(content.getvalue())
    assert _members(new)[_NOTES].startswith(b"\xff\xfe")
    assert oracle.texts(new, _NOTES, accepted=True) == ["ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13"]


def test_prefixes_that_are_declared_above_the_paragraph(word) -> None:
    inside = _t("GARF f. 374 op. 27 d. 1211l. 13") + '<x:y/><w:r><x:z w:val="1"/></w:r>'
    data = word(f'<w:tbl xmlns:x="urn:x"><w:tr><w:tc><w:p>{inside}</w:p></w:tc></w:tr></w:tbl>')
    new, plan, _ = _fixed(data)
    assert len(plan.changes) == 1
    assert [note.text for note in read_bytes(new, "a.docx").notes] == ["GARF f. 374 op. 27 d. 1211 l. 13"]
    assert b'<x:y/><w:r><x:z w:val="1"/></w:r>' in _members(new)["word/document.xml"]


def test_elements_without_a_prefix(word, oracle) -> None:
    data = word(_MARK, footnotes=_note(_t("GARF f. 374 op. 27 d. 1211l. 13; d. 5 ll. 47-42.")))
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, part in _members(data).items():
            bare = part.replace(b"<w:", b"<").replace(b"</w:", b"</")
            namespace = b' xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w='
            archive.writestr(name, bare.replace(b" xmlns:w=", namespace))
    new, plan, _ = _fixed(content.getvalue())
    assert len(plan.changes) == len(plan.remarks) == 1
    assert oracle.texts(new, _NOTES, accepted=True) == ["GARF f. 374 op. 27 d. 1211 l. 13; d. 5 ll. 47-42."]
    assert read_bytes(new, "a.docx").notes[0].text == "Text"


def test_a_repair_that_the_author_decides_on_is_made_only_if_asked(word) -> None:
    data = word(_MARK, footnotes=_COMMENTED)
    read = read_bytes(data, "a.docx")
    findings = check(read.notes)
    assert not plan_repairs(read, findings).changes
    assert [change.code for change in plan_repairs(read, findings, everything=True).changes] == ["C201"]


@pytest.mark.parametrize(("inside", "text"), _REPAIRED)
def test_libreoffice_reads_the_repaired_text(word, office, notes_of_fodt, inside: str, text: str) -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
    )
    second = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' + _t("RGASPI f. 17 op. 3 d. 746 ll. 47-42.") + (
        "</w:p></w:footnote>"
    )
    body = _MARK + _MARK.replace('w:id="1"', 'w:id="2"')
    data = word(body, footnotes=separators + _note(inside) + second, extra={"[Content_Types].xml": types})
    new, plan, _ = _fixed(data)
    assert plan.changes
    assert len(plan.remarks) == 1
    flat = office(new, "fixed.docx", "fodt")
    assert notes_of_fodt(flat)[0] == " ".join(text.split())
    assert b"<office:annotation" in flat
    assert b"<text:deletion" in flat or b"<text:insertion" in flat
