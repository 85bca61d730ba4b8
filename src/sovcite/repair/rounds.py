"""Repairs planned in rounds: one can open the way for another, or touch it; all are one plan of the file as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from sovcite.checking.proof import with_edits
from sovcite.model import Diagnostic, Edit, Manuscript, Mention, Note
from sovcite.repair.choosing import plan_repairs
from sovcite.repair.composing import composed, span_before
from sovcite.repair.editing import edited, smallest
from sovcite.repair.obstacles import obstacle
from sovcite.repair.plan import STYLE, TOUCHING, Before, Change, Plan, Remark

# gives what is read in notes, and what is wrong with them
Look = Callable[[Sequence[Note]], tuple[Sequence[Mention], Sequence[Diagnostic]]]
# gives the changes and the remarks of a house style
Restyled = Callable[[Manuscript, Sequence[Mention], Before | None], tuple[Sequence[Change], Sequence[Remark]]]
# so many rounds at most: after them nothing new is left, or two rules disagree
_ROUNDS = 5
_AT_ODDS = "what follows from it undoes it again"


def plan_on(
    manuscript: Manuscript, plan: Plan, look: Look, *, everything: bool = False, restyled: Restyled | None = None
) -> Plan:
    """Plan what is left when a plan is carried out, until nothing is, and give it all as one plan.

    The notes are read anew after each round, and with a house style (restyled) written in it again. Without everything
    this is done only where a repair was refused because it touches another, or a house style has written over what
    was found. A round that could not be written in the places of the source is not made.
    """
    # the plan that leads to each state of the notes, with what was then to be done left to the author
    seen = {_texts(manuscript.notes): _stopped(Before(manuscript.notes, {}), Plan(), manuscript.notes, plan)}
    for _ in range(_ROUNDS - 1):
        if plan.changes and not (everything or _opens_more(plan)):
            break
        edits = plan.edits()
        notes = with_edits(manuscript.notes, edits.items())
        if (known := seen.get(_texts(notes))) is not None:
            # nothing is to be done, or two rules, or a rule and the style, undo each other's work
            return known
        mentions, found = look(notes)
        before = Before(manuscript.notes, edits)
        current = evolve(manuscript, notes=notes)
        changes, refused = restyled(current, mentions, before) if restyled else ([], [])
        following = plan_repairs(current, found, changes, everything=everything, mentions=mentions, before=before)
        following = evolve(following, remarks=(*following.remarks, *refused))
        joined = _joined(before, plan, notes, following)
        if any(obstacle(manuscript.maps[one.note], edit) for one in joined.changes for edit in one.edits):
            break
        seen[_texts(notes)] = _stopped(before, plan, notes, following)
        plan = joined
        if not following.changes:
            break
    return plan


def _texts(notes: Sequence[Note]) -> tuple[str, ...]:
    return tuple(note.text for note in notes)


def _stopped(before: Before, plan: Plan, notes: Sequence[Note], following: Plan) -> Plan:
    """Give a plan with what would follow it left to a person."""
    left = following.without(((one, _AT_ODDS) for one in following.changes), notes)
    return _joined(before, plan, notes, left)


def _opens_more(plan: Plan) -> bool:
    return any(one.reason == TOUCHING for one in plan.remarks) or any(one.code == STYLE for one in plan.changes)


def _joined(before: Before, first: Plan, notes: Sequence[Note], second: Plan) -> Plan:
    """Give one plan for two: the second is of the notes that the first makes."""
    old, new = _by_note(first.changes), _by_note(second.changes)
    changes = [one for one in first.changes if one.note not in new]
    for place, again in new.items():
        changes += _of_note(before.notes[place].text, notes[place].text, old.get(place, []), again)
    remarks = []
    for one in second.remarks:
        if one.note in before.edits:
            start, end = span_before(before.edits[one.note], one.start, one.end)
            words = before.notes[one.note].text[start:end]
            # of what is put in only now, the words are those that come to stand there
            one = evolve(one, start=start, end=end, raw=words or one.raw)
        remarks.append(one)
    return Plan(changes=tuple(sorted(changes, key=lambda one: (one.note, one.start))), remarks=tuple(remarks))


def _by_note(changes: Iterable[Change]) -> dict[int, list[Change]]:
    by_note: dict[int, list[Change]] = {}
    for one in changes:
        by_note.setdefault(one.note, []).append(one)
    return by_note


def _of_note(text: str, after: str, first: Sequence[Change], second: Sequence[Change]) -> list[Change]:
    """Join the changes of a note; those whose edits touch become one change."""
    old, new = _in_order(first), _in_order(second)
    edits = [edit for edit, _ in old]
    moved = []
    for change in second:
        start, end = span_before(edits, change.start, change.end)
        moved.append(evolve(change, start=start, end=end))
    groups: list[tuple[list[Change], list[Edit]]] = []
    for one in composed(after, edits, [edit for edit, _ in new]):
        owners = [*(first[old[place][1]] for place in one.first), *(moved[new[place][1]] for place in one.second)]
        owned = [one.edit]
        for group in [group for group in groups if any(change in group[0] for change in owners)]:
            owners, owned = [*group[0], *owners], [*group[1], *owned]
            groups.remove(group)
        groups.append((owners, owned))
    joined = (_one(text, list(dict.fromkeys(owners)), owned) for owners, owned in groups)
    return [one for one in joined if one is not None]


def _in_order(changes: Sequence[Change]) -> list[tuple[Edit, int]]:
    """Give the edits of changes in order, each with the place of its change."""
    edits = [(edit, place) for place, change in enumerate(changes) for edit in change.edits]
    return sorted(edits, key=lambda one: (one[0].start, one[0].end))


def _one(text: str, changes: Sequence[Change], edits: Iterable[Edit]) -> Change | None:
    """Make one change of several; None where they leave the text as it was."""
    small = [edit for one in edits if (edit := smallest(text, one)) is not None]
    small.sort(key=lambda edit: (edit.start, edit.end))
    if not small:
        return None
    if len(changes) == 1 and changes[0].edits == tuple(small):
        return changes[0]
    start = min(*(one.start for one in changes), small[0].start)
    end = max(*(one.end for one in changes), small[-1].end)
    return Change(
        note=changes[0].note, code="+".join(sorted({code for one in changes for code in one.code.split("+")})),
        start=start, end=end, old=text[start:end], new=edited(text[:end], small)[start:], edits=tuple(small),
        safety="safe" if all(one.safety == "safe" for one in changes) else "ask",
    )  # fmt: skip
