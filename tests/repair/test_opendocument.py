"""Repairs of OpenDocument texts: tracked changes and annotations, nothing else touched."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.model import Edit
from sovcite.repair import Change, Plan, plan_repairs, repaired
from sovcite.repair.editing import edited, smallest
from sovcite.repair.obstacles import obstacle

_DATE = datetime(2026, 11, 25, tzinfo=UTC)
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def _note(text: str) -> str:
    return (
        '<text:p>Text<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>.</text:p>"
    )


def _members(data: bytes) -> dict[str, bytes]:
    archive = ZipFile(BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def _fixed(data: bytes) -> tuple[bytes, Plan]:
    read = read_bytes(data, "a.odt")
    plan = plan_repairs(read, check(read.notes))
    return repaired(data, read, plan, date=_DATE), plan


def _rejected(data: bytes) -> bytes:
    """Take the changes back: what was put in goes, what was taken out comes back; the rest is as it was."""
    content = _members(data)["content.xml"].decode()
    listed = re.search(r'<text:tracked-changes text:track-changes="false">(.*?)</text:tracked-changes>', content)
    regions = dict(re.findall(r'<text:changed-region xml:id="(sovcite[^"]*)".*?>(.*?)</text:changed-region>', content))
    if listed and "sovcite" in listed[1]:
        content = content.replace(listed[0], "")
    content = re.sub(
        r'<text:change-start text:change-id="(sovcite[^"]*)"/>.*?<text:change-end text:change-id="\1"/>', "", content
    )
    return re.sub(
        r'<text:change text:change-id="(sovcite[^"]*)"/>',
        lambda mark: re.search("<text:p>(.*)</text:p>", regions[mark[1]])[1],
        content,
    ).encode()


def _shown(content: bytes) -> list[str]:
    return [note.text for note in read_bytes(content, "a.fodt").notes]


# what stands in the note, and its text with the changes accepted
_REPAIRED = [
    pytest.param("RGASPI f. 17 op. 21 d. 3075l. 21.", "RGASPI f. 17 op. 21 d. 3075 l. 21.", id="one-text"),
    pytest.param(
        "RGASPI f. 17 op. 21 <text:span>d</text:span><text:span> .</text:span>367 l. 64",
        "RGASPI f. 17 op. 21 d. 367 l. 64",
        id="over-spans",
    ),
    pytest.param(
        "A &amp; B. GARF f. 374 op. 27 d. 1211 ll. 13<text:s/>33<text:bookmark text:name='b'/> 41.",
        "A & B. GARF f. 374 op. 27 d. 1211 ll. 13, 33, 41.",
        id="beside-entity-and-blank",
    ),
]


@pytest.mark.parametrize(("inside", "text"), _REPAIRED)
def test_a_repair_is_a_tracked_change(opendocument, inside: str, text: str) -> None:
    data = opendocument(_note(inside))
    new, plan = _fixed(data)
    assert plan.changes
    assert read_bytes(new, "a.odt").notes[1].text == text
    assert _shown(_rejected(new)) == _shown(_members(data)["content.xml"])
    assert {name: part for name, part in _members(new).items() if name != "content.xml"} == {
        name: part for name, part in _members(data).items() if name != "content.xml"
    }
    assert etree.fromstring(_members(new)["content.xml"]) is not None


@pytest.mark.parametrize(("inside", "text"), _REPAIRED)
def test_libreoffice_reads_the_repaired_text(opendocument, office, notes_of_fodt, inside: str, text: str) -> None:
    new, _ = _fixed(opendocument(_note(inside) + _note("RGASPI f. 17 op. 3 d. 746 ll. 47-42.")))
    flat = office(new, "fixed.odt", "fodt")
    assert notes_of_fodt(flat)[0] == text
    assert b"<text:insertion" in flat
    assert b"<office:annotation" in flat


def test_what_is_left_becomes_an_annotation_behind_the_mark(opendocument) -> None:
    data = opendocument(_note("RGASPI f. 17 op. 3 d. 746 ll. 47-42."))
    new, plan = _fixed(data)
    assert not plan.changes
    content = _members(new)["content.xml"].decode()
    annotation = re.search("<office:annotation.*?</office:annotation>", content)
    assert annotation is not None
    assert "<text:p>footnote 1: “47-42” – C201 " in annotation[0]
    assert content[: annotation.start()].endswith("</text:note>")
    assert content.replace(annotation[0], "") == _members(data)["content.xml"].decode()


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (
            'GARF f. 374 op. 27 <text:reference-mark-start text:name="ZOTERO_ITEM"/>d. 1211l. 13'
            '<text:reference-mark-end text:name="ZOTERO_ITEM"/>',
            "the result of a field",
        ),
        ("GARF f. 374 op. 27 d <text:a>.1211 l. 13</text:a>", "the border of a link"),
        (
            'GARF f. 374 op. 27 <text:change-start text:change-id="i"/>d. 1211l. 13<text:change-end '
            'text:change-id="i"/>',
            "a change tracked by someone else",
        ),
    ],
    ids=["zotero", "link", "change"],
)
def test_what_may_not_be_touched_is_reported(opendocument, inside: str, reason: str) -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
        "</text:tracked-changes>"
    )
    _, plan = _fixed(opendocument(changes + _note(inside)))
    assert not plan.changes
    assert [remark.reason for remark in plan.remarks] == [f"the place touches {reason}"]


def test_a_text_without_findings_comes_out_identical(opendocument) -> None:
    data = opendocument(_note("GARF f. 374 op. 27 d. 1211 l. 13."))
    assert _fixed(data) == (data, Plan())


@settings(max_examples=200)
@given(draw=st.data())
def test_random_edits_leave_all_else_as_it_was(opendocument, draw: st.DataObject) -> None:
    pieces = st.sampled_from(
        ["аб", "в ", " ", "1.", "&amp;", "&#1076;", "<text:s/>", "<text:s text:c='3'/>", "<text:tab/>",
         "<text:span>г</text:span>", "<text:span> д</text:span>", "<text:bookmark text:name='x'/>",
         "<text:a>ссылка</text:a>"]
    )  # fmt: skip
    inside = "[" + "".join(draw.draw(st.lists(pieces, max_size=10))) + "]"
    data = opendocument(_note(inside))
    read = read_bytes(data, "a.odt")
    text = read.notes[1].text
    edits: list[Edit] = []
    at = 0
    for _ in range(draw.draw(st.integers(0, 3))):
        if at > len(text):
            break
        start = draw.draw(st.integers(at, len(text)))
        end = draw.draw(st.integers(start, min(len(text), start + 4)))
        edit = smallest(text, Edit(start=start, end=end, new=draw.draw(st.text(st.sampled_from("xy <"), max_size=3))))
        if edit is not None and edit.start >= at and obstacle(read.maps[1], edit) is None:
            edits.append(edit)
            at = edit.end + 2
    change = Change(note=1, code="X", start=0, end=0, old="", new="", edits=tuple(edits))
    new = repaired(data, read, Plan(changes=(change,) if edits else ()), date=_DATE)
    assert read_bytes(new, "a.odt").notes[1].text == edited(text, edits).strip()
    assert _shown(_rejected(new)) == _shown(_members(data)["content.xml"])
