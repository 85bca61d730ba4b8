"""Progress: one line on a terminal, taken away before anything else is printed; nothing elsewhere."""

import io
import sys

import pytest

from sovcite.cli.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _followed(monkeypatch, stream: io.StringIO, names: list[str]) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(names) as progress:
        for result in progress.follow(iter(names)):
            stream.write(f"<{result}>")
    return stream.getvalue()


def test_several_files_on_a_terminal(monkeypatch) -> None:
    shown = _followed(monkeypatch, _Terminal(), ["a.docx", "b.docx"])
    erase = "\r\x1b[K"
    first, second = (f"{erase}{number} of 2: {name}{erase}<{name}>" for number, name in ((1, "a.docx"), (2, "b.docx")))
    assert shown == f"{first}{second}{erase}"


@pytest.mark.parametrize(
    ("stream", "names"), [(_Terminal(), ["a.docx"]), (io.StringIO(), ["a.docx", "b.docx"])], ids=["one", "no-terminal"]
)
def test_else_nothing(monkeypatch, stream: io.StringIO, names: list[str]) -> None:
    assert _followed(monkeypatch, stream, names) == "".join(f"<{name}>" for name in names)


def test_a_large_file_alone_is_shown(monkeypatch, tmp_path) -> None:
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(3 * 2**20)
    assert "1 of 1: " in _followed(monkeypatch, _Terminal(), [str(large)])
