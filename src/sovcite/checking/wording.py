"""How messages say things: words in quotes, counts, a citation in short."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.model import Citation


def quote(words: str) -> str:
    """Quote words of a note on one line.

    >>> quote("ГА РФ" + chr(10) + "ф. 17")
    "'ГА РФ ф. 17'"
    """
    return f"'{' '.join(words.split())}'"


def listed(items: Sequence[str], most: int = 6) -> str:
    """List things with commas, and say how many more there are.

    >>> listed(["Kaluga", "Kursk", "Kirov"], most=2)
    'Kaluga, Kursk and 1 more'
    """
    shown = ", ".join(items[:most])
    return f"{shown} and {len(items) - most} more" if len(items) > most else shown


def in_short(citation: Citation) -> str:
    """Write a citation in the fewest words: repository and numbers.

    >>> from sovcite.model import RepositoryName
    >>> in_short(Citation(repository=RepositoryName(written="GARF"), fond="374", opis="27", file="1211"))
    'GARF 374/27/1211'
    """
    numbers = "/".join(level for level in (citation.fond, citation.opis, citation.file) if level)
    units = "".join(f", {unit.kind} {unit.number}" for unit in citation.units)
    written = " ".join(citation.repository.written.split()) if citation.repository else ""
    return f"{written} {numbers}{units}".strip()
