"""The examples of the rules: what each finds, what it passes over, and that its repairs hold."""

from itertools import groupby

import pytest

from sovcite.checking import RULES, Rule, Settings, check
from sovcite.model import Diagnostic, Note


def _shown(finding: Diagnostic) -> str:
    # the closing stop of "Ibid." belongs to it, that of "Там же." ends a sentence: neither is tested here
    return _compared(f"{finding.note + 1} {finding.code} {finding.severity} {finding.raw}")


def _compared(line: str) -> str:
    return " ".join(line.replace("\u00a0", " ").split()).rstrip(".")


def test_example(example) -> None:
    found = check(example.notes, example.settings)
    assert [_shown(one) for one in found] == [_compared(line) for line in example.findings]
    for one in found:
        assert one.raw == example.notes[one.note].text[one.start : one.end]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_examples(rule: Rule, examples) -> None:
    mine = [example for example in examples if example.code == rule.code]
    failing = [line for example in mine for line in example.findings if f" {rule.code} " in line]
    passing = [note for example in mine if not example.findings for note in example.notes]
    assert len(failing) >= 3
    assert len(passing) >= 3


def _mend(note: Note, findings: list[Diagnostic]) -> Note:
    text = note.text
    edits = [edit for one in findings if one.fix for edit in one.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return Note(text=text, kind=note.kind, number=note.number)


def test_a_swap_of_the_ends_mends_a_reversed_range() -> None:
    note = Note(text="GARF, f. 3316, op. 43, d. 911, ll. 57ob.–19")
    (finding,) = check([note], Settings(select=("C201",)))
    assert finding.fix
    assert finding.fix.safety == "ask"
    assert _mend(note, [finding]).text == "GARF, f. 3316, op. 43, d. 911, ll. 19–57ob."


def test_findings_come_in_reading_order(examples) -> None:
    notes = [note for example in examples for note in example.notes]
    places = [(one.note, one.start) for one in check(notes)]
    assert places == sorted(places)


def test_messages_are_lower_case_without_a_stop(example) -> None:
    for one in check(example.notes):
        assert one.message[0].islower() or one.message[0] == "'"
        assert not one.message.endswith(".")
        assert "{" not in one.message


def test_families_are_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert [family for family, _ in groupby(code[1] for code in codes)] == ["0", "1", "2", "3", "4", "5"]


def test_nothing_to_check() -> None:
    assert check([]) == []
    assert check([Note(text="")]) == []
