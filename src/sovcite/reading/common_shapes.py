"""The shapes of the commonest citations, parsed once and kept: to read them Lark need not be loaded.

grammars/common.txt has them in blocks: heads, then what may stand behind each of them, marked with "+".
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from functools import cache
from typing import Any

from sovcite.data.package import package_state, package_texts
from sovcite.data.saved import saved
from sovcite.grammar import fold
from sovcite.grammar.tables import grammar_state
from sovcite.reading.pieces import Number, Piece, Run, RunKind
from sovcite.reading.shapes import in_shape, parsed, shape

_FILE = "common.txt"


def common_run(kind: RunKind, marked: str) -> Run | None:
    """Give the run of a common shape, at the places of the shape; None for any other."""
    kept = _kept().get(f"{kind} {marked}")
    if kept is None:
        return None
    start, end, pieces = kept
    made = tuple(
        Piece(kind_, first, label_end, last, tuple(Number(*number) for number in numbers), opens)
        for kind_, first, label_end, last, numbers, opens in pieces
    )
    return Run(kind, made, start, end)


@cache
def _kept() -> dict[str, Any]:
    state = f"{grammar_state()}-{package_state('reading')}"
    kept: dict[str, Any] = marshal.loads(saved("common", state, lambda: marshal.dumps(_made())))
    return kept


def _made() -> dict[str, Any]:
    """Parse the common texts; what is kept is plain tuples, which marshal knows."""
    made: dict[str, Any] = {}
    for text in map(fold, common_texts()):
        kind: RunKind = "bare" if text[0].isdigit() or text[1] == "-" else "labelled"
        marked, places = shape(text)
        run = parsed(text, 0, len(text), kind)
        shaped = run and in_shape(run, places)
        if shaped is not None:
            pieces = tuple((*piece[:4], tuple(map(tuple, piece.numbers)), piece.opens) for piece in shaped.pieces)
            made[f"{kind} {marked}"] = (shaped.start, shaped.end, pieces)
    return made


def common_texts() -> Iterator[str]:
    """Give the citations that the common shapes are of."""
    for block in package_texts("grammars", _FILE)[_FILE].split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        heads = [line for line in lines if not line.startswith("+")]
        tails = [line[1:] for line in lines if line.startswith("+")]
        yield from (head + tail for head in heads for tail in tails)
