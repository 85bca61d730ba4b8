"""sovcite fix: manuscripts with their citations repaired."""

from pathlib import Path

import pytest

_WRONG = "ГАРФ. Ф. 374. Оп. 27. Д. 1211Л. 13."
_RIGHT = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13."
_REVERSED = "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42."


def test_a_file_into_another(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_WRONG, encoding="utf-8")
    done = run("fix", "ch.txt", "-o", "out.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == _RIGHT
    assert (tmp_path / "ch.txt").read_text(encoding="utf-8") == _WRONG
    assert done.stdout.decode().splitlines() == [
        "ch.txt, note 1: C001 repaired: '1211Л.' to '1211. Л.'",
        "ch.txt: 1 change (C001 ×1), 0 findings left to you",
    ]


def test_in_place(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_WRONG, encoding="utf-8")
    assert run("fix", "--in-place", "ch.txt").returncode == 0
    assert (tmp_path / "ch.txt").read_text(encoding="utf-8") == _RIGHT


def test_the_difference_writes_nothing(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(f"{_WRONG}\n", encoding="utf-8")
    done = run("fix", "--diff", "ch.txt")
    assert done.returncode == 0
    assert done.stdout.decode() == (
        f"--- ch.txt\n+++ ch.txt (repaired)\n@@ -1 +1 @@\n-{_WRONG}\n+{_RIGHT}\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["ch.txt"]


def test_what_is_left_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_REVERSED, encoding="utf-8")
    done = run("fix", "ch.txt", "-o", "out.txt")
    assert done.returncode == 0
    assert "ch.txt, note 1: C201 left to you: " in done.stdout.decode()
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == _REVERSED
    assert run("fix", "--all", "ch.txt", "-o", "out.txt").returncode == 0
    assert "Л. 42–47" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_style(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text("See ГАРФ, ф. 374, оп. 27, д. 1211, л. 13.", encoding="utf-8")
    done = run("fix", "--style", "gost", "ch.txt", "-o", "out.txt")
    assert done.returncode == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == f"See {_RIGHT}"


def test_several_files_go_into_a_folder(run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(_WRONG, encoding="utf-8")
    assert run("fix", "a.txt", "b.txt", "-o", "out").returncode == 0
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"a.txt", "b.txt"}


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_several_files_at_a_time_and_their_sum(run, tmp_path: Path, jobs: str) -> None:
    names = [f"{number}.txt" for number in range(1, 7)]
    for name in names:
        (tmp_path / name).write_text(_REVERSED if name == "2.txt" else _WRONG, encoding="utf-8")
    done = run("fix", "--in-place", "--jobs", jobs, *names)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert [line.partition(".txt")[0] for line in lines[:-1]] == [name[0] for name in names for _ in range(2)]
    assert lines[-1] == "6 files: 5 changes (C001 ×5), 1 finding left to you"
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in names]
    assert texts == [_RIGHT, _REVERSED, _RIGHT, _RIGHT, _RIGHT, _RIGHT]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_file_that_cannot_be_read_does_not_stop_the_others(run, tmp_path: Path, jobs: str) -> None:
    for name, text in (("a.txt", _WRONG), ("b.txt", ""), ("c.txt", _WRONG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("fix", "--diff", "--jobs", jobs, "a.txt", "b.txt", "c.txt")
    assert done.returncode == 2
    assert done.stdout.decode().count(f"+{_RIGHT}") == 2
    assert done.stderr.decode().splitlines() == [
        "a.txt: 1 change (C001 ×1), 0 findings left to you",
        "sovcite: b.txt: is empty",
        "c.txt: 1 change (C001 ×1), 0 findings left to you",
        "2 of 3 files: 2 changes (C001 ×2), 0 findings left to you",
    ]


def test_files_of_one_name_do_not_write_over_one_another(run, tmp_path: Path) -> None:
    for name in ("a/ch.txt", "b/ch.txt", "out/x"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(_WRONG, encoding="utf-8")
    done = run("fix", "a", "b", "-o", "out")
    assert done.returncode == 2
    assert b"two of the files have the same name" in done.stderr
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ch.txt",), "say where the result goes"),
        (("ch.txt", "-o", "ch.txt"), "write over it with --in-place"),
        (("ch.txt", "-o", "x", "--in-place"), "do not go together"),
        (("gone.txt", "-o", "x"), "gone.txt: no such file"),
        (("ch.txt", "-o", "gone/x"), "gone/x: cannot be written (no such file or directory)"),
        (("ch.txt", "-o", "x", "--style", "wild"), "no style has the id 'wild'"),
    ],
)
def test_what_cannot_be_done_exits_2(run, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "ch.txt").write_text(_WRONG, encoding="utf-8")
    done = run("fix", *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["ch.txt"]
    assert (tmp_path / "ch.txt").read_text(encoding="utf-8") == _WRONG


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04cut short", "is damaged or cut short"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(500), "is encrypted or an old .doc"),
        ("a.odt", b"text", "is not an OpenDocument file"),
        ("a.txt", b"\0\1\2", "is not text"),
        ("a.txt", b"", "is empty"),
    ],
)
def test_what_cannot_be_read_leaves_no_output(run, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "out").write_bytes(b"before")
    done = run("fix", name, "-o", "out")
    assert done.returncode == 2
    line = done.stderr.decode()
    assert line.startswith(f"sovcite: {name}: ")
    assert words in line
    assert line.count("\n") == 1
    assert (tmp_path / "out").read_bytes() == b"before"
    assert (tmp_path / name).read_bytes() == data
