"""What every rule looks at: the notes of a manuscript and the citations in them, read once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from attrs import Factory, define, field, frozen

from sovcite.checking.dress import dress_of
from sovcite.data.style import Style
from sovcite.model import Mention, Note, Part, Unread

# citations of one dress, in order
Alike = Sequence[Mention]


@define(eq=False)
class _Index:
    """What several rules ask of the same citations, gathered when the first of them asks."""

    notes: Sequence[Note]
    mentions: Sequence[Mention]

    @cached_property
    def by_note(self) -> Mapping[int, Sequence[Mention]]:
        by_note: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            by_note.setdefault(mention.note, []).append(mention)
        return by_note

    @cached_property
    def before(self) -> Sequence[int | None]:
        last: dict[str, int] = {}
        before = []
        for place, note in enumerate(self.notes):
            before.append(last.get(note.kind))
            last[note.kind] = place
        return before

    @cached_property
    def dresses(self) -> Sequence[Alike]:
        notes = self.notes
        dresses: dict[Hashable, list[Mention]] = {}
        for mention in self.mentions:
            dresses.setdefault(dress_of(mention, notes[mention.note]), []).append(mention)
        return list(dresses.values())

    @cached_property
    def short_forms(self) -> Sequence[tuple[Mention, Part]]:
        shorts = [one for one in self.dresses if any(part.kind == "short" for part in one[0].parts)]
        return [(one, next(part for part in one.parts if part.kind == "short")) for one in in_order(shorts)]


@frozen(kw_only=True)
class Survey:
    """The notes in reading order, their citations, and what looked like one and could not be read.

    style is the one that a rule is to ask for, None where it follows the manuscript.
    """

    notes: tuple[Note, ...]
    mentions: tuple[Mention, ...] = ()
    unread: tuple[Unread, ...] = ()
    style: Style | None = None
    # shared by a survey and the one that differs from it in style alone
    _index: _Index = field(
        default=Factory(lambda survey: _Index(survey.notes, survey.mentions), takes_self=True), repr=False, eq=False
    )

    @property
    def dresses(self) -> Sequence[Alike]:
        """The citations grouped by their dress, the groups in the order of their first citations."""
        return self._index.dresses

    @property
    def short_forms(self) -> Sequence[tuple[Mention, Part]]:
        """The citations that are printed with Ibid. or Там же, each with that part."""
        return self._index.short_forms

    def is_unsure(self, *keys: str) -> bool:
        """Say whether the style that is asked for is itself not sure of one of these keys of its file."""
        return self.style is not None and any(key in self.style.uncertain for key in keys)

    def in_note(self, note: int) -> Sequence[Mention]:
        """Give the citations of the note with that place in the sequence."""
        return self._index.by_note.get(note, ())

    def text(self, mention: Mention) -> str:
        """Give the whole text of the note that a citation stands in."""
        return self.notes[mention.note].text

    def before(self, note: int) -> int | None:
        """Give the place of the nearest earlier note of the same kind: footnotes follow footnotes."""
        return self._index.before[note]


def survey_notes(notes: Sequence[Note]) -> Survey:
    """Find the citations of a manuscript's notes, in order, short forms resolved."""
    from sovcite.resolution import survey

    mentions, unread = survey(notes)
    return Survey(notes=tuple(notes), mentions=tuple(mentions), unread=tuple(unread))


def in_order(several: Iterable[Alike]) -> list[Mention]:
    """Give the citations of several dresses in the order of the manuscript."""
    return sorted(chain.from_iterable(several), key=lambda mention: (mention.note, mention.start))


def part_of(mention: Mention, kind: str) -> Part | None:
    """Give the printed part of that kind, or None where the citation leaves it out."""
    for part in mention.parts:
        if part.kind == kind:
            return part
    return None


def labelled(mention: Mention) -> Iterator[Part]:
    """Give the printed parts of a citation that bear a designator and a number."""
    return (part for part in mention.parts if part.start < part.label_end < part.end)


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
