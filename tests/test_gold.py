"""The gold passages that stand beside the project, scored by their own scorer through the machine interface."""

import subprocess
import sys
from pathlib import Path

import pytest

import sovcite

_CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
_FIND = ["-c", "from sovcite.cli import main; main()", "find", "--input-format", "jsonl", "--output-format", "jsonl"]

pytestmark = pytest.mark.skipif(
    not (_CORPUS / "score.py").is_file(), reason="the gold passages are kept beside the project and not in it"
)


@pytest.mark.parametrize(
    ("passages", "found", "exact", "clean", "quiet"),
    [("seed.jsonl", 1.0, 1.0, 1.0, 1.0), ("dev.jsonl", 0.99, 0.97, 0.93, 1.0)],
)
def test_gold(passages: str, found: float, exact: float, clean: float, quiet: float) -> None:
    floors = {"found": found, "exact": exact, "clean": clean, "quiet": quiet}
    options = [word for name, least in floors.items() for word in (f"--min-{name}", str(least))]
    score = [sys.executable, str(_CORPUS / "score.py"), str(_CORPUS / passages), *options]
    done = subprocess.run(
        [*score, "--", sys.executable, *_FIND, "-"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(sovcite.__file__).parents[1],
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
