"""Manuscripts of several files on the command line: one for resolution and numbers, each file for itself in the end."""

import json
from pathlib import Path

import pytest

_MAIN = """\\documentclass{book}
\\begin{document}
Intro\\footnote{ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13.}
\\include{ch/1}
Middle\\footnote{Там же. Л. 9.}
\\include{ch/2}
\\end{document}
"""
_CHAPTERS = {
    "ch/1.tex": "\\chapter{One}\nA\\footnote{Там же. Л. 8 9.}\r\nB\\footnote{РГАСПИ. Ф. 17. Оп. 3. Д. 746Л. 3.}",
    "ch/2.tex": "C\\footnote{Там же. Л. 5 7.}\n",
}
_REPAIRED = {
    "ch/1.tex": "\\chapter{One}\nA\\footnote{Там же. Л. 8, 9.}\r\nB\\footnote{РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3.}",
    "ch/2.tex": "C\\footnote{Там же. Л. 5, 7.}\n",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "ch").mkdir()
    for name, text in {"main.tex": _MAIN, **_CHAPTERS}.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@pytest.mark.parametrize("arguments", [("main.tex",), (".",), ("ch", "main.tex"), ("main.tex", "--jobs", "2")])
@pytest.mark.usefixtures("book")
def test_citations_mean_what_the_reader_of_the_print_sees(run, arguments: tuple[str, ...]) -> None:
    done = run("find", "--output-format", "jsonl", *arguments)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    levels = ("repository", "fond", "opis", "file")
    found = [(Path(row["source"]).as_posix(), row["note"], "/".join(row[level] for level in levels)) for row in rows]
    assert (done.returncode, done.stderr) == (0, b"")
    assert found == [
        ("main.tex", "footnote 1", "garf/374/27/1211"), ("main.tex", "footnote 3", "rgaspi/17/3/746"),
        ("ch/1.tex", "footnote 1", "garf/374/27/1211"), ("ch/1.tex", "footnote 2", "rgaspi/17/3/746"),
        ("ch/2.tex", "footnote 4", "rgaspi/17/3/746"),
    ]  # fmt: skip


def test_findings_name_the_file_and_the_number_in_print(run, book: Path) -> None:
    done = run("check", "--select", "C0,C5", "--output-format", "jsonl", "main.tex")
    found = [(row["source"], row["note"], row["raw"]) for row in map(json.loads, done.stdout.splitlines())]
    assert found == [
        ("ch/1.tex", "footnote 1", "8 9"), ("ch/1.tex", "footnote 2", "746Л."), ("ch/2.tex", "footnote 4", "5 7"),
    ]  # fmt: skip
    # by itself a chapter begins with an Ibid. that has nothing before it
    alone = run("check", "--select", "C501", "ch/2.tex").stdout.decode()
    assert "C501" in alone
    (book / "known.json").write_bytes(b"")
    assert run("check", "--baseline", "known.json", "--update-baseline", "main.tex").returncode == 0
    known = json.loads((book / "known.json").read_text(encoding="utf-8"))["findings"]
    assert {row["source"] for row in known} == {"main.tex", "ch/1.tex", "ch/2.tex"}
    assert "no findings" in run("check", "--baseline", "known.json", "main.tex").stdout.decode().lower()


def test_each_file_is_repaired_by_itself(run, book: Path) -> None:
    assert run("fix", "--in-place", "main.tex").returncode == 0
    assert {name: (book / name).read_bytes().decode() for name in _CHAPTERS} == _REPAIRED
    assert (book / "main.tex").read_bytes().decode() == _MAIN
    done = run("fix", "--in-place", ".")
    assert done.stdout.decode().splitlines()[-1] == "3 files: nothing to repair"


def test_a_style_reaches_every_file(run, book: Path) -> None:
    assert run("fix", "--style", "english", "--in-place", "main.tex").returncode == 0
    assert "RGASPI, f. 17, op. 3, d. 746, l. 3." in (book / "ch/1.tex").read_text(encoding="utf-8")
    assert "GARF, f. 374, op. 27, d. 1211, l. 13." in (book / "main.tex").read_text(encoding="utf-8")
    before = {name: (book / name).read_bytes() for name in ("main.tex", *_CHAPTERS)}
    assert run("fix", "--style", "english", "--in-place", "main.tex").returncode == 0
    assert {name: (book / name).read_bytes() for name in before} == before


def test_a_chapter_that_cannot_be_read_is_named_and_the_others_are_read(run, book: Path) -> None:
    (book / "ch/2.tex").write_bytes(b"\x00\x01\x02\xff\xfe\x00")
    done = run("check", "--select", "C0", "main.tex")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("sovcite: ch/2.tex: is not text")
    assert "ch/1.tex, footnote 2" in done.stdout.decode()


def test_a_letter_that_one_file_cannot_hold_keeps_all_of_them_as_they_are(run, book: Path) -> None:
    (book / "ch/1.tex").write_bytes("A\\footnote{РГАСПИ, ф. 17, оп. 3, д. 746, л. 3–5.}".encode("windows-1251"))
    (book / "ch/2.tex").write_bytes("Б\\footnote{ГАРФ, ф. 374, оп. 27, д. 1211, л. 3-5. Опись дел}".encode("koi8-r"))
    before = {name: (book / name).read_bytes() for name in ("main.tex", *_CHAPTERS)}
    done = run("fix", "--style", "gost", "--in-place", "main.tex")
    assert done.returncode == 2
    assert "ch/2.tex: '–' of a repair cannot be written in koi8-r" in done.stderr.decode()
    assert {name: (book / name).read_bytes() for name in before} == before


@pytest.mark.usefixtures("book")
def test_repaired_files_keep_their_places_in_the_folder_they_are_written_to(run, book: Path) -> None:
    (book / "out").mkdir()
    done = run("fix", "--select", "C0", "main.tex", "-o", "out")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {name: (book / "out" / name).read_bytes().decode() for name in _REPAIRED} == _REPAIRED
    assert (book / "out/main.tex").read_bytes() == _MAIN.encode()


@pytest.mark.usefixtures("book")
def test_several_files_are_not_written_to_one(run, book: Path) -> None:
    done = run("fix", "main.tex", "-o", "new.tex")
    said = "several files are written (main.tex, ch/1.tex, ch/2.tex); give a folder that is there with -o"
    assert (done.returncode, said in done.stderr.decode()) == (2, True)
    assert not (book / "new.tex").exists()
