"""sovcite check with its options, and sovcite explain."""

import csv
import io
import json
from pathlib import Path

import pytest

_FAULTY = "RGASPI f. 17 op. 21 d. 3075l. 47-42.\n"


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    file = tmp_path / "ch.txt"
    file.write_text(_FAULTY, encoding="utf-8")
    return file


def _codes(done) -> list[str]:
    return [json.loads(line)["code"] for line in done.stdout.decode("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "C2"), ["C201"]),
        (("--select", "C001,C3"), ["C001"]),
        (("--ignore", "C0", "--ignore", "C2"), []),
        (("--style", "english", "--select", "C0,C2,C405"), ["C001", "C201", "C405"]),
    ],
)
def test_options_choose_the_rules(run, chapter: Path, options: tuple[str, ...], codes: list[str]) -> None:
    done = run("check", "--output-format", "jsonl", *options, chapter.name)
    assert _codes(done) == codes
    assert done.returncode == (1 if codes else 0)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "C9"), b"sovcite: --select: no rule has the code 'C9'"),
        (("--style", "gots"), b"sovcite: no style has the id 'gots'; nearest is 'gost'"),
        (("--config", "none.toml"), b"sovcite: none.toml: cannot be read"),
        (("--baseline", "none.json"), b"sovcite: none.json: cannot be read"),
        (("--update-baseline",), b"sovcite: --update-baseline needs --baseline FILE"),
    ],
)
def test_a_wrong_option_is_named_in_one_line(run, chapter: Path, options: tuple[str, ...], said: bytes) -> None:
    done = run("check", *options, chapter.name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(said)
    assert done.stderr.count(b"\n") == 1


def test_settings_stand_beside_the_manuscript(run, chapter: Path, tmp_path: Path) -> None:
    (tmp_path / "sovcite.toml").write_text('[check]\nignore = ["C001"]\n', encoding="utf-8")
    assert _codes(run("check", "--output-format", "jsonl", chapter.name)) == ["C201"]
    (tmp_path / "sovcite.toml").write_text('[check]\nignroe = ["C001"]\n', encoding="utf-8")
    done = run("check", chapter.name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"sovcite: sovcite.toml: check: key 'ignroe' unknown; nearest is 'ignore'\n"


def test_settings_may_stand_in_pyproject(run, chapter: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sovcite.check]\nignore = ["C2"]\n', encoding="utf-8")
    assert _codes(run("check", "--output-format", "jsonl", chapter.name)) == ["C001"]
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert _codes(run("check", "--output-format", "jsonl", chapter.name)) == ["C001", "C201"]


def test_a_baseline_is_written_and_used(run, chapter: Path, tmp_path: Path) -> None:
    done = run("check", "--baseline", "known.json", "--update-baseline", chapter.name)
    assert (done.returncode, done.stdout) == (0, b"known.json: findings known from now on: 2\n")
    assert run("check", "--baseline", "known.json", chapter.name).returncode == 0
    chapter.write_text(f"RGASPI f. 558 op. 11 d. 1211 ll. 33-13.\n\n{_FAULTY}", encoding="utf-8")
    done = run("check", "--baseline", "known.json", "--output-format", "jsonl", chapter.name)
    assert (done.returncode, _codes(done)) == (1, ["C201"])
    (tmp_path / "known.json").write_bytes(b"\xff")
    assert run("check", "--baseline", "known.json", chapter.name).returncode == 2


@pytest.mark.parametrize("output", ["json", "sarif", "github", "csv", "html"])
def test_outputs_are_whole_and_the_exit_code_is_the_same(run, chapter: Path, output: str) -> None:
    done = run("check", "--output-format", output, chapter.name, "gone.txt")
    assert done.returncode == 2
    text = done.stdout.decode("utf-8")
    assert run("check", "--output-format", output, chapter.name).stdout.decode("utf-8") == text
    if output in ("json", "sarif"):
        assert json.loads(text)
    elif output == "csv":
        assert [row["code"] for row in csv.DictReader(io.StringIO(text))] == ["C001", "C201"]
    elif output == "html":
        assert text.startswith("<!DOCTYPE html>")
        assert text.rstrip().endswith("</html>")
    else:
        assert text.startswith("::warning file=ch.txt,title=C001::")


def test_a_file_with_a_strange_name_is_reported_in_every_output(run, tmp_path: Path) -> None:
    name = "глава \udcff.txt"
    (tmp_path / name).write_text(_FAULTY, encoding="utf-8")
    for output in ("text", "jsonl", "json", "sarif", "github", "csv", "html"):
        done = run("check", "--output-format", output, name)
        assert (done.returncode, done.stderr) == (1, b""), output


def test_explain_prints_the_page_of_a_rule(run) -> None:
    done = run("explain", "c201", "C404")
    assert done.returncode == 0
    text = done.stdout.decode("utf-8")
    assert text.startswith("# C201 leaf-range-reversed\n")
    assert "\n# C404 verso-ways\n" in text
    assert "## Why" in text


def test_explain_says_what_is_nearest(run) -> None:
    done = run("explain", "D404")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"sovcite: no rule has the code 'D404'; nearest is 'C404'\n"
