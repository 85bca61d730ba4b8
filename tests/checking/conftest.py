"""The examples of the rules, one file a rule in examples/, given to the tests that ask for them.

example: each in turn; failing_example: each that has findings; examples: all of them.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from sovcite.checking import Settings
from sovcite.checking.settings import Mode
from sovcite.model import Note

_FOLDER = Path(__file__).parent / "examples"
_NUMBERED = re.compile(r"\[([0-9]+)\] (.*)")
_STYLE = re.compile(r"\[style ([a-z-]+)\]$")


@frozen
class Example:
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
def _examples() -> list[Example]:
    files = sorted(_FOLDER.glob("C*.txt"))
    return [example for file in files for example in _read(file)]


def _read(file: Path) -> list[Example]:
    examples = []
    for block in re.split(r"\n\n(?=C[0-9]{3} )", file.read_text(encoding="utf-8").rstrip("\n")):
        lines = block.split("\n")
        stops = [place for place, line in enumerate(lines) if line == "."]
        assert len(stops) == 3, f"an example has three lines with a single stop: {lines[0]}"
        assert lines[0].startswith(f"{file.stem} "), f"{lines[0]} stands in {file.name}"
        notes = tuple(
            _note(line, place) for place, line in enumerate(lines[stops[0] + 1 : stops[1]], start=1)
        )
        examples.append(Example(lines[0], notes, tuple(lines[stops[1] + 1 : stops[2]])))
    return examples


def _note(line: str, place: int) -> Note:
    match = _NUMBERED.fullmatch(line)
    kind = "body" if line.startswith("{body} ") else "footnote"
    number = match[1] if match else str(place)
    return Note(text=match[2] if match else line.removeprefix("{body} "), kind=kind, number=number)



def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, wanted in (("example", _examples()), ("failing_example", [one for one in _examples() if one.findings])):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, wanted, ids=lambda example: example.title)


@pytest.fixture(scope="session")
def examples() -> list[Example]:
    return _examples()
