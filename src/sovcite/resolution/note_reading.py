"""One note: what is found in it, judged, and put together with what it refers to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Literal

from attrs import define, evolve, field

from sovcite.model import Confidence, Inherited, Mention, MentionKind, Part, Unread
from sovcite.reading.drafts import Draft, as_citation, in_text
from sovcite.reading.finder import Find, Unreadable, scan
from sovcite.reading.view import View
from sovcite.resolution.inheriting import Last, inherit
from sovcite.resolution.judging import judge
from sovcite.resolution.linking import is_linked, short_form_counts
from sovcite.resolution.planning import plan_of
from sovcite.resolution.plans import Ending, Plan
from sovcite.resolution.shapes import Divided
from sovcite.resolution.sources import names_a_book

Level = Literal["strict", "normal", "lenient"]
LEVELS: tuple[Level, ...] = ("strict", "normal", "lenient")


@define
class NoteReading:
    """Reads one note: its citations in order, each with what it takes over from the one before."""

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
    # what was found and not yet taken; the text is searched as far as is needed, for what is found is large
    _found: Iterator[Find | Unreadable] = field(init=False)
    _waiting: deque[Find | Unreadable] = field(factory=deque)
    # the fonds that were named by a designator so far
    _fonds: set[str] = field(factory=set)
    # for each mention the place of the one of this note that it took over from
    _sources: list[int | None] = field(factory=list)
    # a printed source stands behind the last citation, or before the first
    _has_book: bool = False
    # something of it depends on the notes before, or on which numbers are the same
    _looked_back: bool = False

    def run(self) -> None:
        self._found = scan(self.view, behind=self.last is not None)
        while (found := self._next()) is not None:
            if isinstance(found, Unreadable):
                self._cannot_read(found)
            else:
                self._take(found)
        self._pass_over(len(self.view.folded))
        if self.last and self.mentions:
            self.last = evolve(self.last, place=None, beside=tuple(self.mentions))

    def _next(self) -> Find | Unreadable | None:
        return self._waiting.popleft() if self._waiting else self._searched()

    def _searched(self) -> Find | Unreadable | None:
        """Search on to the next find, and keep the fonds that it names."""
        found = next(self._found, None)
        if isinstance(found, Find):
            self._fonds.update(draft.fond for draft in found.drafts if draft.kind != "bare" and draft.fond)
        return found

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
        linked = gap is not None and self.last is not None and is_linked(self.view, found, gap, self.last)
        self._pass_over(found.start)
        named = found.name if found.name_place != "nearby" else None
        taken: Draft | None = None
        for number, draft in enumerate(found.drafts):
            verdict = judge(found, draft, self.view, linked=linked or taken is not None, after=taken)
            self._looked_back |= draft.ibid and (self.last is None or self.last.place is None)
            self._looked_back |= draft.kind == "bare" and found.name is None
            if draft.ibid and not short_form_counts(self.view, draft, self.last):
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
        if taken:
            self._read_up_to = max(self._read_up_to, found.end)
        if found.held:
            # who keeps a criminal file keeps no fonds
            self._end = None

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
        """Say whether numbers in a row without a name begin with a fond that the note cites in words anywhere."""
        while (found := self._searched()) is not None:
            self._waiting.append(found)
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
        source = self._source(draft) if named is None or number else None
        if found.name_place == "nearby" or (number and found.name_place == "before"):
            inherited = ("repository",)
        if source:
            citation, more = inherit(citation, draft, source.citation, has_name=named is not None)
            inherited = tuple(dict.fromkeys((*inherited, *more)))
            if draft.ibid:
                confidence = "probable" if source.several or source.blocked else source.confidence
            elif source.confidence == "probable":
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
