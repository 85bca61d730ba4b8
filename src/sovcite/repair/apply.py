"""A plan carried out on the content of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from attrs import evolve

from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.joining import read_files
from sovcite.model import Manuscript, Mention
from sovcite.repair.editing import edited
from sovcite.repair.plan import Plan
from sovcite.repair.proof import unproven

AUTHOR = "sovcite"
_READ_OTHERWISE = "the text around it would then be read otherwise"


def repaired(
    data: bytes, manuscript: Manuscript, plan: Plan, *, author: str = AUTHOR, date: datetime | None = None
) -> bytes:
    """Give the content of a file with the repairs of a plan; without any, the very same bytes.

    manuscript is what was read from data, alone or with other files, of which nothing is written. In Word and
    OpenDocument files each repair is a tracked change of the author at that date (UTC, now if None), and what is left
    to a person a comment; in text formats the text is changed. Raises ReadError where the file can only be read.
    """
    edits = {note: some for note, some in plan.edits().items() if manuscript.file_of(note) == manuscript.source}
    if manuscript.form == "text":
        from sovcite.repair.text import repair_text

        return repair_text(data, manuscript, edits)
    if not edits and not plan.remarks:
        return data
    moment = (date or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    if manuscript.form == "word":
        from sovcite.repair.word import repair_word

        return repair_word(data, manuscript, plan, author=author, moment=moment)
    if manuscript.form == "odt":
        from sovcite.repair.opendocument import repair_opendocument

        return repair_opendocument(data, manuscript, plan, author=author, moment=moment)
    raise unreadable(manuscript.source, "can be read but not written; save it as .docx, .odt or text")


def repaired_files(contents: Mapping[str, bytes], manuscript: Manuscript, plan: Plan) -> dict[str, bytes]:
    """Give the contents of the files of a manuscript in a text format with the repairs of a plan."""
    return {file: repaired(data, evolve(manuscript, source=file), plan) for file, data in contents.items()}


def proven(
    contents: Mapping[str, bytes], manuscript: Manuscript, plan: Plan, mentions: Sequence[Mention] | None = None
) -> Plan:
    """Leave to a person the changes of those notes that would not be read as planned.

    Letters of a text format can mean something where they come to stand: so the repaired text is read again.
    In Word and OpenDocument files a text is never anything else. contents: those of the files that the manuscript was
    read from. mentions: the citations of the notes, where they
    were read already.
    """
    if manuscript.form != "text":
        return plan
    while plan.changes:
        edits = plan.edits()
        planned = [edited(note.text, edits.get(place, ())).strip() for place, note in enumerate(manuscript.notes)]
        again = [note.text.strip() for note in read_files(repaired_files(contents, manuscript, plan)).notes]
        if again == planned:
            return plan
        wrong = {place for place in edits if again[place : place + 1] != [planned[place]]}
        # without one of the notes to blame, all of them are
        blamed = [one for one in plan.changes if one.note in (wrong or edits)]
        plan = plan.without([(one, _READ_OTHERWISE) for one in blamed], manuscript.notes)
        plan = plan.without(unproven(manuscript.notes, plan.changes, mentions), manuscript.notes)
    return plan
