"""Citations as text: one a line for a whole manuscript, or the parts of one in a table."""

from __future__ import annotations

from sovcite.model import Citation, Mention, Unread
from sovcite.model.pointing import without_controls


def citation_line(place: str, mention: Mention) -> str:
    """Write one citation of a manuscript on one line: place, words, key and leaves.

    >>> from sovcite.model import LeafRange
    >>> cited = Citation(fond="374", opis="27", file="1211", leaves=(LeafRange.from_string("13-15"),))
    >>> raw = "f. 374 op. 27 d. 1211 ll. 13–15"
    >>> print(citation_line("ch.docx, footnote 41", Mention(citation=cited, start=0, end=len(raw), raw=raw)))
    ch.docx, footnote 41: f. 374 op. 27 d. 1211 ll. 13–15 -> _/374/27/1211 l. 13-15
    """
    cited = mention.citation
    leaves = ", ".join(str(leaf) for leaf in cited.leaves)
    unit = {"leaf": "l.", "page": "p.", "column": "col."}[cited.leaves[0].unit] if cited.leaves else ""
    unsure = "" if mention.confidence == "certain" else " (probable)"
    if cited.repository and cited.repository.id and cited.repository.reason:
        unsure += f"; {cited.repository.reason}"
    return f"{place}: {_one_line(mention.raw)} -> {' '.join(filter(None, (cited.key, unit, leaves)))}{unsure}"


def unread_line(place: str, unread: Unread) -> str:
    """Write one line on what looks like a citation and could not be read."""
    return f"{place}: {_one_line(unread.raw)} -> not read: {unread.reason}"


def parts_table(citation: Citation) -> str:
    """Write the parts of one citation under one another.

    >>> from sovcite.model import RepositoryName
    >>> print(parts_table(Citation(repository=RepositoryName(written="GARF", id="garf"), fond="374")))
    repository  GARF (garf)
    fond        374
    key         garf/374
    """
    rows: list[tuple[str, str | None]] = [
        ("repository", _repository(citation)),
        ("fond", citation.fond),
        ("opis", citation.opis),
        ("file", citation.file),
        *((unit.kind, unit.number) for unit in citation.units),
        (_leaves_name(citation), ", ".join(str(leaf) for leaf in citation.leaves)),
        ("date", citation.date),
        ("key", citation.key),
    ]
    stated = [(name, value) for name, value in rows if value]
    width = max(len(name) for name, _ in stated) if stated else 0
    return "\n".join(f"{name:<{width}}  {value}" for name, value in stated)


def _repository(citation: Citation) -> str | None:
    name = citation.repository
    if name is None:
        return None
    known = name.id or ("one of " + ", ".join(name.candidates) if name.candidates else "not in the table")
    return f"{_one_line(name.written)} ({known})"


def _leaves_name(citation: Citation) -> str:
    unit = citation.leaves[0].unit if citation.leaves else "leaf"
    return {"leaf": "leaves", "page": "pages", "column": "columns"}[unit]


def _one_line(text: str) -> str:
    return without_controls(" ".join(text.split()))
