"""A house style: every citation that stands whole in a note, written as the journal asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sovcite.checking.proof import hold_together
from sovcite.checking.silence import silence_of
from sovcite.formatting import Style, format
from sovcite.formatting.printing import chosen_style
from sovcite.model import Edit, Manuscript, Mention, StyleLimit
from sovcite.repair.choosing import in_file
from sovcite.repair.editing import edited, word_edits
from sovcite.repair.obstacles import obstacle
from sovcite.repair.plan import STYLE, Before, Change, Remark
from sovcite.repair.proof import same_citations
from sovcite.resolution import find


def restyle(
    manuscript: Manuscript, mentions: Sequence[Mention], style: Style | str, before: Before | None = None
) -> tuple[list[Change], list[Remark]]:
    """Write the citations of a manuscript in a style; what it cannot print, or what may not be touched, is left.

    A citation that follows another in its note keeps what it leaves out; Ibid. and the like stay as they are. A
    citation is written anew only if the note is then read as the same citations, and never where a comment asks for
    silence about every rule. What a style puts around a citation (brackets) is left to the author: it may stand there
    already, or hold several. before: where the notes are those of a round before, and their maps those of the file.
    """
    bare = evolve(chosen_style(style), around="{}")
    silence = silence_of(manuscript.notes)
    remarks: list[Remark] = []
    wanted: dict[int, list[Change]] = {}
    for mention in mentions:
        if mention.kind == "ibid" or mention.confidence != "certain" or not mention.parts:
            continue
        if silence.covers_all(mention.note):
            continue
        try:
            printed = _printed(mention, bare)
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
        written = in_file(mention.note, text, edits, before) if before else edits
        found = next(filter(None, (obstacle(manuscript.maps[mention.note], edit) for edit in written)), None)
        if found is not None:
            remarks.append(_remark(mention, f"the place touches {found}"))
            continue
        change = Change(
            note=mention.note, code=STYLE, start=mention.start, end=mention.end, old=mention.raw,
            new=printed, edits=edits, safety="safe",
        )  # fmt: skip
        wanted.setdefault(mention.note, []).append(change)
    changes: list[Change] = []
    for note, of_note in wanted.items():
        held = _that_hold(manuscript.notes[note].text, of_note)
        changes += held
        remarks += [_left(one, "the note is then read as other citations") for one in of_note if one not in held]
    return changes, sorted(remarks, key=lambda one: (one.note, one.start))


def _that_hold(text: str, changes: Sequence[Change]) -> list[Change]:
    """Give those changes of a note with which it is read as the same citations."""

    def _holds(some: Sequence[Change]) -> bool:
        printed = [Edit(start=one.start, end=one.end, new=one.new) for one in sorted(some, key=lambda one: one.start)]
        spans, shift = [], 0
        for one in printed:
            spans.append((one.start + shift, one.start + shift + len(one.new)))
            shift += len(one.new) - (one.end - one.start)
        return same_citations(text, edited(text, printed), spans)

    held: list[Change] = []
    left = list(changes)
    # one that does not hold by itself may hold beside others that were tried after it
    while left and (more := hold_together(left, _holds, held)):
        held += more
        left = [one for one in left if one not in more]
    return sorted(held, key=lambda one: one.start)


def _printed(mention: Mention, style: Style) -> str | None:
    """Print a citation; of one that takes levels over, those alone that it names itself."""
    printed = format(mention.citation, style)
    named = {part.kind for part in mention.parts}
    if "repository" in named:
        return printed
    found = find(printed)
    parts = found[0].parts if len(found) == 1 else ()
    kept = [part for part in parts if part.kind in named]
    if min(mention.parts, key=lambda part: part.start).kind not in {part.kind for part in kept}:
        return None
    # a style that begins with the leaf has at its end what is taken over
    end = len(printed) if parts[-1] in kept else max(part.end for part in kept)
    return printed[min(part.start for part in kept) : end]


def _remark(mention: Mention, reason: str) -> Remark:
    return _said(mention.note, mention.start, mention.end, mention.raw, reason)


def _left(change: Change, reason: str) -> Remark:
    return _said(change.note, change.start, change.end, change.old, reason)


def _said(note: int, start: int, end: int, raw: str, reason: str) -> Remark:
    return Remark(
        note=note, code=STYLE, start=start, end=end, raw=raw, message="citation is not in the style", reason=reason
    )
