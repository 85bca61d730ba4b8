"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from sovcite.model import WriteError
from sovcite.repair import save, saving


def test_a_new_file(tmp_path: Path) -> None:
    save(b"new", str(tmp_path / "a.docx"))
    assert (tmp_path / "a.docx").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.docx"]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")
    file.chmod(0o640)
    (tmp_path / "link.docx").symlink_to(file)
    save(b"new", str(tmp_path / "link.docx"))
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert (tmp_path / "link.docx").is_symlink()


@pytest.mark.parametrize("fails", ["fsync", "replace", "chmod"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch, fails: str) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")

    def _full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving.os, fails, _full)
    with pytest.raises(WriteError, match=r"a\.docx: cannot be written \(no space left on device\)"):
        save(b"new", str(file))
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.docx"]


@pytest.mark.parametrize(
    ("name", "reason"), [("gone/a.docx", "no such file"), ("", "is a folder"), ("a\0b", "no file")]
)
def test_places_where_nothing_can_be_written(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(WriteError, match=reason) as error:
        save(b"new", str(tmp_path / name) if name else str(tmp_path))
    assert "\n" not in str(error.value)
