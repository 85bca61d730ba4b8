"""python tests/bench/profiling.py dense|varied|real|russian|english|figures: what find spends its time on.

The costliest comes first.
"""

from __future__ import annotations

import cProfile
import pstats
import sys

import texts

from sovcite import find

_SHOWN = 28


def _notes(kind: str) -> list[str]:
    if kind == "dense":
        return texts.dense_notes(3000, seed=1)
    if kind == "varied":
        return [note.text for note in texts.varied_notes(3000, seed=1)]
    if kind == "real":
        return texts.real_passages() * 3
    return [texts.prose(kind, 300_000)]


if __name__ == "__main__":
    notes = _notes(sys.argv[1] if len(sys.argv) > 1 else "dense")
    for note in notes[:200]:
        find(note)
    profile = cProfile.Profile()
    profile.enable()
    for note in notes:
        find(note)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)
