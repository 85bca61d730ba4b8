"""The examples of the rules: what each finds, what it passes over, and that its repairs hold."""

import re
from itertools import groupby
from pathlib import Path

import pytest
from attrs import frozen

from sovcite.checking import RULES, Rule, check
from sovcite.model import Diagnostic, Note

_NUMBERED = re.compile(r"\[([0-9]+)\] (.*)")


@frozen
class _Example:
    title: str
    notes: tuple[Note, ...]
    findings: tuple[str, ...]


def _examples() -> list[_Example]:
    text = (Path(__file__).parent / "rules.txt").read_text(encoding="utf-8")
    _, *blocks = re.split(r"\n\n(?=C[0-9]{3} )", text.rstrip("\n"))
    examples = []
    for block in blocks:
        lines = block.split("\n")
        stops = [place for place, line in enumerate(lines) if line == "."]
        assert len(stops) == 3, f"an example has three lines with a single stop: {lines[0]}"
        notes = tuple(
            _note(line, place) for place, line in enumerate(lines[stops[0] + 1 : stops[1]], start=1)
        )
        examples.append(_Example(lines[0], notes, tuple(lines[stops[1] + 1 : stops[2]])))
    return examples


def _note(line: str, place: int) -> Note:
    match = _NUMBERED.fullmatch(line)
    return Note(text=match[2] if match else line, kind="footnote", number=match[1] if match else str(place))


def _shown(finding: Diagnostic) -> str:
    # the closing stop of "Ibid." belongs to it, that of "Там же." ends a sentence: neither is tested here
    return f"{finding.note + 1} {finding.code} {finding.severity} {finding.raw}".rstrip(".")


@pytest.mark.parametrize("example", _examples(), ids=lambda example: example.title)
def test_example(example: _Example) -> None:
    found = check(example.notes)
    assert [_shown(one) for one in found] == [line.rstrip(".") for line in example.findings]
    for one in found:
        assert one.raw == example.notes[one.note].text[one.start : one.end]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_examples(rule: Rule) -> None:
    mine = [example for example in _examples() if example.title.startswith(rule.code)]
    failing = [line for example in mine for line in example.findings if f" {rule.code} " in line]
    passing = [note for example in mine if not example.findings for note in example.notes]
    assert len(failing) >= 3
    assert len(passing) >= 3


@pytest.mark.parametrize("example", [e for e in _examples() if e.findings], ids=lambda example: example.title)
def test_safe_repairs_change_no_citation(example: _Example) -> None:
    from sovcite.resolution import survey

    found = check(example.notes)
    safe = [one for one in found if one.fix and one.fix.safety == "safe"]
    mended = tuple(
        _mend(note, [one for one in safe if one.note == place]) for place, note in enumerate(example.notes)
    )
    before, after = survey(example.notes)[0], survey(mended)[0]
    assert [mention.citation for mention in before] == [mention.citation for mention in after]
    assert {one.code for one in check(mended)} == {one.code for one in found} - {one.code for one in safe}


def _mend(note: Note, findings: list[Diagnostic]) -> Note:
    text = note.text
    edits = [edit for one in findings if one.fix for edit in one.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return Note(text=text, kind=note.kind, number=note.number)


def test_a_swap_of_the_ends_mends_a_reversed_range() -> None:
    note = Note(text="GARF, f. 3316, op. 43, d. 911, ll. 57ob.–19")
    (finding,) = check([note])
    assert finding.fix
    assert finding.fix.safety == "ask"
    assert _mend(note, [finding]).text == "GARF, f. 3316, op. 43, d. 911, ll. 19–57ob."


def test_findings_come_in_reading_order() -> None:
    notes = [note for example in _examples() for note in example.notes]
    places = [(one.note, one.start) for one in check(notes)]
    assert places == sorted(places)


def test_messages_are_lower_case_without_a_stop() -> None:
    for example in _examples():
        for one in check(example.notes):
            assert one.message[0].islower() or one.message[0] == "'"
            assert not one.message.endswith(".")


def test_families_are_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert [family for family, _ in groupby(code[1] for code in codes)] == ["0", "1", "2", "3", "4", "5"]


def test_nothing_to_check() -> None:
    assert check([]) == []
    assert check([Note(text="")]) == []
