"""sovcite format: citations in a style."""

import pytest

_CITATION = "GARF f. 374 op. 27 d. 1211 ll. 13, 33"


@pytest.fixture
def styles(run) -> list[str]:
    return [line.split()[0] for line in run("styles").stdout.decode().splitlines()]


def test_the_list_is_that_of_the_command_styles(run, styles: list[str]) -> None:
    assert len(styles) >= 25
    assert run("format", "--list").stdout == run("styles").stdout


def test_a_string(run) -> None:
    printed = [("english", "GARF, f. 374, op. 27, d. 1211, ll. 13, 33"), ("dot", "GARF 374.27.1211.13,33")]
    for style, expected in printed:
        done = run("format", "--style", style, _CITATION)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode() == f"{expected}\n"


@pytest.mark.parametrize(
    ("style", "script", "expected"),
    [
        ("gost", "latin", "GARF. F. 374. Op. 27. D. 1211. L. 13, 33"),
        ("gost", "cyrillic", "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13, 33"),
        ("english", "cyrillic", "ГАРФ, ф. 374, оп. 27, д. 1211, лл. 13, 33"),
    ],
)
def test_the_other_letters(run, style: str, script: str, expected: str) -> None:
    done = run("format", "--style", style, "--script", script, _CITATION)
    assert (done.returncode, done.stderr, done.stdout.decode()) == (0, b"", f"{expected}\n")


def test_a_file_of_lines(run, tmp_path) -> None:
    (tmp_path / "notes.txt").write_bytes(f"\ufeff{_CITATION}\r\n\r\nno citation\r\n".encode())
    done = run("format", "--file", "notes.txt", "--style", "english", _CITATION)
    assert done.returncode == 1
    printed = "GARF, f. 374, op. 27, d. 1211, ll. 13, 33"
    assert done.stdout.decode().split("\n") == [printed, printed, "", "no citation", ""]
    assert done.stderr.decode().startswith("sovcite: notes.txt, line 3: no citation in 'no citation'")


def test_a_file_that_cannot_be_read(run, tmp_path) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\xff")
    for file, reason in [("absent.txt", "no such file"), ("bytes.txt", "is not text")]:
        done = run("format", "--file", file)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith(f"sovcite: {file}: ")
        assert reason in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1


def test_a_style_of_ones_own(run, tmp_path) -> None:
    shown = run("styles", "show", "english")
    assert shown.returncode == 0
    changed = shown.stdout.replace(b'"ll. {}"', b'"l. {}"').replace("–".encode(), b"-")
    assert changed != shown.stdout
    (tmp_path / "mine.toml").write_bytes(changed)
    done = run("format", "--style", "mine.toml", _CITATION, "RGASPI f. 17 op. 3 d. 746 ll. 3-4")
    assert done.stderr == b""
    assert done.stdout.decode().splitlines()[1] == "RGASPI, f. 17, op. 3, d. 746, l. 3-4"


def test_a_style_with_a_mistake(run, tmp_path) -> None:
    (tmp_path / "mine.toml").write_text('based_on = "gots"\n')
    done = run("format", "--style", "mine.toml", _CITATION)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "sovcite: style mine.toml: based_on is 'gots', which is the id of no style; nearest is 'gost'\n"
    )
    done = run("format", "--style", "absent.toml", _CITATION)
    assert done.stderr.decode() == "sovcite: style absent.toml cannot be read (no such file or directory)\n"


def test_show_names_the_nearest_style(run) -> None:
    done = run("styles", "show", "chicgo")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "sovcite: no style has the id 'chicgo'; nearest is 'chicago'\n"


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
