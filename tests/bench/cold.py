"""python tests/bench/cold.py find|refex [SIZE]: the first pass of a fresh process over dense text, citations a second.

The clock starts behind the import, as both packages are imported by whatever uses them, and before anything is made.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import texts


def _find(size: int) -> Callable[[], int]:
    from sovcite import find

    notes = texts.dense_notes(size, seed=1)
    return lambda: sum(len(find(note)) for note in notes)


def _refex(size: int) -> Callable[[], int]:
    from refex.orchestrator import CitationExtractor

    text = "Nach § 12 BGB und § 3 Abs. 2 ZPO gilt dies. " * (size // 2)
    return lambda: len(CitationExtractor().extract(text).citations)


if __name__ == "__main__":
    work = {"find": _find, "refex": _refex}[sys.argv[1]](int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
    start = time.process_time()
    count = work()
    print(count / (time.process_time() - start))
