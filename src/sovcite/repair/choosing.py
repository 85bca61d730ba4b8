"""Which findings of a manuscript are repaired, and which are left to a person, and why."""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.checking.proof import digits
from sovcite.model import Diagnostic, Edit, Manuscript, Mention
from sovcite.repair.composing import composed
from sovcite.repair.editing import edited, smallest
from sovcite.repair.obstacles import obstacle
from sovcite.repair.plan import TOUCHING, Before, Change, Plan, Remark
from sovcite.repair.proof import same_citations, unproven


def plan_repairs(
    manuscript: Manuscript, findings: Sequence[Diagnostic], changes: Sequence[Change] = (), *,
    everything: bool = False, mentions: Sequence[Mention] | None = None, before: Before | None = None,
) -> Plan:  # fmt: skip
    """Decide on the findings of a manuscript.

    A repair that its rule calls safe is made if the note is then read as the same citations with the same
    digits, and with all repairs together every note as the same citations; one that the author has to decide on only
    where everything is asked for. No repair touches a field, the border of a link or a change tracked by someone else.
    changes were decided on before (a house style): what they mend is not mended again. mentions: the citations of
    the notes, where they were read already. before: where the notes are those of a round before, and their maps those
    of the file.
    """
    accepted = list(changes)
    remarks: list[Remark] = []
    taken: dict[int, list[Edit]] = {}
    for change in changes:
        taken.setdefault(change.note, []).extend(change.edits)
    styled = {(change.note, place) for change in changes for place in range(change.start, change.end)}
    for finding in findings:
        if finding.severity == "info" and (finding.fix is None or not everything):
            # a hint is no comment, and is taken up only where everything is asked for
            continue
        text = manuscript.notes[finding.note].text
        allowed = ("safe", "ask") if everything else ("safe",)
        if finding.fix is None or finding.fix.safety not in allowed:
            remarks.append(_remark(finding))
            continue
        small = (smallest(text, edit) for edit in finding.fix.edits)
        edits = tuple(edit for edit in small if edit is not None)
        if any((finding.note, edit.start) in styled for edit in edits):
            continue
        beside = taken.setdefault(finding.note, [])
        reason = _objection(manuscript, finding, edits, beside, before)
        if reason is not None:
            remarks.append(_remark(finding, reason))
            continue
        beside += edits
        start, end = finding.start, finding.end
        new = edited(text[:end], edits)[start:] if all(e.start >= start and e.end <= end for e in edits) else ""
        if not new:
            start, end = min(e.start for e in edits), max(e.end for e in edits)
            new = edited(text[:end], edits)[start:]
        accepted.append(
            Change(
                note=finding.note, code=finding.code, start=start, end=end, old=text[start:end], new=new, edits=edits,
                safety=finding.fix.safety,
            )
        )  # fmt: skip
    plan = Plan(changes=tuple(sorted(accepted, key=lambda one: (one.note, one.start))), remarks=tuple(remarks))
    return plan.without(unproven(manuscript.notes, plan.changes, mentions), manuscript.notes)


def _objection(
    manuscript: Manuscript, finding: Diagnostic, edits: tuple[Edit, ...], beside: Sequence[Edit], before: Before | None
) -> str | None:
    """Say why a repair is not made; None where nothing speaks against it."""
    if not edits:
        return "the repair changes nothing"
    text = manuscript.notes[finding.note].text
    if any(edit.start <= other.end and other.start <= edit.end for edit in edits for other in beside):
        return TOUCHING
    together = sorted((*beside, *edits), key=lambda edit: (edit.start, edit.end))
    for edit in in_file(finding.note, text, together, before) if before else edits:
        found = obstacle(manuscript.maps[finding.note], edit)
        if found is not None:
            return f"the place touches {found}"
    if finding.fix is not None and finding.fix.safety == "safe":
        old, new = edited(text, sorted(beside, key=lambda edit: edit.start)), edited(text, together)
        if not same_citations(old, new):
            changed = "the digits change" if digits(old) != digits(new) else "the citation is then read as another one"
            return f"no safe repair: {changed}"
    return None


def in_file(note: int, text: str, edits: Sequence[Edit], before: Before) -> Sequence[Edit]:
    """Give the edits of a note, those of earlier rounds with them, as they are written into the file."""
    whole = composed(text, before.edits.get(note, ()), edits)
    small = (smallest(before.notes[note].text, one.edit) for one in whole)
    return [edit for edit in small if edit is not None]


def _remark(finding: Diagnostic, reason: str | None = None) -> Remark:
    return Remark(
        note=finding.note, code=finding.code, start=finding.start, end=finding.end, raw=finding.raw,
        message=finding.message, reason=reason,
    )  # fmt: skip
