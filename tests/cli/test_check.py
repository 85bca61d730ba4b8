"""sovcite check: findings, exit codes, files that cannot be read."""

import json
from pathlib import Path

import pytest

_CLEAN = "RGASPI f. 17 op. 85 d. 289 ll. 57, 60.\n"
_FAULTY = "RGASPI f. 17 op. 21 d. 3075l. 47-42.\n"
_HINT = "AGTsTM, f. 454, op. 1, d. 1004, l. 2\n"


def test_nothing_found(run) -> None:
    done = run("check", "-", given=_CLEAN)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "no findings in 1 note, 1 citation\n"


def test_findings_are_quoted_with_a_caret(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_FAULTY, encoding="utf-8")
    done = run("check", "ch.txt")
    assert done.returncode == 1
    blocks = done.stdout.decode().split("\n\n")
    # the findings of one note stand together
    head, line, caret = blocks[0].split("\n")[3:]
    assert head.startswith("ch.txt, ")
    assert ": C201 leaf range reversed: '47-42'" in head
    assert line[caret.index("^") : caret.rindex("^") + 1] == "47-42"
    assert blocks[-1] == "2 findings in 1 note: C001 ×1, C201 ×1\n"


def test_hints_alone_leave_the_exit_code_at_0(run) -> None:
    done = run("check", "-", given=_HINT)
    assert done.returncode == 0
    assert ": C301 hint: repository 'AGTsTM'" in done.stdout.decode()


def test_findings_as_lines(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_FAULTY, encoding="utf-8")
    done = run("check", "--output-format", "jsonl", "ch.txt")
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [record["code"] for record in records] == ["C001", "C201"]
    for record in records:
        assert record["source"] == "ch.txt"
        assert {"note", "start", "end", "raw", "severity", "message"} <= set(record)
        assert _FAULTY[record["start"] : record["end"]] == record["raw"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gone.txt", None),
        ("empty.txt", b""),
        ("blank.md", b" \n\n"),
        ("binary.txt", bytes(range(256))),
        ("false.docx", b"no word file"),
        ("empty.docx", b""),
    ],
)
def test_what_cannot_be_read_gets_one_line(run, tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("check", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"sovcite: ")
    assert name.encode() in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_folder_is_no_manuscript(run, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    done = run("check", "notes")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_the_other_files_are_checked_all_the_same(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_FAULTY, encoding="utf-8")
    done = run("check", "gone.txt", "ch.txt")
    assert done.returncode == 2
    assert b"C201" in done.stdout


def test_no_input_is_ever_changed(run, tmp_path: Path) -> None:
    file = tmp_path / "ch.txt"
    file.write_text(_FAULTY, encoding="utf-8")
    before = file.stat()
    run("check", "ch.txt")
    assert file.read_text(encoding="utf-8") == _FAULTY
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in tmp_path.iterdir()] == ["ch.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder(run, tmp_path: Path, jobs: str) -> None:
    for number in (2, 10):
        (tmp_path / f"ch{number}.txt").write_text("GARF f. 374 op. 27 d. 1211l. 13.", encoding="utf-8")
    (tmp_path / "bad.docx").write_bytes(b"no")
    done = run("check", ".", "--jobs", jobs)
    assert done.returncode == 2
    lines = done.stdout.decode().splitlines()
    assert [line.partition(",")[0] for line in lines if "C001 sep" in line] == ["./ch2.txt", "./ch10.txt"]
    assert lines[-1] == "4 findings in 2 notes: C001 ×2, C203 ×2"
    assert done.stderr.decode().count("\n") == 1


def test_a_file_of_an_unknown_kind_is_read_as_text_with_a_word_about_it(run, tmp_path: Path) -> None:
    (tmp_path / "notes.note").write_text("GARF f. 374 op. 27 d. 1211 l. 13.", encoding="utf-8")
    done = run("find", "notes.note")
    assert done.returncode == 0
    assert done.stderr == b"sovcite: notes.note: .note is not known; read as plain text\n"
