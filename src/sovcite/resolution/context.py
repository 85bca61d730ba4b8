"""Which of its candidates an ambiguous name is: what stands beside it, in the notes, or was given by the caller.

TsGA is the abbreviation of a dozen archives. In this order, the first that leaves just one of them decides:

1. the long name, or a city or country, right beside the name: ГАКО (Курск), ЦГА Дагестана;
2. the same beside the abbreviation elsewhere, in its own note first: Государственный архив Курской области (ГАКО);
3. another citation of a candidate, under a name that the abbreviation begins or that bears it: ЦГА СПб for ЦГА;
4. a default of the caller's or of sovcite.toml.

What was decided so is "probable", and its reason says by what. All else stays with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from sovcite.data.ambiguity import ambiguous_part, short_name, why_ambiguous
from sovcite.data.authority import repository
from sovcite.data.rows import names_of
from sovcite.data.tables import name_key
from sovcite.model import Mention, Note, RepositoryName
from sovcite.resolution.surroundings import beside, is_begun

# the candidates that are spoken for, each with the words that do
_Spoken = dict[str, str]


class Place(NamedTuple):
    """Where a name stands: text[start:end] of the note with that place in the sequence."""

    note: int
    start: int
    end: int


def decided(mentions: Sequence[Mention], notes: Sequence[Note], defaults: Sequence[Sequence[str]]) -> list[Mention]:
    """Give the mentions with each ambiguous name decided where something decides it, and with the reason.

    defaults are ids of repositories, those that count first before the others.
    """
    first_with: dict[int, tuple[RepositoryName, Mention]] = {}
    for mention in mentions:
        name = mention.citation.repository
        if name is not None and len(name.candidates) > 1:
            first_with.setdefault(id(name), (name, mention))
    if not first_with:
        return list(mentions)
    context = _Context(mentions, notes, [name for name, _ in first_with.values()], defaults)
    instead = {key: context.decide(name, mention) for key, (name, mention) in first_with.items()}
    return [_with_name(mention, instead.get(id(mention.citation.repository))) for mention in mentions]


def explained(mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions with nothing decided, and each ambiguous name with the reason why it is."""
    names = (mention.citation.repository for mention in mentions)
    instead = {
        id(name): evolve(name, reason=why_ambiguous(name)) for name in names if name and len(name.candidates) > 1
    }
    return [_with_name(mention, instead.get(id(mention.citation.repository))) for mention in mentions]


def _with_name(mention: Mention, name: RepositoryName | None) -> Mention:
    if name is None:
        return mention
    confidence = "probable" if name.id else mention.confidence
    return Mention(
        citation=mention.citation.under(name), start=mention.start, end=mention.end, raw=mention.raw, kind=mention.kind,
        confidence=confidence, inherited=mention.inherited, note=mention.note, parts=mention.parts,
    )  # fmt: skip


class _Context:
    """What the notes say of each ambiguous abbreviation."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        notes: Sequence[Note],
        ambiguous: Sequence[RepositoryName],
        defaults: Sequence[Sequence[str]],
    ) -> None:
        self._defaults = defaults
        self._at: dict[Place | None, _Spoken] = {}
        self._in_note: dict[tuple[tuple[str, ...], int], _Spoken] = {}
        self._in_all: dict[tuple[str, ...], _Spoken] = {}
        self._notes = notes
        self._parts = {ambiguous_part(name): name.candidates for name in ambiguous}
        self._any_part = _any_of(tuple(self._parts))
        self._gather()
        names = (mention.citation.repository for mention in mentions)
        self._cited = dict.fromkeys((name.id, name.written) for name in names if name is not None and name.id)
        self._of_citations: dict[tuple[tuple[str, ...], str], _Spoken] = {}

    def decide(self, name: RepositoryName, mention: Mention) -> RepositoryName:
        """Give the name with the one candidate that it is, or with the reason why there are several."""
        part = ambiguous_part(name)
        for spoken in self._spoken(name, part, mention):
            if len(spoken) == 1:
                ((id_, words),) = spoken.items()
                said = f"{part!r} is taken for {short_name(repository(id_))}: {words}"
                return evolve(name, id=id_, candidates=(), reason=said)
        return RepositoryName(written=name.written, candidates=name.candidates, reason=why_ambiguous(name))

    def _spoken(self, name: RepositoryName, part: str, mention: Mention) -> Iterable[_Spoken]:
        """Give what was found by each way in turn; where one names several candidates, none but a default decides."""
        ways = (
            self._at.get(self._place(mention, part), {}),
            self._in_note.get((name.candidates, mention.note), {}),
            self._in_all.get(name.candidates, {}),
            self._by_citations(name.candidates, name_key(part)),
        )
        yield next((spoken for spoken in ways if spoken), {})
        for ids in self._defaults:
            yield {id_: "it is the default repository" for id_ in ids if id_ in name.candidates}

    def _place(self, mention: Mention, part: str) -> Place | None:
        """Give the place of the abbreviation in a mention, None where its name stands elsewhere."""
        named = next((one for one in mention.parts if one.kind == "repository"), None)
        if named is None or not self._notes:
            return None
        found = self._any_part.finditer(self._notes[mention.note].text, named.start, named.end)
        places = (Place(mention.note, *one.span()) for one in found if " ".join(one[0].split()) == part)
        return next(places, None)

    def _gather(self) -> None:
        """Read what stands beside each abbreviation, wherever it stands in the notes."""
        for number, note in enumerate(self._notes):
            where = f" in {note.label}" if len(self._notes) > 1 else ""
            for match in self._any_part.finditer(note.text):
                if is_begun(note.text, *match.span()):
                    continue
                ids = self._parts[" ".join(match[0].split())]
                for id_, words in beside(note.text, match.start(), match.end(), ids):
                    for spoken in (
                        self._at.setdefault(Place(number, match.start(), match.end()), {}),
                        self._in_note.setdefault((ids, number), {}),
                        self._in_all.setdefault(ids, {}),
                    ):
                        spoken.setdefault(id_, f"{words}{where}")

    def _by_citations(self, ids: tuple[str, ...], key: str) -> _Spoken:
        """Give the candidates that are cited under a name which the abbreviation fits."""
        if (ids, key) not in self._of_citations:
            self._of_citations[ids, key] = {
                id_: f"{' '.join(written.split())!r} is cited too"
                for id_, written in self._cited
                if id_ in ids and _bears(id_, written, key)
            }
        return self._of_citations[ids, key]


@lru_cache(maxsize=256)
def _any_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(parts, key=len, reverse=True)
    any_part = "|".join(r"\s+".join(map(re.escape, part.split())) for part in longest_first)
    return re.compile(rf"(?<!\w)(?:{any_part})(?!\w)")


def _bears(id_: str, written: str, key: str) -> bool:
    """Say whether the abbreviation begins the name that is cited, or is a name of the same repository."""
    row = repository(id_)
    begun = (written, row.cyrillic or "", row.latin or "")
    return any(name_key(one).startswith(key) for one in begun) or key in {name_key(one) for one in names_of(row)}
