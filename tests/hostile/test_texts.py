"""Every text that is made to do harm ends in a result or a SovciteError, within the limits of SECURITY.md."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE))
try:
    from attacks import ATTACKS
finally:
    sys.path.remove(str(_HERE))


_NAMES = list(ATTACKS)
# so many share a process: its start costs more than most of them
_SHARE = 8


@cache
def _ended(names: tuple[str, ...]) -> dict[str, dict[str, object]]:
    """Run attacks in a process with limits, begun anew behind one that it did not outlive."""
    left, lines = list(names), {}
    while left:
        command = [sys.executable, str(_HERE / "limited.py"), *left]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        for line in map(json.loads, done.stdout.splitlines()):
            lines[line["name"]] = line
        left = [name for name in left if name not in lines]
        if left:
            lines[left.pop(0)] = {"failed": done.returncode, "because": done.stderr[-800:]}
    return lines


@pytest.mark.parametrize("name", _NAMES)
def test_ends_well(name: str) -> None:
    first = _NAMES.index(name) // _SHARE * _SHARE
    end = _ended(tuple(_NAMES[first : first + _SHARE]))[name]
    assert "failed" not in end, end
    assert end["length"] >= 9_900
