"""Safe means proven: what a safe repair writes is read as the same citations, and twice is once."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sovcite.checking import RULES, check
from sovcite.checking.proof import in_order, proves, repair, repaired_notes, written
from sovcite.model import Diagnostic, Edit, Fix, Note
from sovcite.resolution import resolve


def _found(code: str, text: str, old: str, new: str) -> Diagnostic:
    start = text.index(old)
    edits = (Edit(start=start, end=start + len(old), new=new),)
    return Diagnostic(
        code=code, severity="warning", message="made", note=0, start=start, end=start + len(old), raw=old,
        fix=Fix(edits=edits, safety="safe"),
    )  # fmt: skip


def test_repairs_leave_every_citation_as_it_was(failing_example) -> None:
    example = failing_example
    done = repair(example.notes, example.settings)
    before = [mention.citation for mention in resolve(example.notes)]
    assert [mention.citation for mention in resolve(done.notes)] == before
    again = repair(done.notes, example.settings)
    assert (again.notes, again.done) == (done.notes, ())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.fix == "safe"], ids=lambda rule: rule.code)
def test_each_rule_with_safe_repairs_makes_one(rule, examples) -> None:
    mine = [example for example in examples if example.code == rule.code]
    done = [one for example in mine for one in repair(example.notes, example.settings).done]
    assert {one.code for one in done} == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_offers_more_than_its_row_says(rule, examples) -> None:
    allowed = {"safe": {"safe", "ask"}, "ask": {"ask"}, "none": set()}[rule.fix]
    mine = [example for example in examples if example.code == rule.code]
    found = [one for example in mine for one in check(example.notes, example.settings)]
    assert {one.fix.safety for one in found if one.fix} <= allowed


def test_a_repair_that_changes_a_number_is_refused() -> None:
    note = Note(text="GARF, f. 374, op. 27, d. 1211, l. 13")
    assert not proves([note], [_found("C001", note.text, "1211", "1210")])
    assert proves([note], [_found("C001", note.text, ", l. ", ", ll. ")])


def test_a_repair_that_changes_a_digit_beside_a_citation_is_refused() -> None:
    note = Note(text="GARF, f. 374, op. 27, d. 1211, l. 13, of 1927")
    assert not proves([note], [_found("C001", note.text, "of 1927", "of 1928")])


def test_a_repair_that_makes_or_loses_a_citation_is_refused() -> None:
    note = Note(text="GARF, f. 374, op. 27, d. 1211, l. 13 and much else")
    assert not proves([note], [_found("C001", note.text, "much else", "RGASPI, f. 17, op. 3")])
    assert not proves([note], [_found("C001", note.text, "GARF, f. 374, op. 27, d. 1211, l. 13", "See")])


def test_a_repair_that_turns_a_later_short_form_is_refused() -> None:
    notes = [Note(text="GARF, f. 374, op. 27, d. 1211, l. 13. Secret."), Note(text="Ibid., l. 14")]
    assert not proves(notes, [_found("C001", notes[0].text, "Secret.", "Petrov, Istoriia (Moscow, 1990), p. 5")])


def test_of_two_that_overlap_the_first_goes_first() -> None:
    text = "GARF, f. 374, op. 27"
    first, second = _found("C408", text, ", f. ", ". f. "), _found("C405", text, "f. 374", "F. 374")
    other = _found("C405", text, "27", "27 ")
    assert in_order([other, second, first]) == [first, other]


def test_the_repairs_of_a_whole_list_of_faults_come_to_rest(examples) -> None:
    notes = [note for example in examples for note in example.notes]
    done = repair(notes)
    assert repair(done.notes).done == ()
    assert len(done.done) > 20
    before = [mention.citation for mention in resolve(notes)]
    assert [mention.citation for mention in resolve(done.notes)] == before


@given(st.text("ab", max_size=12), st.randoms(use_true_random=False))
def test_edits_are_written_in_any_order(text: str, chance: random.Random) -> None:
    edits = [Edit(start=place, end=place + 1, new=str(place)) for place in range(0, len(text), 2)]
    expected = "".join(str(place) if place % 2 == 0 else letter for place, letter in enumerate(text))
    chance.shuffle(edits)
    assert written(text, edits) == expected


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_notes_are_checked_and_repaired_without_harm(examples, data: st.DataObject) -> None:
    known = [note for example in examples for note in example.notes]
    notes = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=8))
    place = data.draw(st.integers(0, len(notes) - 1))
    text = notes[place].text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 4)))
    new = data.draw(st.sampled_from(["", " ", "\n", "д. 5, ", "Ibid., ", "ГAРФ ", "🙂", "(", "7"]))
    notes[place] = Note(text=text[:start] + new + text[end:], kind="footnote", number="1")
    for one in check(notes):
        assert 0 <= one.start <= one.end <= len(notes[one.note].text)
        assert one.raw == notes[one.note].text[one.start : one.end]
    done = repair(notes)
    assert [m.citation for m in resolve(done.notes)] == [m.citation for m in resolve(notes)]
    assert repair(done.notes).notes == done.notes


def test_what_is_not_repaired_stays_letter_by_letter(examples) -> None:
    notes = [note for example in examples for note in example.notes]
    assert repaired_notes(notes, []) == tuple(notes)
