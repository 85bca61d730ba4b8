"""The README says what is so: its Python example prints what stands beside it, its output is the real one."""

import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_BLOCKS = re.findall(r"```(\w+)\n(.*?)```", (_ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_first_two_blocks_are_one_command_each() -> None:
    assert [kind for kind, _ in _BLOCKS[:2]] == ["sh", "sh"]
    assert all(text.count("\n") == 1 for _, text in _BLOCKS[:2])


def test_the_python_example_prints_what_it_says() -> None:
    (example,) = [text for kind, text in _BLOCKS if kind == "python"]
    expected = [line[2:] for line in example.splitlines() if line.startswith("# ")]
    command = [sys.executable, "-X", "utf8", "-c", example]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=_ROOT, check=True)
    assert done.stdout.splitlines() == expected


def test_the_output_is_the_real_one() -> None:
    (shown,) = [text for kind, text in _BLOCKS if kind == "text"]
    code = "from sovcite.cli import main; main(['check', 'docs/examples/first-stalin-mass-operation.docx'])"
    command = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=_ROOT, check=False)
    assert done.returncode == 1
    for block in shown.rstrip("\n").split("\n\n"):
        assert block in done.stdout
