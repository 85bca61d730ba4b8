"""sovcite format: citations in a style."""

import pytest

_CITATION = "GARF f. 374 op. 27 d. 1211 ll. 13, 33"


@pytest.fixture
def styles(run) -> list[str]:
    return [line.split()[0] for line in run("format", "--list").stdout.decode().splitlines()]


def test_list_shows_the_styles(styles: list[str]) -> None:
    assert len(styles) >= 3


def test_a_string(run, styles: list[str]) -> None:
    for style in styles:
        done = run("format", "--style", style, _CITATION)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"1211" in done.stdout


def test_lines_of_standard_input(run) -> None:
    for arguments in (("format",), ("format", "-")):
        done = run(*arguments, given=f"{_CITATION}\r\n\r\n{_CITATION}")
        assert (done.returncode, done.stderr) == (0, b"")
        first, blank, last = done.stdout.decode().split("\n")[:3]
        assert first == last != _CITATION
        assert blank == ""


def test_bad_input_loses_nothing(run) -> None:
    done = run("format", given=f"no citation \xa0here\n{_CITATION}\n")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("no citation \xa0here\n")
    assert done.stdout.count(b"\n") == 2
    assert done.stderr.decode().startswith("sovcite: line 1: ")


def test_bytes_that_are_no_utf8(run) -> None:
    done = run("format", given=b"\xff\xfe\n")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_an_unknown_style(run) -> None:
    done = run("format", "--style", "nonsense", _CITATION)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"sovcite: ")
    assert done.stderr.count(b"\n") == 1
