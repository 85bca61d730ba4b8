"""Notes in order → mentions: what a citation leaves out is taken over from the one it refers to.

Inheritance runs forward only, from the nearest earlier archival citation. Inside a note every level above the
highest one printed is taken over; from note to note only a short form (Ibid., Там же) takes anything over. A
bare short form takes over the leaves too. A printed source in between blocks a short form that states no
archival number above the leaf, and so does a reference that could not be read.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import define, evolve, field

from sovcite.model import Mention, Note, Unread
from sovcite.reading.view import view
from sovcite.resolution.inheriting import Last
from sovcite.resolution.note_reading import Level, NoteReading
from sovcite.resolution.plans import Plan, filled
from sovcite.resolution.shapes import divide


class _Planned(NamedTuple):
    """A note with citations that was read by its plan."""

    mentions: list[Mention]
    plan: Plan

    def last(self) -> Last:
        """Give what the next note may refer to; few notes refer to anything."""
        one = self.mentions[-1]
        return Last(one.citation, one.confidence, self.plan.blocked, self.plan.is_row, None, tuple(self.mentions))


@define
class Resolver:
    """Reads one note after the other and keeps what may be referred back to, footnotes apart from the body."""

    level: Level = "normal"
    mentions: list[Mention] = field(factory=list)
    unread: list[Unread] = field(factory=list)
    # some repository is named ambiguously
    is_unsure: bool = False
    _last: dict[str, Last | _Planned | None] = field(factory=dict)
    # the kinds of notes of which one with words was read
    _begun: set[str] = field(factory=set)

    def read(self, note: Note, place: int) -> None:
        """Read a note, the place-th of its manuscript from 0."""
        before = self._last.get(note.kind)
        divided = divide(note.text, self.level, behind=before is not None)
        if divided is not None and divided.plan is not None:
            plan = divided.plan
            mentions = filled(plan, note.text, divided.parts, place)
            if mentions:
                self._last[note.kind] = _Planned(mentions, plan)
            elif plan.blocked and before is not None:
                self._last[note.kind] = evolve(_as_last(before), blocked=True)
            self.is_unsure = self.is_unsure or plan.is_unsure
        else:
            last = _as_last(before) if before is not None else None
            reading = NoteReading(
                self.level, note.text, view(note.text), place, last, note.kind not in self._begun
            )
            reading.run()
            if divided is not None and not divided.is_known:
                divided.keep(reading.plan(divided))
            mentions = reading.mentions
            self.unread += reading.unread
            self._last[note.kind] = reading.last
            self.is_unsure = self.is_unsure or any(map(_is_ambiguous, mentions))
        if note.text.strip():
            self._begun.add(note.kind)
        self.mentions += mentions


def _as_last(before: Last | _Planned) -> Last:
    return before.last() if isinstance(before, _Planned) else before


def _is_ambiguous(mention: Mention) -> bool:
    name = mention.citation.repository
    return name is not None and len(name.candidates) > 1
