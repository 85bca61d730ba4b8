"""What every rule looks at: the notes of a manuscript and the citations in them, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from sovcite.data.style import Style
from sovcite.model import Mention, Note, Part, Unread


@frozen(kw_only=True)
class Survey:
    """The notes in reading order, their citations, and what looked like one and could not be read.

    style is the one that a rule is to ask for, None where it follows the manuscript.
    """

    notes: tuple[Note, ...]
    mentions: tuple[Mention, ...] = ()
    unread: tuple[Unread, ...] = ()
    style: Style | None = None
    _by_note: Mapping[int, Sequence[Mention]] = field(init=False, repr=False, eq=False)

    @_by_note.default
    def _gather(self) -> Mapping[int, Sequence[Mention]]:
        by_note: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            by_note.setdefault(mention.note, []).append(mention)
        return by_note

    def is_unsure(self, *keys: str) -> bool:
        """Say whether the style that is asked for is itself not sure of one of these keys of its file."""
        return self.style is not None and any(key in self.style.uncertain for key in keys)

    def labelled(self) -> Iterator[tuple[Mention, Part, str]]:
        """Give each printed part that bears a designator and a number, with its citation and its note's text."""
        for mention in self.mentions:
            text = self.text(mention)
            for part in mention.parts:
                if part.start < part.label_end < part.end:
                    yield mention, part, text

    def in_note(self, note: int) -> Sequence[Mention]:
        """Give the citations of the note with that place in the sequence."""
        return self._by_note.get(note, ())

    def text(self, mention: Mention) -> str:
        """Give the whole text of the note that a citation stands in."""
        return self.notes[mention.note].text

    def before(self, note: int) -> int | None:
        """Give the place of the nearest earlier note of the same kind: footnotes follow footnotes."""
        kind = self.notes[note].kind
        return next((place for place in range(note - 1, -1, -1) if self.notes[place].kind == kind), None)


def survey_notes(notes: Sequence[Note]) -> Survey:
    """Find the citations of a manuscript's notes, in order, short forms resolved."""
    from sovcite.resolution import survey

    mentions, unread = survey(notes)
    return Survey(notes=tuple(notes), mentions=tuple(mentions), unread=tuple(unread))


def part_of(mention: Mention, kind: str) -> Part | None:
    """Give the printed part of that kind, or None where the citation leaves it out."""
    return next((part for part in mention.parts if part.kind == kind), None)


def unread_number(mention: Mention, text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] holds a number that belongs to no part that was read.

    Then a level may be written in words that are not known here, and nothing can be said to be missing.
    """
    covered = [range(part.start, part.end) for part in mention.parts]
    return any(
        text[place].isdigit() and not any(place in part for part in covered) for place in range(start, end)
    )


def following(survey: Survey, mention: Mention) -> Mention | None:
    """Give the citation behind another in the same note, or None."""
    mentions = survey.in_note(mention.note)
    return next((one for one in mentions if one.start >= mention.end), None)
