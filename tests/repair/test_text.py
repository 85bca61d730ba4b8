"""Repairs of text formats: the edits and nothing else, line ends and encoding as they were."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.model import Edit, ReadError
from sovcite.repair import Change, Plan, plan_repairs, proven, repaired
from sovcite.repair.editing import smallest
from sovcite.repair.obstacles import obstacle

_WRONG = "Заметка о деле.\n\nГАРФ. Ф. 374. Оп. 27. Д. 1211Л. 13 33.  \n\tконец \n"
_RIGHT = "Заметка о деле.\n\nГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13, 33.  \n\tконец \n"


def _fixed(data: bytes, name: str) -> bytes:
    read = read_bytes(data, name)
    return repaired(data, read, plan_repairs(read, check(read.notes)))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-le", b""), ("windows-1251", b""), ("koi8-r", b""),
    ],
)  # fmt: skip
def test_line_ends_and_encoding_are_kept(encoding: str, mark: bytes, line_end: str) -> None:
    wrong, right = (mark + text.replace("\n", line_end).encode(encoding) for text in (_WRONG, _RIGHT))
    assert _fixed(wrong, "a.txt") == right
    assert _fixed(right, "a.txt") == right


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_a_guessed_encoding_is_said(encoding: str) -> None:
    assert read_bytes(_WRONG.encode(encoding), "a.txt").remarks == (f"read as {encoding}, which is a guess",)
    declared = f"<!-- charset={encoding} -->\n\n{_WRONG}".encode(encoding)
    assert read_bytes(declared, "a.txt").remarks == ()


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        (
            "a.md",
            "Text[^a]  and `d. 3075l.`.\n\n[^a]:   RGASPI f. 17 op. 21\n    d. 3075l. 21.\n",
            "Text[^a]  and `d. 3075l.`.\n\n[^a]:   RGASPI f. 17 op. 21\n    d. 3075 l. 21.\n",
        ),
        ("a.md", "x *GARF* f. 374 op. 27 d. *1*l. 5", "x *GARF* f. 374 op. 27 d. *1* l. 5"),
        ("a.md", "GARF f. 374 op. 27 d. 1*l.* 5", "GARF f. 374 op. 27 d. 1 *l.* 5"),
        ("a.html", "GARF f. 374 op. 27 d. <i>1</i>l. 5", "GARF f. 374 op. 27 d. <i>1</i> l. 5"),
        ("a.html", "GARF f. 374 op. 27 d. 1<i>l.</i> 5", "GARF f. 374 op. 27 d. 1 <i>l.</i> 5"),
        ("a.md", "A^[GARF f. 374 op. 27 d. 1211l. 13] b", "A^[GARF f. 374 op. 27 d. 1211 l. 13] b"),
        ("a.txt", "GARF f. 374 op. 27 d .367 l. 1", "GARF f. 374 op. 27 d. 367 l. 1"),
    ],
    ids=["reference", "emphasis-ends", "emphasis-begins", "tag-ends", "tag-begins", "inline", "plain"],
)
def test_only_the_edits_change(name: str, wrong: str, right: str) -> None:
    assert _fixed(wrong.encode(), name).decode() == right


def test_a_mark_of_a_note_is_not_written_over() -> None:
    text = "A[^a]b.\n\n[^a]: x"
    read = read_bytes(text.encode(), "a.md")
    assert read.notes[0].text == "Ab."
    assert obstacle(read.maps[0], Edit(start=0, end=2, new="z")) == "something between the words that is no text"


@given(draw=st.data())
def test_random_edits(draw: st.DataObject) -> None:
    text = draw.draw(st.text(st.sampled_from("аб 1.\n\r[^]:`")))
    data = f"x{text}".encode()
    read = read_bytes(data, "a.md")
    note = draw.draw(st.integers(0, len(read.notes) - 1))
    own = read.notes[note].text
    start = draw.draw(st.integers(0, len(own)))
    end = draw.draw(st.integers(start, len(own)))
    edit = smallest(own, Edit(start=start, end=end, new=draw.draw(st.text("yz", max_size=2))))
    if edit is None or obstacle(read.maps[note], edit):
        return
    change = Change(note=note, code="X", start=start, end=end, old="", new="", edits=(edit,))
    new = repaired(data, read, Plan(changes=(change,))).decode()
    old = data.decode()
    taken = "".join(own[edit.start : edit.end].split())
    # somewhere the words of the note went and the new ones came, and nothing else
    length = len(old) - len(new) + len(edit.new)
    assert any(
        new == old[:at] + edit.new + old[at + length :] and "".join(old[at : at + length].split()) == taken
        for at in range(len(old) + 1)
    )


def test_a_letter_that_the_encoding_lacks() -> None:
    data = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13.".encode("koi8-r")
    read = read_bytes(data, "a.txt")
    change = Change(note=0, code="X", start=0, end=0, old="", new="№", edits=(Edit(start=0, end=0, new="№"),))
    with pytest.raises(ReadError, match=r"a\.txt: '№' of a repair cannot be written in koi8-r; save it in UTF-8"):
        repaired(data, read, Plan(changes=(change,)))


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("a.tex", "ab", r"a\&\_b"),
        ("a.html", "<p>ab", "<p>a&amp;_b"),
        ("a.typ", "ab", r"a&\_b"),
        ("a.txt", "ab", "a&_b"),
    ],
)
def test_letters_that_mean_something_in_the_format(name: str, text: str, written: str) -> None:
    read = read_bytes(text.encode(), name)
    change = Change(note=0, code="X", start=1, end=1, old="", new="&_", edits=(Edit(start=1, end=1, new="&_"),))
    assert repaired(text.encode(), read, Plan(changes=(change,))).decode() == written


def test_a_change_that_would_be_read_otherwise_is_left_to_a_person() -> None:
    data = b"a^[one] b^[two] c"
    read = read_bytes(data, "a.md")
    assert [note.text for note in read.notes] == ["a b c", "one", "two"]
    # a bracket ends the first note too early; the second is not to blame
    bad, good = (
        Change(note=note, code="X", start=0, end=1, old="", new=new, edits=(Edit(start=1, end=1, new=new),))
        for note, new in ((1, "]["), (2, "x"))
    )
    plan = proven({read.source: data}, read, Plan(changes=(bad, good)))
    assert plan.changes == (good,)
    assert [remark.reason for remark in plan.remarks] == ["the text around it would then be read otherwise"]
    assert repaired(data, read, plan) == b"a^[one] b^[txwo] c"
