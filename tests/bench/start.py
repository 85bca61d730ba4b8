"""A cold start, against importing what it stands on: the processor's time of whole processes.

Run it with the Python of an environment that sovcite is installed in (not editable: without compiled modules
Python compiles every source file anew where it may not write them).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

_SOVCITE = str(Path(sys.executable).with_name("sovcite"))
PARSE = [_SOVCITE, "parse", "GARF f. 374 op. 27 d. 1211 ll. 13, 33"]
VERSION = [_SOVCITE, "--version"]
IMPORT_PARSERS = [sys.executable, "-c", "import lark, attrs"]
IMPORT_CLICK = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    """Run a command and give the processor's seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
