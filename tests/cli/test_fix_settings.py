"""sovcite fix leaves alone what sovcite check is told not to look for: one definition, and real files."""

import json
from pathlib import Path

import pytest

_WRONG = "ГАРФ. Ф. 374. Оп. 27. Д. 1211Л. 13."
_RIGHT = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13."
_OTHER_WRONG = "РГАСПИ. Ф. 17. Оп. 3. Д. 746Л. 3."
_OTHER_RIGHT = "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3."
_ENGLISH = "GARF, f. 374, op. 27, d. 1211, l. 13."
_REVERSED = "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42."


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    file = tmp_path / "ch.txt"
    file.write_text(_WRONG, encoding="utf-8")
    return file


def _codes(run, *arguments: str) -> set[str]:
    done = run("check", "--output-format", "jsonl", *arguments)
    return {json.loads(line)["code"] for line in done.stdout.decode().splitlines()}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("sovcite.toml", '[check]\nignore = ["C001"]\n'),
        ("sovcite.toml", '[check]\nselect = ["C2"]\n'),
        ("sovcite.toml", '[check.rules]\nC001 = "off"\n'),
        ("pyproject.toml", '[tool.sovcite.check]\nignore = ["C0"]\n'),
    ],
)
def test_a_rule_that_is_off_is_not_repaired(run, chapter: Path, name: str, settings: str) -> None:
    (chapter.parent / name).write_text(settings, encoding="utf-8")
    assert "C001" not in _codes(run, "ch.txt")
    done = run("fix", "--in-place", "ch.txt")
    assert (done.returncode, done.stdout.decode()) == (0, "ch.txt: nothing to repair\n")
    assert chapter.read_text(encoding="utf-8") == _WRONG
    # and it is the settings that did it
    (chapter.parent / name).unlink()
    assert run("fix", "--in-place", "ch.txt").returncode == 0
    assert chapter.read_text(encoding="utf-8") == _RIGHT


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--ignore", "C001"), _WRONG),
        (("--select", "C2,C4"), _WRONG),
        (("--select", "C001"), _RIGHT),
        (("--config", "other.toml"), _WRONG),
    ],
)
def test_options_choose_the_rules(run, chapter: Path, options: tuple[str, ...], text: str) -> None:
    (chapter.parent / "other.toml").write_text('[check]\nignore = ["C001"]\n', encoding="utf-8")
    assert run("fix", "--in-place", *options, "ch.txt").returncode == 0
    assert chapter.read_text(encoding="utf-8") == text


def test_each_file_has_the_settings_beside_it(run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ch.txt").write_text(_WRONG, encoding="utf-8")
    (tmp_path / "a" / "sovcite.toml").write_text('[check]\nignore = ["C001"]\n', encoding="utf-8")
    assert run("fix", "--in-place", "--jobs", "2", "a/ch.txt", "b/ch.txt").returncode == 0
    texts = [(tmp_path / folder / "ch.txt").read_text(encoding="utf-8") for folder in ("a", "b")]
    assert texts == [_WRONG, _RIGHT]


@pytest.mark.parametrize(
    ("comment", "first", "second"),
    [
        ("<!-- sovcite: ignore C001 -->", _WRONG, _OTHER_RIGHT),
        ("<!-- sovcite: ignore -->", _WRONG, _OTHER_RIGHT),
        ("<!-- sovcite: ignore-file C001 -->", _WRONG, _OTHER_WRONG),
        ("<!-- sovcite: ignore C201 -->", _RIGHT, _OTHER_RIGHT),
    ],
)
def test_a_silenced_note_is_not_repaired(run, tmp_path: Path, comment: str, first: str, second: str) -> None:
    written = "See.[^1] And.[^2]\n\n[^1]: {} " + comment + "\n\n[^2]: {}\n"
    file = tmp_path / "ch.md"
    file.write_text(written.format(_WRONG, _OTHER_WRONG), encoding="utf-8")
    assert run("fix", "--in-place", "ch.md").returncode == 0
    assert file.read_text(encoding="utf-8") == written.format(first, second)
    # what check says then is what it said before, less what was repaired
    assert "C001" not in _codes(run, "ch.md")


def test_what_a_baseline_knows_is_left(run, chapter: Path) -> None:
    assert run("check", "--baseline", "known.json", "--update-baseline", "ch.txt").returncode == 0
    chapter.write_text(f"{_WRONG}\n\n{_OTHER_WRONG}\n", encoding="utf-8")
    assert run("fix", "--baseline", "known.json", "--in-place", "ch.txt").returncode == 0
    assert chapter.read_text(encoding="utf-8") == f"{_WRONG}\n\n{_OTHER_RIGHT}\n"
    assert run("check", "--baseline", "known.json", "ch.txt").returncode == 0


@pytest.mark.parametrize("option", [(), ("--default-repository", "tsga-spb")], ids=["settings", "option"])
def test_a_default_repository_counts(run, chapter: Path, option: tuple[str, ...]) -> None:
    chapter.write_text("ЦГА. Ф. 1. Оп. 2. Д. 3. Л. 4.", encoding="utf-8")
    assert b"C302 left to you" in run("fix", "--diff", "ch.txt").stderr
    if not option:
        (chapter.parent / "sovcite.toml").write_text('default_repository = ["tsga-spb"]\n', encoding="utf-8")
    assert b"C302" not in run("fix", "--diff", *option, "ch.txt").stderr


def test_what_is_left_is_what_check_says(run, chapter: Path) -> None:
    chapter.write_text(f"{_OTHER_WRONG}\n\n{_REVERSED}\n", encoding="utf-8")
    (chapter.parent / "sovcite.toml").write_text('[check]\nignore = ["C201"]\n', encoding="utf-8")
    done = run("fix", "--all", "--in-place", "ch.txt")
    assert done.stdout.decode().splitlines()[-1].startswith("ch.txt: 1 change (C001 ×1)")
    assert chapter.read_text(encoding="utf-8") == f"{_OTHER_RIGHT}\n\n{_REVERSED}\n"


def test_a_style_is_not_undone_by_what_the_manuscript_does_most(run, chapter: Path) -> None:
    commas = "ГАРФ, ф. 374, оп. 27, д. 1211, л. {}."
    gost = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. {}."
    chapter.write_text("\n\n".join([gost.format(1), *map(commas.format, range(2, 7))]), encoding="utf-8")
    assert run("fix", "--style", "gost", "--in-place", "ch.txt").returncode == 0
    assert chapter.read_text(encoding="utf-8") == "\n\n".join(map(gost.format, range(1, 7)))


@pytest.mark.parametrize(
    ("settings", "options", "said"),
    [
        ('[check]\nignroe = ["C001"]\n', (), b"sovcite: sovcite.toml: check: key 'ignroe' unknown"),
        ("", ("--ignore", "C9"), b"sovcite: --ignore: no rule has the code 'C9'"),
        ("", ("--config", "none.toml"), b"sovcite: none.toml: cannot be read"),
        ("", ("--baseline", "none.json"), b"sovcite: none.json: cannot be read"),
    ],
)
def test_wrong_settings_are_named_and_nothing_is_written(
    run, chapter: Path, settings: str, options: tuple[str, ...], said: bytes
) -> None:
    (chapter.parent / "sovcite.toml").write_text(settings, encoding="utf-8")
    done = run("fix", "--in-place", *options, "ch.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(said)
    assert done.stderr.count(b"\n") == 1
    assert chapter.read_text(encoding="utf-8") == _WRONG


@pytest.mark.parametrize(
    ("comment", "texts"),
    [
        ("<!-- sovcite: ignore -->", (_ENGLISH, _RIGHT)),
        ("<!-- sovcite: ignore-file -->", (_ENGLISH, _ENGLISH)),
        # a code silences a rule, and no style
        ("<!-- sovcite: ignore C001 -->", (_RIGHT, _RIGHT)),
    ],
)
def test_a_comment_without_codes_holds_back_a_style(run, tmp_path: Path, comment: str, texts: tuple[str, str]) -> None:
    file = tmp_path / "ch.md"
    file.write_text(f"{_ENGLISH} {comment}\n\n{_ENGLISH}\n", encoding="utf-8")
    assert run("fix", "--style", "gost", "--in-place", "ch.md").returncode == 0
    assert file.read_text(encoding="utf-8") == f"{texts[0]} {comment}\n\n{texts[1]}\n"
