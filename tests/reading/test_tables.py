"""The forms of print, a table a family: what find says of each text is what an archivist would say.

A row is a comment that names its source, the text on one line, and one line for each citation in it:

    -> raw | repository as written | fond | opis | file | leaves | further units | date | inherited

Empty fields at the end are left out. Inherited is a letter for each level: a(rchive) f(ond) o(pis) d (the
file) l(eaves). A text with no line behind it holds no citation. "⏎" is a line end, "\\u{00a0}" a code point.
Sources: "la1-059" is a passage of the gold corpus; "styles-verified", "styles", "designators" and "peers"
are the reference tables; "after" such a one has its form with other numbers.
"""

import re
from itertools import groupby
from pathlib import Path

import pytest
from attrs import frozen

from sovcite import Mention, find

_TABLES = sorted(Path(__file__).parent.glob("*.txt"))
# what is read wrong today is kept here, with what is said instead
_OPEN = "open.txt"
_LEVELS = {"repository": "a", "fond": "f", "opis": "o", "file": "d", "leaves": "l"}


@frozen
class Row:
    """A text of a table and what it must give."""

    where: str
    text: str
    citations: tuple[str, ...]


def rows(path: Path) -> list[Row]:
    """Give the rows of a table, each known by the line that its text stands on."""
    found: list[Row] = []
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    for is_row, block in groupby(lines, key=lambda line: bool(line[1].strip())):
        shown = [(number, line) for number, line in block if not line.startswith("#")]
        if not is_row or not shown:
            continue
        (number, text), *citations = shown
        assert all(line.startswith("-> ") for _, line in citations), f"{path.name}:{number}: one text a row"
        found.append(Row(f"{path.stem}:{number}", text, tuple(line.rstrip(" |") for _, line in citations)))
    return found


def decoded(text: str) -> str:
    """Write out the line ends and code points of a table."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text).replace("⏎", "\n")


def line(mention: Mention) -> str:
    """Print a mention as a table has it."""
    citation = mention.citation
    units: dict[str, str] = {}
    for unit in citation.units:
        units[unit.kind] = f"{units[unit.kind]} {unit.number}" if unit.kind in units else unit.number
    fields = [
        mention.raw.replace("|", r"\u{007c}"),
        citation.repository.written if citation.repository else "",
        citation.fond or "",
        citation.opis or "",
        citation.file or "",
        ",".join(map(str, citation.leaves)),
        ",".join(f"{kind}={number}" for kind, number in sorted(units.items())),
        citation.date or "",
        "".join(_LEVELS[level] for level in mention.inherited),
    ]
    return f"-> {' | '.join(fields)}".rstrip(" |")


def as_fields(printed: str) -> list[str]:
    """Take a line of a table apart; blanks around a field mean nothing, the order of units neither."""
    fields = [decoded(field).strip() for field in re.split(r" \|(?= |$)", printed.removeprefix("-> "))]
    fields += [""] * (9 - len(fields))
    fields[6] = ",".join(sorted(fields[6].split(",")))
    return fields


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row.where) for path in _TABLES if path.name != _OPEN for row in rows(path)],
)
def test_a_text_gives_the_citations_of_its_row(row: Row) -> None:
    said = [line(mention) for mention in find(decoded(row.text))]
    assert [as_fields(one) for one in said] == [as_fields(one) for one in row.citations], "\n".join(said)


def test_no_text_stands_twice() -> None:
    texts = [row.text for path in _TABLES for row in rows(path)]
    assert len(texts) == len(set(texts))


def test_every_row_names_its_source() -> None:
    for path in _TABLES:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            assert not block.strip() or block.strip().startswith("#"), f"{path.name}: {block}"
