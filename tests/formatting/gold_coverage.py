"""How many of the gold citations each style can express, and why it cannot express the others.

python tests/formatting/gold_coverage.py ../shared/corpus/dev.jsonl [--reasons STYLE]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from sovcite.formatting import Style, format, styles
from sovcite.model import Citation, CitationSyntaxError, LeafRange, RepositoryName, StyleLimit, Unit
from sovcite.reading import parse


def gold_citations(passages: Path) -> list[Citation]:
    """Read the annotated citations of passages as citations, the repository by its name as printed."""
    rows = (json.loads(line) for line in passages.read_text(encoding="utf-8").splitlines() if line.strip())
    return [_citation(one) for row in rows for one in row["citations"]]


def _citation(row: dict[str, Any]) -> Citation:
    unit = row.get("leaf_label") or "leaf"
    return Citation(
        repository=_repository(row["archive"]) if row["archive"] else None,
        fond=row["fond"],
        opis=row["opis"],
        file=row["file"],
        units=tuple(Unit(kind=kind, number=number) for kind, number in row["other"].items()),
        leaves=tuple(LeafRange.from_string(one, unit) for one in row["leaves"]),
        date=row["date"],
    )


def _repository(written: str) -> RepositoryName:
    """Look a name up as it would be beside a fond; what is read otherwise stays as written."""
    try:
        found = parse(f"{written}, f. 1, op. 1").repository
    except CitationSyntaxError:
        found = None
    return found or RepositoryName(written=written)


def expressed(citations: list[Citation], style: Style) -> tuple[int, Counter[str]]:
    """Count the citations that a style prints, and the reasons why it does not print the others."""
    count, reasons = 0, Counter[str]()
    for citation in citations:
        try:
            format(citation, style)
            count += 1
        except StyleLimit as error:
            reasons[re.sub(r"'[^']*'|[0-9]+", "…", str(error))] += 1
    return count, reasons


def main() -> None:
    """Print the share of each style and of all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--reasons", metavar="STYLE")
    asked = parser.parse_args()
    citations = gold_citations(asked.passages)
    total = 0
    for style in styles():
        count, reasons = expressed(citations, style)
        total += count
        print(f"{style.id:<22} {count:>4} of {len(citations)}  {count / len(citations):6.1%}")
        if style.id == asked.reasons:
            for reason, times in reasons.most_common():
                print(f"    {times:>4}  {reason}")
    tried = len(citations) * len(styles())
    print(f"{'StyleLimit in all':<22} {tried - total:>4} of {tried}  {1 - total / tried:6.1%}")


if __name__ == "__main__":
    main()
