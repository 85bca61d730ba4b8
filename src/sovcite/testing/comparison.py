"""What is wrong with an answer: the truth of a document beside what a pipeline says."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.model import Mention
from sovcite.testing.document import Document


def differences(document: Document, said: Sequence[Mention]) -> list[str]:
    """Say how the mentions that a pipeline found differ from the truth, a line each; nothing where all is right.

    Compared are both offsets, the repository as written and (where the truth knows it) its id, fond, opis, file,
    units, leaves with what they are counted in, date, kind and what was inherited; not the confidence.

    >>> from random import Random
    >>> from sovcite import find
    >>> from sovcite.testing import some_document
    >>> document = some_document(Random(1))
    >>> differences(document, find(document.text))
    []
    >>> differences(document, [])[0].startswith("missed: ")
    True
    """
    true = {_shown(mention): mention for mention in document.mentions}
    given = {_shown(mention): mention for mention in said}
    wrong = [f"missed: {line}" for line in true if line not in given]
    wrong += [f"said:   {line}" for line in given if line not in true]
    for line, mention in true.items():
        if line in given and not _same_repository(mention, given[line]):
            wrong += [f"missed: {line} of {_id(mention)}", f"said:   {line} of {_id(given[line])}"]
    if not wrong and len(document.mentions) != len(said):
        wrong.append(f"said:   {len(said)} citations, not {len(document.mentions)}")
    return wrong


def _same_repository(true: Mention, said: Mention) -> bool:
    return _id(true) in (None, _id(said))


def _id(mention: Mention) -> str | None:
    return mention.citation.repository.id if mention.citation.repository else None


def _shown(mention: Mention) -> str:
    citation = mention.citation
    name = citation.repository.written if citation.repository else None
    fields = {
        "repository": name and name.rstrip("."),
        "fond": citation.fond,
        "opis": citation.opis,
        "file": citation.file,
        "units": ",".join(f"{unit.kind}={unit.number}" for unit in citation.units),
        "leaves": ",".join(map(str, citation.leaves)),
        "counted": citation.leaves[0].unit if citation.leaves and citation.leaves[0].unit != "leaf" else None,
        "date": citation.date,
        "inherited": ",".join(mention.inherited),
    }
    shown = " ".join(f"{field}={value}" for field, value in fields.items() if value)
    return f"{mention.start}-{mention.end} {mention.raw!r} {mention.kind} {shown}"
