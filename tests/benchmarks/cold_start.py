"""One citation parsed from a cold start, against importing lark and attrs: the ratio of the medians.

Run it with the Python of an environment that sovcite is installed in (not editable: without compiled modules
Python compiles every source file anew where it may not write them).
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

_RUNS = 15
_PARSE = [str(Path(sys.executable).with_name("sovcite")), "parse", "GARF f. 374 op. 27 d. 1211 ll. 13, 33"]
_IMPORT = [sys.executable, "-c", "import lark, attrs"]


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    for command in (_PARSE, _IMPORT):
        _seconds(command)
    pairs = [(_seconds(_PARSE), _seconds(_IMPORT)) for _ in range(_RUNS)]
    ratio = median(one / other for one, other in pairs)
    parse, imports = (median(times) for times in zip(*pairs, strict=True))
    print(f"sovcite parse {parse * 1000:.0f} ms, importing lark and attrs {imports * 1000:.0f} ms, ratio {ratio:.2f}")
