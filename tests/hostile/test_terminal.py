"""Escape codes and turned writing in a manuscript never reach a terminal through what sovcite prints for people."""

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from sovcite.cli.group import group

_ESCAPES = {
    "colour": "\x1b[31m",
    "clear the screen": "\x1b[2J",
    "title of the window": "\x1b]0;x\x07",
    "clipboard": "\x1b]52;c;eA==\x07",
    "C1": "\x9b31m",
    "backspaces": "\b\b\b",
    "right to left": "\N{RIGHT-TO-LEFT OVERRIDE}",
    "isolate": "\N{RIGHT-TO-LEFT ISOLATE}",
}
_CITATIONS = (
    "RGASPI f. 17 op. 21 d. 3075l. 21",
    "ГАРФ. Ф. 5. Оп. 1. Д. 3. Л. 40 41",
    'Архив "Память". Ф. 5. Оп. 1',
    "GARF f. 5 op. d. 7",
)


def _shows_controls(printed: str) -> str:
    return "".join(sorted({repr(letter) for letter in printed if letter != "\n" and _is_control(letter)}))


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" or unicodedata.bidirectional(letter) in ("RLO", "LRO", "RLI", "LRI")


@pytest.mark.parametrize("code", _ESCAPES.values(), ids=_ESCAPES)
@pytest.mark.parametrize("command", [["find", "--level", "lenient"], ["check"]], ids=["find", "check"])
def test_manuscripts(command: list[str], code: str, tmp_path: Path) -> None:
    notes = [
        citation[:place] + code + citation[place:] for citation in _CITATIONS for place in range(len(citation) + 1)
    ]
    (tmp_path / "a.txt").write_text("\n\n".join(notes), encoding="utf-8")
    # as on a terminal: where there is none, click takes colours out by itself
    done = CliRunner().invoke(group, [*command, str(tmp_path / "a.txt")], color=True)
    assert not isinstance(done.exception, Exception)
    assert "op. 1" in done.output or "Оп. 1" in done.output or "C001" in done.output
    assert _shows_controls(done.output) == ""


@pytest.mark.parametrize("code", _ESCAPES.values(), ids=_ESCAPES)
def test_the_words_of_an_error(code: str) -> None:
    for citation in _CITATIONS:
        for place in range(0, len(citation) + 1, 3):
            given = citation[:place] + code + citation[place:] + " op."
            done = CliRunner().invoke(group, ["parse", given], color=True)
            assert done.exit_code in (0, 1)
            assert _shows_controls(done.output) == ""
            assert _shows_controls(str(done.exception or "")) == ""
