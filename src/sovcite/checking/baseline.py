"""A baseline: the findings that are known already, for a book half done; only new ones are said.

A finding is known by its file, its code and its words, counted: notes may be put in and struck out before it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sovcite.model import DataError, Diagnostic

_SCHEMA = 1

Baseline = Mapping[tuple[str, str, str], int]


def baseline_of(found: Iterable[tuple[str, Diagnostic]]) -> Baseline:
    """Count findings, each with the name of its file, by name, code and words."""
    return Counter((source, one.code, " ".join(one.raw.split())) for source, one in found)


def new_findings(source: str, found: Sequence[Diagnostic], known: Baseline) -> list[Diagnostic]:
    """Give the findings of a file that the baseline does not know; of equal ones the first are the known ones.

    >>> one = Diagnostic(code="C201", severity="error", message="…", note=0, start=0, end=5, raw="47-42")
    >>> known = baseline_of([("ch.md", one)])
    >>> len(new_findings("ch.md", [one], known)), len(new_findings("ch.md", [one, one], known))
    (0, 1)
    """
    left = Counter({key: count for key, count in known.items() if key[0] == source})
    new = []
    for one in found:
        key = (source, one.code, " ".join(one.raw.split()))
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(one)
    return new


def baseline_to_json(known: Baseline) -> str:
    """Write a baseline so that its changes can be read line by line."""
    rows = [
        {"source": source, "code": code, "words": words, "times": times}
        for (source, code, words), times in sorted(known.items())
    ]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f'{{"schema": {_SCHEMA}, "findings": [\n{lines}\n]}}\n'


def baseline_from_json(text: str, where: str) -> Baseline:
    """Read a baseline; raise DataError, with the name of its file, for anything else.

    >>> baseline_from_json("[]", "known.json")
    Traceback (most recent call last):
    sovcite.model.errors.DataError: known.json: no baseline of sovcite; write one with --update-baseline
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{where}: not JSON; write one with --update-baseline") from error
    rows = given.get("findings") if isinstance(given, dict) and given.get("schema") == _SCHEMA else None
    if not isinstance(rows, list):
        raise DataError(f"{where}: no baseline of sovcite; write one with --update-baseline")
    known: dict[tuple[str, str, str], int] = {}
    for row in rows:
        match row:
            case {"source": str(source), "code": str(code), "words": str(words), "times": int(times)}:
                known[source, code, words] = times
            case _:
                raise DataError(f"{where}: {row!r} is no finding; write one with --update-baseline")
    return known
