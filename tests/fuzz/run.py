"""python tests/fuzz/run.py TARGET [SECONDS]: fuzz a target with atheris, from its seeds and from what it found before.

What makes new ways through the code is kept in tests/fuzz/kept/TARGET (not committed), what fails in
tests/fuzz/failed/TARGET-*: mend it, and move the file to tests/fuzz/seeds/TARGET, which every run of the tests reads.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sovcite"]):
    from targets import TARGETS

_HERE = Path(__file__).parent
# a longer input finds nothing that a short one would not, and is slow
_LONGEST = "2000"
_SECONDS_OF_ONE = "20"
_MEGABYTES = "2048"


def main(target: str, seconds: str) -> None:
    """Fuzz until the time is over or an input fails."""
    kept, seeds, failed = _HERE / "kept" / target, _HERE / "seeds" / target, _HERE / "failed"
    kept.mkdir(parents=True, exist_ok=True)
    failed.mkdir(exist_ok=True)
    options = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={_SECONDS_OF_ONE}"]
    options += [f"-rss_limit_mb={_MEGABYTES}", f"-artifact_prefix={failed / target}-", "-print_final_stats=1"]
    words = _HERE / "words.dict"
    atheris.Setup([sys.argv[0], *options, f"-dict={words}", str(kept), str(seeds)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"give one of {', '.join(TARGETS)}, and for how many seconds")
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60")
