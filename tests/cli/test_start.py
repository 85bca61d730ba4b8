"""What every command has in common: help, version, errors in one line, closed pipes."""

import subprocess
import sys
from pathlib import Path

import pytest

import sovcite
from sovcite._version import __version__
from sovcite.cli.group import COMMANDS

_HEAVY = ("lark", "lxml", "cattrs", "sovcite.resolution", "sovcite.manuscript")


def test_version(run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"sovcite {__version__}\n".encode())


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS)], ids=lambda command: " ".join(command)
)
def test_help(run, command) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Usage: sovcite")


@pytest.mark.parametrize(
    "arguments", ["['--version']", "['--help']", "['find', '--help']", "['check', '--help']"]
)
def test_nothing_heavy_is_loaded_before_a_command_runs(arguments: str) -> None:
    code = (
        "import sys, sovcite.cli.entry as entry\n"
        f"code = entry._run({arguments})\n"
        f"print([name for name in {_HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(sovcite.__file__).parents[1],
        check=True,
    )
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("arguments", [("nonsense",), ("check",), ("parse",), ("find", "--level", "wild")])
def test_wrong_usage_exits_2(run, arguments) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("GARF f. 374 op. 27 d. 1211 l. 13.\n\n" * 5000, encoding="utf-8")
    sovcite_find = f"{sys.executable} -c 'from sovcite.cli import main; main()' find {notes}"
    done = subprocess.run(
        f"{sovcite_find} | head -n 1",
        shell=True,
        capture_output=True,
        cwd=Path(sovcite.__file__).parents[1],
        check=True,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""
