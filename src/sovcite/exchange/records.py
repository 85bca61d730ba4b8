"""The objects that the command line prints, one a line; docs/schema/ says what each may hold.

A field may be added to schema 1, none is ever renamed or dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.data.authority import DATA_VERSION
from sovcite.model import Citation, Diagnostic, Mention, RepositoryName, Unread

SCHEMA = 1

Record = dict[str, object]


def line_record(id: object, mentions: Sequence[Mention], unread: Sequence[Unread] = ()) -> Record:
    """Answer one line of a stream: its id, its citations in reading order, and what could not be read.

    >>> line_record("a7", [], [Unread(start=0, end=5, raw="Ф. 17", reason="no archive is named")])["unknown"]
    [{'start': 0, 'end': 5, 'raw': 'Ф. 17', 'reason': 'no archive is named'}]
    """
    return {
        **_head(),
        "id": id,
        "citations": [_mention(mention) for mention in mentions],
        "unknown": [
            {"start": one.start, "end": one.end, "raw": one.raw, "reason": one.reason} for one in unread
        ],
    }


def error_record(id: object, message: str) -> Record:
    """Answer a line that cannot be read: its id, null where it has none, and what is wrong with it.

    >>> error_record(None, "line 2: not UTF-8; write the line as UTF-8")["id"] is None
    True
    """
    return {**_head(), "id": id, "error": message}


def mention_record(mention: Mention) -> Record:
    """Give a citation in its place as an object of its own; start and end count code points.

    >>> from sovcite.model import RepositoryName
    >>> citation = Citation(repository=RepositoryName(written="ГА РФ", id="garf"), fond="R-5446")
    >>> record = mention_record(Mention(citation=citation, start=0, end=16, raw="ГА РФ. Ф. Р-5446"))
    >>> record["repository"], record["repository_raw"], record["fond"], record["leaves"]
    ('garf', 'ГА РФ', 'R-5446', [])
    """
    return {**_head(), **_mention(mention)}


def citation_record(source: str, note: str, mention: Mention) -> Record:
    """Give a citation with the manuscript and the note that it stands in: "ch.docx", "footnote 41"."""
    return {**_head(), "source": source, "note": note, **_mention(mention)}


def finding_record(source: str, note: str, finding: Diagnostic) -> Record:
    """Give what a rule found, with the manuscript and the note that it stands in."""
    return {
        **_head(),
        "source": source,
        "note": note,
        "start": finding.start,
        "end": finding.end,
        "raw": finding.raw,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
    }


def _head() -> Record:
    return {"schema": SCHEMA, "data_version": DATA_VERSION}


def _mention(mention: Mention) -> Record:
    citation = mention.citation
    name = citation.repository
    record: Record = {
        "start": mention.start,
        "end": mention.end,
        "raw": mention.raw,
        "kind": mention.kind,
        "repository": name.id if name else None,
        "repository_raw": name.written if name else None,
        "fond": citation.fond,
        "opis": citation.opis,
        "file": citation.file,
        "file_label": citation.file_label,
        "leaves": [str(leaves) for leaves in citation.leaves],
        "leaf_label": citation.leaves[0].unit if citation.leaves else None,
        "other": _other(citation),
        "inherited": list(mention.inherited),
        "date": citation.date,
        "confidence": mention.confidence,
    }
    if name and name.candidates:
        record["candidates"] = list(name.candidates)
    reason = _reason(name) if name else None
    if reason is not None:
        record["repository_reason"] = reason
    return record


def _reason(name: RepositoryName) -> str | None:
    """Give why a name has candidates, or why one of them was taken; a name of one repository has no reason."""
    if name.reason is not None or len(name.candidates) < 2:
        return name.reason
    from sovcite.data.ambiguity import why_ambiguous

    return why_ambiguous(name)


def _other(citation: Citation) -> dict[str, str]:
    """Give the further units by kind; the numbers of a kind that comes twice are joined."""
    other: dict[str, str] = {}
    for unit in citation.units:
        other[unit.kind] = f"{other[unit.kind]}, {unit.number}" if unit.kind in other else unit.number
    return other
