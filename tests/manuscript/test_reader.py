"""Files by their paths: what is told of them, which reader takes them, what cannot be opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sovcite.manuscript import read, read_bytes
from sovcite.manuscript import reader as reader_module
from sovcite.model import Manuscript, Note, ReadError

_NOTE = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13"


@pytest.mark.parametrize("kind", [str, Path])
def test_the_source_is_the_path_as_given(tmp_path: Path, kind: type) -> None:
    file = tmp_path / "глава 1.txt"
    file.write_text(_NOTE, encoding="utf-8")
    assert read(kind(file)) == Manuscript(source=str(file), notes=(Note(text=_NOTE, number="1"),))


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("a.docx", ["body 1", "footnote 1"]),
        ("a.DOCM", ["body 1", "footnote 1"]),
        ("a.dotx", ["body 1", "footnote 1"]),
        ("standard input", ["body 1", "footnote 1"]),
    ],
)
def test_word_files(word, name: str, labels: list[str]) -> None:
    data = word(
        '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
        footnotes='<w:footnote w:id="1"><w:p/></w:footnote>',
    )
    manuscript = read_bytes(data, name)
    assert manuscript.source == name
    assert [note.label for note in manuscript.notes] == labels


@pytest.mark.parametrize("name", ["a.txt", "a", "a.note", "1. глава", "standard input"])
def test_other_names_are_text(name: str) -> None:
    assert [note.label for note in read_bytes(_NOTE.encode(), name).notes] == ["note 1"]


def _refused(path: str | Path) -> str:
    with pytest.raises(ReadError) as refused:
        read(path)
    return str(refused.value)


def test_a_missing_file() -> None:
    assert _refused("gone.docx") == "gone.docx: no such file"


def test_a_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path) == f"{tmp_path}: is a folder; give the files in it"


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert _refused(tmp_path / "a.txt" / "b.txt").startswith(f"{tmp_path / 'a.txt' / 'b.txt'}: ")


def test_a_name_that_no_file_has() -> None:
    assert _refused("a\0b.txt") == "a\\x00b.txt: no file can have this name"


def test_a_name_of_several_lines() -> None:
    assert _refused("a\nb.txt") == "a\\x0ab.txt: no such file"


def test_a_name_under_a_locale_that_knows_ascii_alone() -> None:
    name = "глава.txt".encode().decode("ascii", "surrogateescape")
    assert _refused(name) == "глава.txt: no such file"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def _open(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    # whoever runs the tests may be allowed to read everything
    monkeypatch.setattr(reader_module, "open", _open, raising=False)
    assert _refused(file) == f"{file}: permission to read it is denied"


def test_a_file_beyond_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x" * 100, encoding="utf-8")
    monkeypatch.setattr(reader_module, "MOST_BYTES", 100)
    assert read(file).notes[0].text == "x" * 100
    monkeypatch.setattr(reader_module, "MOST_BYTES", 99)
    assert "is larger than" in _refused(file)


@pytest.mark.parametrize("heavy", ["xml.parsers.expat", "zipfile"])
def test_nothing_heavy_is_loaded_before_a_word_file(heavy: str) -> None:
    code = (
        "import sys; from sovcite.manuscript import read_bytes; read_bytes(b'f. 17', 'a.txt'); "
        f"print({heavy!r} in sys.modules)"
    )
    source = str(Path(reader_module.__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": source}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout == "False\n"
