"""Every text that is made to do harm ends in a result or a SovciteError, within the limits of SECURITY.md."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE))
try:
    from attacks import ATTACKS
finally:
    sys.path.remove(str(_HERE))


@pytest.fixture(scope="module")
def ended() -> dict[str, dict[str, object]]:
    """Run the attacks in a process with limits, begun anew behind one that it did not outlive."""
    left, lines = list(ATTACKS), {}
    while left:
        command = [sys.executable, str(_HERE / "limited.py"), *left]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        for line in map(json.loads, done.stdout.splitlines()):
            lines[line["name"]] = line
        left = [name for name in left if name not in lines]
        if left:
            lines[left.pop(0)] = {"failed": done.returncode, "because": done.stderr[-800:]}
    return lines


@pytest.mark.parametrize("name", ATTACKS)
def test_ends_well(name: str, ended: dict[str, dict[str, object]]) -> None:
    assert "failed" not in ended[name], ended[name]
    assert ended[name]["length"] >= 9_900
