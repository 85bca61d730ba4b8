"""The command line as a process of its own, as people run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sovcite

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run sovcite with these arguments in an empty folder, under a locale that knows ASCII alone."""
    source = Path(sovcite.__file__).parents[1]
    environment = {
        **os.environ,
        "PYTHONPATH": str(source),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "",
    }

    def _run(*arguments: str, given: str | bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-c", "from sovcite.cli import main; main()", *arguments],
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=60,
            check=False,
        )

    return _run
