"""Notes in order → mentions: what a citation leaves out is taken over from the one it refers to.

Inheritance runs forward only, from the nearest earlier archival citation. Inside a note every level above the
highest one printed is taken over; from note to note only a short form (Ibid., Там же) takes anything over. A
bare short form takes over the leaves too. A printed source in between blocks a short form that states no
archival number above the leaf, and so does a reference that could not be read.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from attrs import define, evolve, field, frozen

from sovcite.grammar import fold
from sovcite.model import Citation, Confidence, Inherited, Mention, MentionKind, Note, Part, Unread
from sovcite.reading.drafts import Draft, as_citation, in_text
from sovcite.reading.finder import Find, Unreadable, scan
from sovcite.reading.view import View, view
from sovcite.resolution.judging import judge
from sovcite.resolution.planning import plan_of
from sovcite.resolution.plans import Ending, Plan, filled
from sovcite.resolution.shapes import Divided, divide
from sovcite.resolution.sources import names_a_book

Level = Literal["strict", "normal", "lenient"]
LEVELS: tuple[Level, ...] = ("strict", "normal", "lenient")

_INHERITED: tuple[Inherited, ...] = ("repository", "fond", "opis", "file")
# between two citations of one list: brackets, separators and the words that join or point
_LIST_GAP = re.compile(
    fold(r"(?:[\s,;:.()«\"'\[\]|-]|\([^()]{0,120}\)|\b(?:and|и|та|i|also|также|см|див|see)\b)*"), re.IGNORECASE
)
# Ф. 239 - Совет Министров СССР, and the next fond on its own line
_NEXT_FOND = re.compile(r" ?[-:,.(][^\n]{0,200}\n[ *·•-]*")
# a locus alone reaches back so far
_REACH = 400
# so many blanks stand in a row at most
_BLANKS = 16


@frozen
class Last:
    """The citation that a short form or an incomplete one would refer to."""

    citation: Citation
    confidence: Confidence
    # a printed source stands between
    blocked: bool = False
    # numbers in a row without labels
    is_row: bool = False
    # its place among the mentions of the note that is read, None where it stands in one before
    place: int | None = None
    # all mentions of its note
    beside: tuple[Mention, ...] = ()

    @property
    def several(self) -> bool:
        """Whether it is one of several that its note cites."""
        return len({mention.citation.key for mention in self.beside}) > 1


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
            reading = _NoteReading(
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


@define
class _NoteReading:
    level: Level
    text: str
    view: View
    note: int
    # the citation before, of this note or of one before it
    last: Last | None
    # no note with words was read before
    is_first: bool
    mentions: list[Mention] = field(factory=list)
    unread: list[Unread] = field(factory=list)
    # where the last citation of this note ended, None while there is none
    _end: int | None = None
    _read_up_to: int = 0
    # the fonds that are named by a designator anywhere in the note
    _fonds: set[str] = field(factory=set)
    # for each mention the place of the one of this note that it took over from
    _sources: list[int | None] = field(factory=list)
    # a printed source stands behind the last citation, or before the first
    _has_book: bool = False
    # something of it depends on the notes before, or on which numbers are the same
    _looked_back: bool = False

    def run(self) -> None:
        finds = list(scan(self.view, behind=self.last is not None))
        self._fonds = {
            draft.fond for found in finds if isinstance(found, Find) for draft in found.drafts
            if draft.kind != "bare" and draft.fond
        }  # fmt: skip
        for found in finds:
            if isinstance(found, Unreadable):
                self._cannot_read(found)
            else:
                self._take(found)
        self._pass_over(len(self.view.folded))
        if self.last and self.mentions:
            self.last = evolve(self.last, place=None, beside=tuple(self.mentions))

    def plan(self, divided: Divided) -> Plan | None:
        """Give what was read as a plan for all notes of its shape; None where what stands before the note counts."""
        if self._looked_back or self.unread or self.view.offsets is not None or self.view.mended is not None:
            return None
        ending = Ending(bool(self.last and self.last.is_row), self._has_book)
        return plan_of(divided.parts, self.mentions, self._sources, ending)

    def _cannot_read(self, found: Unreadable) -> None:
        start, end = self.view.back(found.start), self.view.back_end(found.end)
        self.unread.append(
            Unread(start=start, end=end, raw=self.text[start:end], reason=found.reason, note=self.note)
        )
        self.last, self._end, self._read_up_to = None, None, found.end

    def _pass_over(self, place: int) -> None:
        """Forget the citation before where the text up to a place names a book."""
        if self.last and names_a_book(self.view.folded[self._read_up_to : place]):
            self.last, self._has_book = evolve(self.last, blocked=True), True
        self._read_up_to = max(self._read_up_to, place)

    def _take(self, found: Find) -> None:
        gap = self.view.folded[self._end : found.start] if self._end is not None else None
        linked = gap is not None and self._is_linked(found, gap)
        self._pass_over(found.start)
        named = found.name if found.name_place != "nearby" else None
        taken: Draft | None = None
        for number, draft in enumerate(found.drafts):
            verdict = judge(found, draft, self.view, linked=linked or taken is not None, after=taken)
            self._looked_back |= draft.ibid and (self.last is None or self.last.place is None)
            self._looked_back |= draft.kind == "bare" and found.name is None
            if draft.ibid and not self._short_form_counts(draft):
                self._means_nothing(draft)
                continue
            if verdict == "suspect" and not draft.ibid and self.level != "lenient":
                continue
            confidence: Confidence = "certain" if verdict == "certain" else "probable"
            if draft.kind == "bare" and found.name is None and not self._names_fond(draft):
                continue
            mention, source = self._mention(found, draft, number, confidence)
            if self.level == "strict" and mention.confidence != "certain":
                continue
            is_row = draft.kind == "bare" or (draft.ibid and self.last is not None and self.last.is_row)
            self.last = Last(mention.citation, mention.confidence, is_row=is_row, place=len(self.mentions))
            self._has_book = False
            self.mentions.append(mention)
            self._sources.append(source.place if source else None)
            self._end, taken = found.end if named and number == len(found.drafts) - 1 else draft.end, draft
        if found.held:
            # who keeps a criminal file keeps no fonds
            self._end = None
        if taken:
            self._read_up_to = max(self._read_up_to, found.end)

    def _is_linked(self, found: Find, gap: str) -> bool:
        first = found.drafts[0]
        if _LIST_GAP.fullmatch(gap):
            return "\n\n" not in gap or first.highest < 3
        last = self.mentions[-1].citation
        if _NEXT_FOND.fullmatch(gap) and first.highest == 1 and not (last.opis or last.file):
            return True
        before = self._before(found.start)
        if first.highest == 1:
            # "… , le fonds 540 concerne"; (f. 9401), … (f. 9414)
            is_next = before == "(" and not (last.opis or last.file) and len(gap) < _REACH
            return (first.strong or is_next) and "\n\n" not in gap
        if len(gap) >= _REACH or "\n\n" in gap:
            return False
        if first.highest == 4 and before == ",":
            # l. 22: testimony of Platoch, l. 15–7
            return gap.startswith(":") and ")" not in gap
        if first.highest == 4:
            # семьи - лл. 46 и 48
            return before in ("(", ":", ";") or gap.rstrip().endswith(" -")
        # pages of a book, then in brackets the file: 422–4 (d. 551, l. 36–8)
        return before in ("(", ":") and bool(first.leaves)

    def _before(self, place: int) -> str:
        """Give the character before a place, blanks aside."""
        return self.view.folded[max(0, place - _BLANKS) : place].rstrip(" ")[-1:]

    def _short_form_counts(self, draft: Draft) -> bool:
        if draft.fond or draft.opis or (draft.file and draft.file_label != "number"):
            return True
        if draft.file:
            # Там же. № 10726 is a law as well
            return self.last is not None and not self.last.blocked
        if draft.leaves and not draft.labels:
            # Ibid., 240–1: leaves only behind numbers in a row
            return self.last is not None and self.last.is_row and not self.last.blocked
        is_page = bool(draft.leaves) and draft.leaves[0].unit == "page"
        if draft.leaves and not is_page:
            part = draft.parts[-1]
            is_folio = self.view.folded[part.start : part.label_end][:1] in ("f", "F")
            # ibid., f. 44a is as often of a manuscript
            return not is_folio or (self.last is not None and not self.last.blocked)
        before = self._before(draft.start)
        # "resolves Ibid. and Там же" speaks of the words
        is_named = not draft.leaves and before.isalpha()
        return self.last is not None and not self.last.blocked and not is_named

    def _means_nothing(self, draft: Draft) -> None:
        """Keep a short form that opens the very first note: there is nothing that it could mean."""
        if self.is_first and not any(letter.isalpha() for letter in self.view.folded[: draft.start]):
            start, end = self.view.back(draft.start), self.view.back_end(draft.end)
            raw = self.text[start:end]
            reason = f"{raw!r} has nothing before it to refer to"
            self.unread.append(
                Unread(start=start, end=end, raw=raw, reason=reason, note=self.note, is_short_form=True)
            )

    def _names_fond(self, draft: Draft) -> bool:
        """Say whether numbers in a row without a name begin with a fond that is cited elsewhere in words."""
        before = self.last.citation.fond if self.last else None
        return draft.fond is not None and (draft.fond in self._fonds or draft.fond == before)

    def _mention(
        self, found: Find, draft: Draft, number: int, confidence: Confidence
    ) -> tuple[Mention, Last | None]:
        """Give the mention of a draft, and the citation that it took over from."""
        named = found.name
        own_name = named is not None and (number == 0 or found.name_place != "before")
        citation = as_citation(draft, named.name if named else None)
        inherited: tuple[Inherited, ...] = ()
        source: Last | None = None
        if found.name_place == "nearby" or (number and found.name_place == "before"):
            inherited = ("repository",)
        if named is None or number:
            citation, more, source = self._inherit(citation, draft, has_name=named is not None)
            inherited = tuple(dict.fromkeys((*inherited, *more)))
            if source and draft.ibid:
                confidence = "probable" if source.several or source.blocked else source.confidence
            elif source and source.confidence == "probable":
                confidence = "probable"
        start, end = draft.start, draft.end
        if named and found.name_place == "before" and number == 0:
            start = named.start
        kind: MentionKind = "ibid" if draft.ibid else "full" if own_name and found.name_place != "nearby" else "short"
        start, end = self.view.back(start), self.view.back_end(end)
        mention = Mention(
            citation=citation, start=start, end=end, raw=self.text[start:end], kind=kind,
            confidence=confidence, inherited=inherited, note=self.note, parts=self._parts(found, draft, number),
        )  # fmt: skip
        return mention, source

    def _inherit(
        self, citation: Citation, draft: Draft, *, has_name: bool
    ) -> tuple[Citation, tuple[Inherited, ...], Last | None]:
        source = self._source(draft)
        if source is None:
            return citation, (), None
        before = source.citation
        taken: dict[str, object] = {}
        highest = draft.highest
        for rank, level in enumerate(_INHERITED):
            if rank < highest and getattr(citation, level) is None and getattr(before, level) is not None:
                if level == "repository" and has_name:
                    continue
                taken[level] = getattr(before, level)
        if "file" in taken:
            taken["file_label"] = before.file_label
        if highest >= 4 or ("file" in taken and not draft.units):
            taken |= {"units": draft.units or before.units}
        inherited = tuple(level for level in _INHERITED if level in taken)
        if draft.ibid and highest == 5 and not draft.units and before.leaves:
            taken["leaves"] = before.leaves
            inherited = (*inherited, "leaves")
        return evolve(citation, **taken), inherited, source  # type: ignore[arg-type]

    def _source(self, draft: Draft) -> Last | None:
        if self.last is None:
            return None
        if draft.ibid:
            return None if self.last.blocked and draft.highest >= 4 else self.last
        # without a short form only what stands in the same note is carried on
        return self.last if self._end is not None else None

    def _parts(self, found: Find, draft: Draft, number: int) -> tuple[Part, ...]:
        parts = list(draft.parts)
        if found.name and number == 0 and found.name_place != "nearby":
            parts.append(found.name.part)
        return in_text(sorted(parts, key=lambda part: part.start), self.view)
