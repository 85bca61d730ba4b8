"""Repairs planned in rounds: one plan, written once, makes what round after round would have made."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite.checking import check, check_survey, survey_notes
from sovcite.checking.proof import with_edits
from sovcite.manuscript import read_bytes
from sovcite.model import Diagnostic, Edit, Fix, Manuscript
from sovcite.repair import Plan, plan_on, plan_repairs, planned, repaired
from sovcite.repair.composing import composed, span_before
from sovcite.repair.editing import edited
from sovcite.repair.restyle import restyle

_DATE = datetime(2026, 11, 25, tzinfo=UTC)
_NOTES = "word/footnotes.xml"
_USUAL = "ГАРФ, ф. 374, оп. 27, д. {}, л. 13"
# the lost separator is repaired first, and only then seen to be another than the usual one
_TOUCHING = [*(_USUAL.format(file) for file in (1210, 1211, 1212)), "ГАРФ. Ф. 374. Оп. 27. Д. 1213Л. 13"]
_MIXED = [
    *_TOUCHING,
    "РГАСПИ, ф. 17, оп. 3, д. 746, лл. 47–42",
    "RGASPI f. 17 op. 21 d. 3075l. 21 v.",
    "Там же, л. 8об., 9 об.",
    "РГАЭ. Ф. 7. Оп. 3. Д. 5. ЛЛ. 3 5",
]

_AROUND = [
    *("{}",) * 3, '<w:hyperlink w:anchor="x">{}</w:hyperlink>', '<w:ins w:id="90" w:author="A">{}</w:ins>',
    "<w:smartTag>{}</w:smartTag>",
]  # fmt: skip


def _look(notes):
    survey = survey_notes(notes)
    return survey.mentions, check_survey(survey)


def _as_file(texts: list[str]) -> bytes:
    return "\n\n".join(texts).encode()


def _read(texts: list[str]) -> Manuscript:
    return read_bytes(_as_file(texts), "a.txt")


def _planned(read: Manuscript, *, everything: bool = True) -> Plan:
    plan = plan_repairs(read, check(read.notes), everything=everything)
    return plan_on(read, plan, _look, everything=everything)


def _texts(read: Manuscript, plan: Plan) -> list[str]:
    return [note.text for note in with_edits(read.notes, plan.edits().items())]


def _round_after_round(texts: list[str]) -> list[str]:
    for _ in range(5):
        read = _read(texts)
        texts = _texts(read, plan_repairs(read, check(read.notes), everything=True))
    return texts


def test_what_was_opened_or_touched_is_repaired_in_the_same_run() -> None:
    read = _read(_TOUCHING)
    once = plan_repairs(read, check(read.notes), everything=True)
    plan = _planned(read)
    assert _texts(read, plan) == _round_after_round(_TOUCHING) != _texts(read, once)
    again = read_bytes(repaired(_as_file(_TOUCHING), read, plan), "a.txt")
    assert [note.text for note in again.notes] == _texts(read, plan)
    assert _planned(again).changes == ()
    # a change that two rules made bears the codes of both, and says what stands in the file
    for change in plan.changes:
        text = read.notes[change.note].text
        assert change.old == text[change.start : change.end]
        assert edited(text[: change.end], change.edits)[change.start :] == change.new
    assert any("+" in change.code for change in plan.changes)


def test_what_is_left_names_its_place_in_the_file() -> None:
    texts = [*_TOUCHING, "ЦГА. Ф. 1. Оп. 2. Д. 3Л. 4"]
    read = _read(texts)
    plan = _planned(read)
    assert any(one.note == 4 for one in plan.changes)
    assert {one.code for one in plan.remarks} == {"C302"}
    for one in plan.remarks:
        assert read.notes[one.note].text[one.start : one.end] == one.raw == "ЦГА"


def test_a_style_leaves_nothing_to_say_of_what_it_has_written_over() -> None:
    read = _read([*_TOUCHING, "РГАСПИ 558.11.492, Stalin to Voroshilov"])
    mentions, found = _look(read.notes)
    changes, _ = restyle(read, mentions, "gost")
    plan = plan_repairs(read, found, changes)
    assert {one.code for one in plan.remarks} == {"C402"}
    plan = plan_on(read, plan, _look)
    assert plan.remarks == ()
    assert _texts(read, plan)[0] == "ГАРФ. Ф. 374. Оп. 27. Д. 1210. Л. 13"


@pytest.mark.parametrize("everything", [False, True])
def test_without_a_repair_there_is_no_other_round(everything) -> None:
    read = _read(_TOUCHING[:3])

    def look(_):
        raise AssertionError

    assert plan_on(read, Plan(), look, everything=everything) == Plan()


def _planted(text: str, old: str, new: str) -> Diagnostic:
    start = text.index(f" {old} ") + 1
    return Diagnostic(
        code="C999", severity="warning", message="planted", note=0, raw=old, start=start, end=start + len(old),
        fix=Fix(edits=(Edit(start=start, end=start + len(old), new=new),)),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["see 1 first", "see I first", "see 1 first, then VI of it", "see I now, VI of it"])
def test_what_two_rules_undo_in_turn_is_left_to_a_person(text: str) -> None:
    def look(notes):
        said = notes[0].text
        pairs = (("1", "I"), ("I", "1"), ("VI", "6"))
        return [], [_planted(said, old, new) for old, new in pairs if f" {old} " in said]

    read = _read([text])
    plan = planned({"a.txt": text.encode()}, read, look, everything=True)
    assert [one.reason for one in plan.remarks] == ["what follows from it undoes it again"]
    done = _texts(read, plan)
    assert "VI" not in done[0]
    # and so it stays, whichever of the two it is
    again = _read(done)
    assert _texts(again, planned({"a.txt": _as_file(done)}, again, look, everything=True)) == done


def _edits(length: int) -> st.SearchStrategy[list[Edit]]:
    def apart(cuts: list[tuple[int, int, str]]) -> list[Edit]:
        made: list[Edit] = []
        for start, more, new in sorted(cuts):
            if not made or start > made[-1].end:
                made.append(Edit(start=start, end=min(length, start + more), new=new))
        return made

    one = st.tuples(st.integers(0, length), st.integers(0, 3), st.text("xyz", max_size=3))
    return st.lists(one, max_size=5).map(apart)


@settings(max_examples=400, deadline=None)
@given(st.data(), st.integers(0, 10))
def test_two_rounds_as_one_make_the_same(data, length: int) -> None:
    text = "abcdefghij"[:length]
    first = data.draw(_edits(length))
    between = edited(text, first)
    second = data.draw(_edits(len(between)))
    whole = composed(between, first, second)
    assert edited(text, [one.edit for one in whole]) == edited(between, second)
    # in order, apart, inside the text, and each edit of both rounds in one of them
    assert all(one.edit.end < other.edit.start for one, other in pairwise(whole))
    assert all(0 <= one.edit.start <= one.edit.end <= length for one in whole)
    assert [place for one in whole for place in one.first] == [*range(len(first))]
    assert [place for one in whole for place in one.second] == [*range(len(second))]
    # letters of the text before are found where they stood
    start = data.draw(st.integers(0, len(between)))
    end = data.draw(st.integers(start, len(between)))
    low, high = span_before(first, start, end)
    assert {letter for letter in between[start:end] if letter in text} <= set(text[low:high])


def _runs(data, text: str) -> str:
    """Write a text as runs, some of them in a link or put in by someone else."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=5)) | {0, len(text)})
    pieces = []
    for start, end in pairwise(cuts):
        run = f'<w:r><w:t xml:space="preserve">{text[start:end]}</w:t></w:r>'
        pieces.append(data.draw(st.sampled_from(_AROUND)).format(run))
    return "".join(pieces)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_plan_is_one_set_of_tracked_changes(word, oracle, data) -> None:
    texts = data.draw(st.lists(st.sampled_from(_MIXED), min_size=3, max_size=8))
    body, notes = "", ""
    for number, text in enumerate(texts, 1):
        body += f'<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>'
        notes += f'<w:footnote w:id="{number}"><w:p>{_runs(data, text)}</w:p></w:footnote>'
    file = word(body, footnotes=notes)
    read = read_bytes(file, "a.docx")
    plan = _planned(read)
    new = repaired(file, read, plan, date=_DATE)
    planned = [text for note, text in zip(read.notes, _texts(read, plan), strict=True) if note.kind == "footnote"]
    assert oracle.texts(new, _NOTES, accepted=True) == planned
    assert oracle.texts(new, _NOTES, accepted=False) == texts
