"""--jobs: the order is kept, a process that is ended takes no other file with it, Ctrl-C leaves no words behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_MAIN = "from sovcite.cli import main; main()"
# a reader that ends its own process over some files, as the system does when memory runs out, and dawdles over others
_DEADLY = f"""
import os, signal, time
# a shell that starts its tests in the background has them ignore it
signal.signal(signal.SIGINT, signal.default_int_handler)
import sovcite.cli.sources as sources
read = sources._read
def deadly(file, input_format):
    if "deadly" in file:
        os.kill(os.getpid(), signal.SIGKILL)
    if "slow" in file:
        open(file + ".begun", "w").close()
        time.sleep(60)
    return read(file, input_format)
sources._read = deadly
{_MAIN}
"""
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def _files(folder: Path, names: list[str]) -> list[str]:
    for number, name in enumerate(names, start=1):
        (folder / name).write_text(f"GARF f. {number} op. 1 d. 3", encoding="utf-8")
    return names


@_POSIX
@pytest.mark.parametrize("deadly", [[4], [0], [11], [2, 3, 9]])
def test_a_process_that_ends_is_told_and_the_rest_is_delivered_in_order(tmp_path: Path, deadly: list[int]) -> None:
    names = _files(tmp_path, [f"{number}-{'deadly' if number in deadly else 'good'}.txt" for number in range(12)])
    command = [sys.executable, "-c", _DEADLY, "find", "--jobs", "3", *names]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [name for name in names if "good" in name]
    told = [line for line in done.stderr.splitlines() if "its process was ended" in line]
    assert [line.split(": ")[1] for line in told] == [name for name in names if "deadly" in name]
    assert "Traceback" not in done.stderr


@_POSIX
def test_interrupting_ends_every_process_without_a_word(tmp_path: Path) -> None:
    names = _files(tmp_path, ["a-slow.txt", "b-slow.txt"])
    command = [sys.executable, "-c", _DEADLY, "find", "--jobs", "2", *names]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True
    )
    while len(list(tmp_path.glob("*.begun"))) < 2:
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
