"""A house style: every citation that stands whole in a note, written as the journal asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.checking.silence import silence_of
from sovcite.formatting import Style, format
from sovcite.model import Edit, Manuscript, Mention, StyleLimit
from sovcite.repair.editing import edited, word_edits
from sovcite.repair.obstacles import obstacle
from sovcite.repair.plan import STYLE, Change, Remark
from sovcite.repair.proof import same_citations
from sovcite.resolution import find


def restyle(
    manuscript: Manuscript, mentions: Sequence[Mention], style: Style | str
) -> tuple[list[Change], list[Remark]]:
    """Write the citations of a manuscript in a style; what it cannot print, or what may not be touched, is left.

    A citation that follows another in its note keeps what it leaves out; Ibid. and the like stay as they are. A
    citation is written anew only if the note is then read as the same citations, and never where a comment asks for
    silence about every rule.
    """
    silence = silence_of(manuscript.notes)
    changes: list[Change] = []
    remarks: list[Remark] = []
    accepted: dict[int, list[Edit]] = {}
    for mention in mentions:
        if mention.kind == "ibid" or mention.confidence != "certain" or not mention.parts:
            continue
        if silence.covers_all(mention.note):
            continue
        try:
            printed = _printed(mention, style)
        except StyleLimit as limit:
            remarks.append(_remark(mention, str(limit).partition("\n")[0]))
            continue
        text = manuscript.notes[mention.note].text
        # the stop of a sentence is not printed twice
        if printed and printed.endswith(".") and text[mention.end : mention.end + 1] == ".":
            printed = printed[:-1]
        if printed in (None, mention.raw):
            continue
        assert printed is not None
        edits = word_edits(text, mention.start, mention.end, printed)
        together = sorted((*accepted.get(mention.note, ()), *edits), key=lambda edit: (edit.start, edit.end))
        found = next(filter(None, (obstacle(manuscript.maps[mention.note], edit) for edit in edits)), None)
        if found is not None:
            remarks.append(_remark(mention, f"the place touches {found}"))
        elif not same_citations(text, edited(text, together)):
            remarks.append(_remark(mention, "the note is then read as other citations"))
        else:
            accepted[mention.note] = together
            change = Change(
                note=mention.note, code=STYLE, start=mention.start, end=mention.end, old=mention.raw,
                new=printed, edits=edits, safety="safe",
            )  # fmt: skip
            changes.append(change)
    return changes, remarks


def _printed(mention: Mention, style: Style | str) -> str | None:
    """Print a citation; of one that takes levels over, from the first level that it names itself."""
    printed = format(mention.citation, style)
    first = min(mention.parts, key=lambda part: part.start)
    if first.kind == "repository":
        return printed
    found = find(printed)
    parts = found[0].parts if len(found) == 1 else ()
    return next((printed[part.start :] for part in parts if part.kind == first.kind), None)


def _remark(mention: Mention, reason: str) -> Remark:
    return Remark(
        note=mention.note, code=STYLE, start=mention.start, end=mention.end, raw=mention.raw,
        message="citation is not in the style", reason=reason,
    )  # fmt: skip
