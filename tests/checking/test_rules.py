"""The examples of the rules: what each finds, what it passes over, and that its repairs hold."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from attrs import frozen

from sovcite.checking import RULES, Rule, Settings, check
from sovcite.checking.settings import Mode
from sovcite.model import Diagnostic, Note

_FOLDER = Path(__file__).parent / "examples"
_NUMBERED = re.compile(r"\[([0-9]+)\] (.*)")
_STYLE = re.compile(r"\[style ([a-z-]+)\]$")


@frozen
class _Example:
    title: str
    notes: tuple[Note, ...]
    findings: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.title[:4]

    @property
    def settings(self) -> Settings:
        style = _STYLE.search(self.title)
        modes: dict[str, Mode] = {self.code: "style"} if style else {}
        return Settings(select=(self.code,), modes=modes, style=style[1] if style else None)


@cache
def _examples() -> list[_Example]:
    files = sorted(_FOLDER.glob("C*.txt"))
    return [example for file in files for example in _read(file)]


def _read(file: Path) -> list[_Example]:
    examples = []
    for block in re.split(r"\n\n(?=C[0-9]{3} )", file.read_text(encoding="utf-8").rstrip("\n")):
        lines = block.split("\n")
        stops = [place for place, line in enumerate(lines) if line == "."]
        assert len(stops) == 3, f"an example has three lines with a single stop: {lines[0]}"
        assert lines[0].startswith(f"{file.stem} "), f"{lines[0]} stands in {file.name}"
        notes = tuple(
            _note(line, place) for place, line in enumerate(lines[stops[0] + 1 : stops[1]], start=1)
        )
        examples.append(_Example(lines[0], notes, tuple(lines[stops[1] + 1 : stops[2]])))
    return examples


def _note(line: str, place: int) -> Note:
    match = _NUMBERED.fullmatch(line)
    kind = "body" if line.startswith("{body} ") else "footnote"
    number = match[1] if match else str(place)
    return Note(text=match[2] if match else line.removeprefix("{body} "), kind=kind, number=number)


def _shown(finding: Diagnostic) -> str:
    # the closing stop of "Ibid." belongs to it, that of "Там же." ends a sentence: neither is tested here
    return _compared(f"{finding.note + 1} {finding.code} {finding.severity} {finding.raw}")


def _compared(line: str) -> str:
    return " ".join(line.replace("\u00a0", " ").split()).rstrip(".")


@pytest.mark.parametrize("example", _examples(), ids=lambda example: example.title)
def test_example(example: _Example) -> None:
    found = check(example.notes, example.settings)
    assert [_shown(one) for one in found] == [_compared(line) for line in example.findings]
    for one in found:
        assert one.raw == example.notes[one.note].text[one.start : one.end]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_examples(rule: Rule) -> None:
    mine = [example for example in _examples() if example.code == rule.code]
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
