"""What is to be done with a manuscript: repairs, and what is left to a person."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from sovcite.model import Edit, FixSafety, Note

# the code of what a house style changes, and no rule
STYLE = "style"
TOUCHING = "another repair touches the same place"


@frozen(kw_only=True)
class Change:
    """One repair: text[start:end] of the note, old, becomes new. code is the rule, or "style".

    A "safe" one leaves every citation of the manuscript the same.
    """

    note: int
    code: str
    start: int
    end: int
    old: str
    new: str
    edits: tuple[Edit, ...]
    safety: FixSafety = "ask"


@frozen(kw_only=True)
class Remark:
    """One finding that is left to a person; raw is text[start:end] of the note, reason why it was not repaired."""

    note: int
    code: str
    start: int
    end: int
    raw: str
    message: str
    reason: str | None = None


@frozen(kw_only=True)
class Plan:
    """The repairs in order, and the findings that are left."""

    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def edits(self) -> Mapping[int, list[Edit]]:
        """Give the edits of each note that has any, in order."""
        by_note: dict[int, list[Edit]] = {}
        for change in self.changes:
            by_note.setdefault(change.note, []).extend(change.edits)
        for edits in by_note.values():
            edits.sort(key=lambda edit: (edit.start, edit.end))
        return by_note

    def without(self, refused: Iterable[tuple[Change, str]], notes: Sequence[Note]) -> Plan:
        """Leave changes of the plan to a person, each with the reason."""
        reasons = dict(refused)
        left = (
            Remark(
                note=one.note, code=one.code, start=one.start, end=one.end, message=f"write {one.new!r}",
                raw=notes[one.note].text[one.start : one.end], reason=reason,
            )
            for one, reason in reasons.items()
        )  # fmt: skip
        kept = tuple(one for one in self.changes if one not in reasons)
        return Plan(changes=kept, remarks=(*self.remarks, *left))

    def of(self, notes: Container[int]) -> Plan:
        """Give what of the plan is for some notes, by their places."""
        return Plan(
            changes=tuple(one for one in self.changes if one.note in notes),
            remarks=tuple(one for one in self.remarks if one.note in notes),
        )


class Before(NamedTuple):
    """What was planned in earlier rounds: the notes as they stand in the file, and the edits of each so far."""

    notes: Sequence[Note]
    edits: Mapping[int, Sequence[Edit]]
