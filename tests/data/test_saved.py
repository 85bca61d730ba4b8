"""What is kept in the cache folder is believed only where it is whole and nobody else can have written it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sovcite.data.saved import cache_folder, saved

posix = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")
no_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the super-user may write everywhere"
)


class Counted:
    """A builder that counts how often it is asked."""

    def __init__(self, body: bytes = b"body") -> None:
        self.body = body
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.body


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "kept"
    monkeypatch.setenv("SOVCITE_CACHE", str(place))
    return place


def test_built_once(folder: Path) -> None:
    build = Counted()
    assert [saved("names", "1", build) for _ in range(3)] == [b"body"] * 3
    assert build.times == 1
    assert [file.name for file in folder.iterdir()] == ["names-1"]
    assert (folder / "names-1").read_bytes() == sha256(b"body").digest() + b"body"


def test_another_fingerprint_is_built_anew(folder: Path) -> None:
    saved("names", "1", Counted(b"old"))
    assert saved("names", "2", Counted(b"new")) == b"new"
    assert len(list(folder.iterdir())) == 2


def test_an_empty_body_is_kept(folder: Path) -> None:
    build = Counted(b"")
    assert saved("names", "1", build) == saved("names", "1", build) == b""
    assert build.times == 1
    assert folder.is_dir()


@posix
def test_folder_and_file_are_for_the_user_alone(folder: Path) -> None:
    saved("names", "1", Counted())
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "names-1").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept[:-1],
        lambda kept: kept + b"x",
        lambda kept: kept[:32] + b"boby",
        lambda kept: b"\0" + kept[1:],
        lambda kept: kept[:10],
        lambda _: b"",
    ],
    ids=["cut", "longer", "changed", "digest changed", "digest cut", "empty"],
)
def test_damage_is_mended_silently(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    saved("names", "1", Counted())
    file = folder / "names-1"
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    build = Counted()
    assert saved("names", "1", build) == b"body"
    assert build.times == 1
    assert file.read_bytes() == whole


@posix
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_can_write_is_left_alone(folder: Path, mode: int) -> None:
    saved("names", "1", Counted(b"planted"))
    folder.chmod(mode)
    assert saved("names", "1", Counted()) == b"body"
    saved("names", "2", Counted())
    assert [file.name for file in folder.iterdir()] == ["names-1"]


@posix
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_can_write_is_not_read(folder: Path, mode: int) -> None:
    saved("names", "1", Counted(b"planted"))
    (folder / "names-1").chmod(mode)
    assert saved("names", "1", Counted()) == b"body"


@posix
def test_what_another_user_owns_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved("names", "1", Counted(b"planted"))
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert saved("names", "1", Counted()) == b"body"


@posix
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    saved("names", "1", Counted(b"planted"))
    (folder / "names-1").rename(tmp_path / "elsewhere")
    (folder / "names-1").symlink_to(tmp_path / "elsewhere")
    assert saved("names", "1", Counted()) == b"body"


@posix
def test_a_pipe_does_not_hold_the_reader(folder: Path) -> None:
    saved("names", "0", Counted())
    os.mkfifo(folder / "names-1")
    assert saved("names", "1", Counted()) == b"body"


def test_a_folder_in_the_place_of_the_file(folder: Path) -> None:
    (folder / "names-1" / "inside").mkdir(parents=True)
    folder.chmod(0o700)
    assert saved("names", "1", Counted()) == b"body"
    assert [entry.name for entry in folder.iterdir()] == ["names-1"]


def test_a_file_in_the_place_of_the_folder(folder: Path) -> None:
    folder.write_text("not a folder")
    assert saved("names", "1", Counted()) == b"body"
    assert folder.read_text() == "not a folder"


def test_nowhere_to_make_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SOVCITE_CACHE", str(tmp_path / "file" / "below" / "it"))
    assert saved("names", "1", Counted()) == b"body"


@no_root
def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    folder.mkdir(0o500)
    assert saved("names", "1", Counted()) == b"body"
    assert list(folder.iterdir()) == []


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert saved("names", "1", Counted()) == b"body"
    assert list(folder.iterdir()) == []


def test_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOVCITE_CACHE", "off")
    monkeypatch.chdir(tmp_path)
    build = Counted()
    assert [saved("names", "1", build) for _ in range(2)] == [b"body"] * 2
    assert build.times == 2
    assert cache_folder() is None
    assert list(tmp_path.iterdir()) == []


@posix
def test_where_the_folder_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOVCITE_CACHE", raising=False)
    monkeypatch.setenv("HOME", "/home/historian")
    monkeypatch.setenv("XDG_CACHE_HOME", "/fast")
    assert cache_folder() == "/fast/sovcite"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert cache_folder() == "/home/historian/.cache/sovcite"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == "/home/historian/.cache/sovcite"


def test_what_build_raises_is_passed_on(folder: Path) -> None:
    def broken() -> bytes:
        raise OSError("the table is missing")

    with pytest.raises(OSError, match="the table is missing"):
        saved("names", "1", broken)
    assert list(folder.iterdir()) == []


def test_many_writers_at_once(folder: Path) -> None:
    bodies = [bytes([number]) * 300_000 for number in range(8)]
    start = threading.Barrier(len(bodies))

    def write(body: bytes) -> bytes:
        start.wait()
        return body

    found: list[bytes] = []
    writers = [
        threading.Thread(target=lambda body=body: found.append(saved("names", "1", lambda: write(body))))
        for body in bodies
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(found) == bodies
    assert saved("names", "1", Counted(b"built again")) in bodies
    assert [file.name for file in folder.iterdir()] == ["names-1"]


def test_a_second_start_parses_no_toml(folder: Path) -> None:
    code = (
        "import sys, tomllib\n"
        "from sovcite.data import tables\n"
        "tomllib.loads = None if sys.argv[1] == 'second' else tomllib.loads\n"
        "from sovcite.data.authority import lookup, repository\n"
        "print(lookup('ЦПА ИМЛ'), repository('rgaspi').latin)\n"
    )
    for start in ("first", "second"):
        command = [sys.executable, "-X", "utf8", "-c", code, start]
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        run = subprocess.run(
            command, env=paths, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert run.stdout == "('rgaspi',) RGASPI\n", run.stderr
    assert sorted(file.name.split("-")[0] for file in folder.iterdir()) == ["names", "repositories"]
