"""The benchmark runs, prints its tables and writes its figures; how fast anything is is not tested."""

import json
import subprocess
import sys
from pathlib import Path


def test_benchmark_runs(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(Path(__file__).parent), "--runs", "1", "--size", "40", "--json", str(figures)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "| find, dense notes |" in done.stdout
    written = json.loads(figures.read_text(encoding="utf-8"))
    assert {row["name"] for row in written["ratios"]} >= {"prose, Russian : bare re"}
    assert all(rate > 0 for rates in written["rates a second"].values() for rate in rates)
