"""sovcite find: manuscripts and streams."""

import json
from pathlib import Path

_NOTE = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13"


def _lines(output: bytes) -> list[dict]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def test_a_file_as_text(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(f"{_NOTE}.\n", encoding="utf-8")
    done = run("find", "ch.txt")
    assert done.returncode == 0
    line = done.stdout.decode()
    assert line.startswith("ch.txt, ")
    assert line.endswith(f": {_NOTE} -> garf/374/27/1211 l. 13\n")


def test_a_file_as_lines(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(f"{_NOTE}; Д. 1210. Л. 9.\n", encoding="utf-8")
    done = run("find", "ch.txt", "--output-format", "jsonl")
    assert done.returncode == 0
    first, second = _lines(done.stdout)
    assert (first["source"], first["raw"]) == ("ch.txt", _NOTE)
    assert second["raw"] == "Д. 1210. Л. 9"
    assert first["note"] == second["note"]


def test_standard_input_with_or_without_its_sign(run) -> None:
    for arguments in (("find",), ("find", "-"), ("find", "--input-format", "text", "-")):
        done = run(*arguments, given=_NOTE)
        assert done.returncode == 0
        assert done.stdout.decode().startswith("standard input, ")


def test_no_citation_is_no_failure(run) -> None:
    done = run("find", "-", given="A street and nothing else.\n")
    assert (done.returncode, done.stdout) == (0, b"")


def test_a_missing_file_is_named_and_the_next_is_read(run, tmp_path: Path) -> None:
    (tmp_path / "ch.txt").write_text(_NOTE, encoding="utf-8")
    done = run("find", "gone.txt", "ch.txt")
    assert done.returncode == 2
    assert _NOTE in done.stdout.decode()
    assert done.stderr.startswith(b"sovcite: ")
    assert done.stderr.count(b"\n") == 1
    assert b"gone.txt" in done.stderr


def test_a_stream_is_answered_line_by_line(run) -> None:
    given = "".join(json.dumps({"id": n, "text": _NOTE}) + "\r\n" for n in range(3))
    done = run("find", "--input-format", "jsonl", "--output-format", "jsonl", "-", given=given)
    assert done.returncode == 0
    answers = _lines(done.stdout)
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    assert all(answer["citations"][0]["raw"] == _NOTE for answer in answers)


def test_bad_lines_are_answered_and_the_stream_goes_on(run) -> None:
    bad = [
        b"no json",
        b"[1]",
        b'{"id": 1}',
        b'{"id": 2, "text": 5}',
        b'{"id": 3, "text": "\\ud800"}',
        b'{"id": "\\udc80", "text": "x"}',
        b'{"id": 4, "text": "\xff"}',
        b'{"id": NaN, "text": "x"}',
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b', "text": "x"}',
    ]
    good = json.dumps({"id": "good", "text": _NOTE}).encode()
    given = b"\xef\xbb\xbf" + b"\n".join([good, *bad, b"", good])
    done = run("find", "--input-format", "jsonl", "--output-format", "jsonl", "-", given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    first, *answers, last = _lines(done.stdout)
    assert first == last
    assert len(answers) == len(bad)
    assert all("error" in answer and "citations" not in answer for answer in answers)
    assert [answer["id"] for answer in answers[2:5]] == [1, 2, 3]


def test_a_stream_of_bad_lines_alone_cannot_be_read(run) -> None:
    done = run("find", "--input-format", "jsonl", "--output-format", "jsonl", "-", given="PK\nno\n")
    assert done.returncode == 2
    assert len(_lines(done.stdout)) == 2


def test_a_stream_as_text(run) -> None:
    given = json.dumps({"id": "a7", "text": _NOTE}) + "\nno json\n"
    done = run("find", "--input-format", "jsonl", "-", given=given)
    assert done.returncode == 0
    assert done.stdout.decode() == f"a7: {_NOTE} -> garf/374/27/1211 l. 13\n"
    assert done.stderr.startswith(b"sovcite: line 2: not JSON")


def test_an_empty_stream(run) -> None:
    done = run("find", "--input-format", "jsonl", "--output-format", "jsonl", "-", given="\n\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
