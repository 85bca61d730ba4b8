"""Notes that changed, read again with as much around them as their reading depends on.

A note that opens with a whole citation depends on nothing before it. Another one is read behind the notes from the
nearest such one on; and where the last citation of a changed note is another than before, the notes behind it are
read again up to the next such one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from sovcite.checking import Survey, survey_notes
from sovcite.grammar import fold
from sovcite.lsp.reading import Reading
from sovcite.model import Mention, Note
from sovcite.resolution.sources import names_a_book

# so many notes before and behind a change are read with it at most; the rest waits for the whole
_MOST_BEFORE, _MOST_BETWEEN, _MOST_BEHIND = 8, 48, 24


def read_again(read: Reading, changed: Mapping[int, Note]) -> tuple[Survey, Sequence[int], frozenset[int]]:
    """Read notes anew that are now as given by their places in the manuscript.

    Gives the survey of the notes that were read, the place of each of them in the manuscript, and those places
    whose notes may now be read otherwise than before: the changed ones and those that refer back to them.
    """
    asks = {place for place in changed if not _stands_alone(read.survey.in_note(place))}
    survey, numbers = _survey(read, changed, asks)
    if any(
        place in changed and place not in asks and not _stands_alone(survey.in_note(number))
        for number, place in enumerate(numbers)
    ):
        asks = set(changed)
        survey, numbers = _survey(read, changed, asks)
    now = {place: survey.in_note(number) for number, place in enumerate(numbers) if place in changed}
    behind: dict[int, Note] = {}
    for place, note in changed.items():
        if _left(now[place], note) != _left(read.survey.in_note(place), read.survey.notes[place]):
            behind |= _behind(read, place, now)
    if behind:
        survey, numbers = _survey(read, {**behind, **changed}, asks)
    anew = frozenset((*changed, *behind))
    mentions = (_decided(read, one) for one in survey.mentions if numbers[one.note] in anew)
    unread = (one for one in survey.unread if numbers[one.note] in anew)
    return Survey(notes=survey.notes, mentions=tuple(mentions), unread=tuple(unread)), numbers, anew


def _survey(read: Reading, notes: Mapping[int, Note], asks: set[int]) -> tuple[Survey, Sequence[int]]:
    """Read notes in order, before those that ask for it the notes that they may refer back to."""
    chosen = dict(notes)
    for place in asks:
        before = read.cited_before[place]
        for _ in range(_MOST_BEFORE):
            if before is None:
                break
            book = _book_between(read, before, place)
            chosen |= {one: read.survey.notes[one] for one in (before, book) if one is not None and one not in chosen}
            if _stands_alone(read.survey.in_note(before)):
                break
            place, before = before, read.cited_before[before]
    numbers = sorted(chosen)
    return survey_notes([chosen[place] for place in numbers]), numbers


def _book_between(read: Reading, before: int, place: int) -> int | None:
    """Give a note between two of its kind that names a book: other words between them leave no trace."""
    between = read.survey.before(place)
    for _ in range(_MOST_BETWEEN):
        if between is None or between <= before or read.names_a_book(between):
            break
        between = read.survey.before(between)
    return between if between is not None and between > before and read.names_a_book(between) else None


def _behind(read: Reading, place: int, now: Mapping[int, Sequence[Mention]]) -> dict[int, Note]:
    """Give the notes of the same kind behind a place up to the next one that depends on nothing before it.

    now has the citations of the notes that were changed, which are read anew anyhow.
    """
    found: dict[int, Note] = {}
    after = read.behind.get(place)
    while after is not None and len(found) < _MOST_BEHIND:
        if _stands_alone(now.get(after, read.survey.in_note(after))):
            break
        if after not in now:
            found[after] = read.survey.notes[after]
        after = read.behind.get(after)
    return found


def _stands_alone(mentions: Sequence[Mention]) -> bool:
    return bool(mentions) and mentions[0].kind == "full"


def _left(mentions: Sequence[Mention], note: Note) -> object:
    """Give what a note leaves behind for a short form in the next."""
    if not mentions:
        return names_a_book(fold(note.text))
    last = mentions[-1]
    several = len({one.citation.key for one in mentions}) > 1
    return last.citation, last.confidence, last.raw, several, names_a_book(fold(note.text[last.end :]))


def _decided(read: Reading, mention: Mention) -> Mention:
    """Take an ambiguous name for what the whole manuscript took it for."""
    name = mention.citation.repository
    known = read.decided.get(name.written) if name is not None and len(name.candidates) > 1 else None
    if known is None:
        return mention
    return evolve(mention, citation=evolve(mention.citation, repository=known), confidence="probable")
