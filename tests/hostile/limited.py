"""python tests/hostile/limited.py: each attack in this process, under limits; a line of JSON for each that ends well.

The limits are of the operating system: what goes beyond them ends the process, and the lines that follow are missing.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from contextlib import suppress

from attacks import ATTACKS

from sovcite import CitationSyntaxError, Diagnostic, Mention, Note, check, find, parse

SECONDS = 30
MEGABYTES = 1024


def attack(name: str) -> dict[str, object]:
    """Find, check and parse one text; give how long it took and what was found."""
    text = ATTACKS[name]()
    start = time.process_time()
    resource.setrlimit(resource.RLIMIT_CPU, (int(start) + SECONDS, resource.RLIM_INFINITY))
    mentions = find(text)
    findings = check([Note(text=text)])
    found: list[Mention | Diagnostic] = [*mentions, *findings]
    for one in found:
        assert text[one.start : one.end] == one.raw, (name, one)
    with suppress(CitationSyntaxError):
        parse(text)
    seconds = time.process_time() - start
    return {"name": name, "length": len(text), "seconds": seconds, "found": len(mentions)}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, resource.RLIM_INFINITY))
    for attacked in sys.argv[1:] or ATTACKS:
        print(json.dumps(attack(attacked)), flush=True)
