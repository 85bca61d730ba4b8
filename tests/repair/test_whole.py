"""Safe means proven over all notes: what a repair in one of them does to the short forms of the others."""

import pytest

from sovcite.checking import check
from sovcite.checking.proof import hold_together
from sovcite.manuscript import read_bytes
from sovcite.model import Diagnostic, Edit, Fix, Manuscript
from sovcite.repair import Change, Plan, plan_repairs, proven
from sovcite.repair.editing import edited
from sovcite.repair.proof import unproven
from sovcite.resolution import resolve

# no rule writes a book into a note: planted by hand, with no citation and no digit changed in its own note
_CITED = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13."
_LOOSE, _BOOK = "See 1990, 5.", "Petrov, Istoriia (Moscow, 1990), p. 5."


def _manuscript(*notes: str) -> Manuscript:
    return read_bytes("\n\n".join(notes).encode(), "a.txt")


def _finding(read: Manuscript, note: int, old: str, new: str, safety: str = "safe") -> Diagnostic:
    start = read.notes[note].text.index(old)
    return Diagnostic(
        code="C999", severity="warning", message="planted", note=note, start=start, end=start + len(old), raw=old,
        fix=Fix(edits=(Edit(start=start, end=start + len(old), new=new),), safety=safety),
    )  # fmt: skip


def _texts(read: Manuscript, plan: Plan) -> list[str]:
    edits = plan.edits()
    return [edited(note.text, edits.get(place, ())) for place, note in enumerate(read.notes)]


@pytest.mark.parametrize("short", ["Там же. Л. 14.", "Ibid., l. 14."])
def test_a_repair_that_turns_a_later_short_form_is_left(short: str) -> None:
    read = _manuscript(f"{_CITED} {_LOOSE}", short)
    plan = plan_repairs(read, [_finding(read, 0, _LOOSE, _BOOK)])
    assert not plan.changes
    assert [one.reason for one in plan.remarks] == ["the short form in note 2 would then not mean the same any more"]
    # without the short form nothing speaks against it
    read = _manuscript(f"{_CITED} {_LOOSE}", _CITED)
    assert len(plan_repairs(read, [_finding(read, 0, _LOOSE, _BOOK)]).changes) == 1


def test_the_others_are_made_all_the_same() -> None:
    wrong = "РГАСПИ. Ф. 17. Оп. 3. Д. 746Л. 3."
    read = _manuscript(wrong, f"{_CITED} {_LOOSE}", "Там же. Л. 14.", wrong, wrong)
    planted = _finding(read, 1, _LOOSE, _BOOK)
    plan = plan_repairs(read, [*check(read.notes), planted])
    assert [(one.note, one.code) for one in plan.changes] == [(0, "C001"), (3, "C001"), (4, "C001")]
    assert [one.code for one in plan.remarks if one.reason] == ["C999"]
    again = _manuscript(*_texts(read, plan))
    assert [one.citation for one in resolve(again.notes)] == [one.citation for one in resolve(read.notes)]


def test_the_reading_of_before_is_the_same_given_or_not() -> None:
    read = _manuscript(f"{_CITED} {_LOOSE}", "Там же. Л. 14.", "РГАСПИ. Ф. 17. Оп. 3. Д. 746Л. 3.")
    findings = [*check(read.notes), _finding(read, 0, _LOOSE, _BOOK)]
    assert plan_repairs(read, findings) == plan_repairs(read, findings, mentions=resolve(read.notes))


def test_what_the_author_decides_on_is_not_held_to_it_and_stands_in_no_way() -> None:
    # the range is turned round, and the short form means what it meant
    read = _manuscript("РГАСПИ. Ф. 17. Оп. 3. Д. 746Л. 47–42.", "Там же.")
    plan = plan_repairs(read, check(read.notes), everything=True)
    assert {one.code: one.safety for one in plan.changes} == {"C001": "safe", "C201": "ask"}
    assert _texts(read, plan)[0] == "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 42–47."
    # a book that the author wants is written, whatever Ibid. then means
    read = _manuscript(f"{_CITED} {_LOOSE}", "Там же. Л. 14.")
    planted = _finding(read, 0, _LOOSE, _BOOK, "ask")
    assert len(plan_repairs(read, [planted], everything=True).changes) == 1


def test_a_style_is_held_to_it_too() -> None:
    read = _manuscript(f"{_CITED} {_LOOSE}", "Там же. Л. 14.")
    (edit,) = _finding(read, 0, _LOOSE, _BOOK).fix.edits
    change = Change(
        note=0, code="style", start=edit.start, end=edit.end, old=_LOOSE, new=_BOOK, edits=(edit,), safety="safe"
    )
    plan = plan_repairs(read, (), [change])
    assert (plan.changes, [one.code for one in plan.remarks]) == ((), ["style"])


def test_what_is_left_of_a_plan_is_proven_anew() -> None:
    # the second writes out what the first takes from Ibid., but with stars that Markdown does not read as letters
    text = f"See.[^1] And.[^2]\n\n[^1]: {_CITED} {_LOOSE}\n\n[^2]: Там же. Л. 14.\n"
    read = read_bytes(text.encode(), "a.md")
    cited, short = (
        next(place for place, note in enumerate(read.notes) if words in note.text) for words in (_LOOSE, "Там же")
    )
    whole = "*ГАРФ*. Ф. 374. Оп. 27. Д. 1211"
    findings = [_finding(read, cited, _LOOSE, _BOOK), _finding(read, short, "Там же", whole)]
    changes = tuple(
        Change(note=one.note, code="C999", start=one.start, end=one.end, old=one.raw, new="", edits=one.fix.edits,
               safety="safe")
        for one in findings
    )  # fmt: skip
    plan = Plan(changes=changes)
    assert unproven(read.notes, changes) == []
    done = proven({read.source: text.encode()}, read, plan)
    assert done.changes == ()
    assert [(one.note, one.reason) for one in done.remarks] == [
        (short, "the text around it would then be read otherwise"),
        (cited, "the short form in footnote 2 would then not mean the same any more"),
    ]


def test_a_repair_that_only_a_later_one_makes_good_is_left_with_a_reason() -> None:
    read = _manuscript(f"{_CITED} {_LOOSE}", "Там же. Л. 14.", _CITED)
    # the third breaks all, so that the set is halved: the first does not hold by itself, and would with the second
    findings = [
        _finding(read, 0, _LOOSE, _BOOK),
        _finding(read, 1, "Там же", "ГАРФ. Ф. 374. Оп. 27. Д. 1211"),
        _finding(read, 2, _CITED, "374, 27, 1211, 13"),
    ]
    changes = [
        Change(note=one.note, code="C999", start=one.start, end=one.end, old=one.raw, new="", edits=one.fix.edits,
               safety="safe")
        for one in findings
    ]  # fmt: skip
    assert [(one.note, reason) for one, reason in unproven(read.notes, changes)] == [
        (0, "by itself it would change what is cited"),
        (2, "note 3 would then be read otherwise"),
    ]


def test_of_two_that_do_not_go_together_the_first_is_kept() -> None:
    def holds(some) -> bool:
        return not {"a", "d"} <= set(some)

    assert hold_together(list("abcd"), holds) == list("abc")
    assert hold_together(["a", "d"], holds) == ["a"]
    assert hold_together(list("abcd"), lambda some: not some) == []
