"""Manuscripts of several files, in the order of a reader."""

from pathlib import Path

import pytest

from sovcite.manuscript.project import expand
from sovcite.model import ReadError


def _made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def test_a_folder_is_its_files_in_natural_order(tmp_path: Path) -> None:
    _made(tmp_path, "ch10.md", "ch2.docx", "~$ch2.docx", ".hidden.md", "picture.png", "sub/a.tex", ".git/b.md")
    assert expand([str(tmp_path)]) == [(str(tmp_path / name),) for name in ("ch2.docx", "ch10.md", "sub/a.tex")]


def test_a_pattern(tmp_path: Path) -> None:
    _made(tmp_path, "ch10.md", "ch2.md", "b.txt", "odd[1].md")
    assert expand([str(tmp_path / "ch*.md"), str(tmp_path / "ch2.md")]) == [
        (str(tmp_path / "ch2.md"),), (str(tmp_path / "ch10.md"),),
    ]  # fmt: skip
    # a file whose name looks like a pattern is that file
    assert expand([str(tmp_path / "odd[1].md")]) == [(str(tmp_path / "odd[1].md"),)]


def test_files_that_a_latex_file_takes_in(tmp_path: Path) -> None:
    _made(tmp_path, "book/ch/2.tex", "outside.tex")
    included = [str(tmp_path / "book/ch" / name) for name in ("1.tex", "2.tex")]
    main = tmp_path / "book/main.tex"
    main.write_text("\\include{ch/1} % \\input{no}\n\\input{../outside}\n\\input{gone}\n%\\input{x}", encoding="utf-8")
    # LaTeX looks beside the main file; many authors write the other way
    for inner in ("ch/2", "2"):
        (tmp_path / "book/ch/1.tex").write_text(f"\\input{{{inner}}}\n\\input{{../1.tex}}", encoding="utf-8")
        assert expand([str(main)]) == [(str(main), *included)]


def test_files_that_a_typst_file_takes_in(tmp_path: Path) -> None:
    _made(tmp_path, "ch1.typ")
    main = tmp_path / "main.typ"
    main.write_text('#include "ch1.typ"\n#include "main.typ"\n', encoding="utf-8")
    assert expand([str(main)]) == [(str(main), str(tmp_path / "ch1.typ"))]


def test_a_folder_reads_a_chapter_in_the_manuscript_that_takes_it_in(tmp_path: Path) -> None:
    _made(tmp_path, "1.tex", "2.tex", "alone.tex", "z.md")
    (tmp_path / "main.tex").write_text("\\input 2\n\\include{1}", encoding="utf-8")
    whole = tuple(str(tmp_path / name) for name in ("main.tex", "2.tex", "1.tex"))
    others = [(str(tmp_path / name),) for name in ("alone.tex", "z.md")]
    assert sorted(expand([str(tmp_path)])) == sorted([whole, *others])
    # a chapter that is named before its manuscript is no second one; by itself it is one
    assert expand([whole[1], whole[0]]) == [whole]
    assert expand([whole[1]]) == [whole[1:2]]


def test_two_files_that_take_in_each_other_and_two_that_share_a_third(tmp_path: Path) -> None:
    a, b, c = (tmp_path / name for name in ("a.tex", "b.tex", "c.tex"))
    c.write_text("x", encoding="utf-8")
    a.write_text("\\input{b}", encoding="utf-8")
    b.write_text("\\input{a}", encoding="utf-8")
    assert expand([str(tmp_path)]) == [(str(a), str(b)), (str(c),)]
    a.write_text("\\input{c}", encoding="utf-8")
    b.write_text("\\input{c}", encoding="utf-8")
    assert expand([str(tmp_path)]) == [(str(a), str(c)), (str(b),)]


@pytest.mark.parametrize(("name", "reason"), [("", "a folder without a file"), ("*.docx", "no file matches")])
def test_nothing_to_read(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        expand([str(tmp_path / name)])
