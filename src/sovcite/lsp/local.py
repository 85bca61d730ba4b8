"""What a change of the text alters at once: the notes in the changed lines, and those that refer back to them.

The lines around the change are read by themselves. Where they were read by themselves before the change and gave the
same notes as the whole text gave, they are a part that stands for itself, and what they give now is what the whole
text will give. Where they did not (inside of code, of an environment), or where notes come or go, nothing is said
before the whole is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from sovcite.checking import check_survey
from sovcite.lsp.again import read_again
from sovcite.lsp.lines import Lines
from sovcite.lsp.reading import Reading, manuscript_of
from sovcite.lsp.shown import Shown, shown
from sovcite.model import Note, SourceMap

# a change over more than that waits for the whole
_MOST_LINES, _MOST_LETTERS = 400, 20_000
_MARK = re.compile(r"\[\^([^\[\]\s]+)\](:?)")


@frozen
class Change:
    """lines[first:old] of what was read are now lines[first:new]."""

    first: int
    old: int
    new: int

    def then(self, first: int, stop: int, count: int) -> Change:
        """Join a later change to it: lines[first:stop] of now become so many lines.

        >>> Change(5, 6, 7).then(8, 9, 1), Change(5, 6, 7).then(2, 3, 1)
        (Change(first=5, old=8, new=9), Change(first=2, old=6, new=7))
        """
        stop_of_both = max(self.new, stop)
        return Change(
            min(self.first, first), stop_of_both - (self.new - self.old), stop_of_both - (stop - first) + count
        )


@frozen
class Local:
    """The notes that were read anew, by their places in the manuscript, and what the rules of one note find there."""

    notes: frozenset[int]
    found: tuple[Shown, ...]


def read_locally(read: Reading, change: Change, lines: Sequence[str]) -> Local | None:
    """Read what a change alters; None where that cannot be told before the whole is read."""
    window = _window(read, change)
    if window is None:
        return None
    first, stop, places = window
    down = change.new - change.old
    old = [read.manuscript.notes[place] for place in places]
    if not _stands_for_itself(read, first, stop, old):
        return None
    after = _alone(lines[first : stop + down], read.name)
    if [note.kind for note, _ in after] != [note.kind for note in old]:
        return None
    sources = {place: source for place, (_, source) in zip(places, after, strict=True)}
    # a note whose text stays may have its letters elsewhere
    touched = {place for line in range(change.first, change.old) for place in read.at_line.get(line, ())}
    changed = {
        place: evolve(note, number=was.number)
        for place, was, (note, _) in zip(places, old, after, strict=True) if place in touched or note.text != was.text
    }  # fmt: skip
    survey, numbers, anew = read_again(read, changed)
    settings = evolve(read.settings, ignore=(*read.settings.ignore, *read.silent))
    inside = Lines(lines[first : stop + down], read.lines.encoding)
    found = []
    for one in check_survey(survey, settings, reach="note"):
        place = numbers[one.note]
        if place in sources:
            found.append(shown(one, place, sources[place], inside, first))
        elif place in anew:
            moved = shown(one, place, read.manuscript.maps[place], read.lines)
            found.append(moved.down(down) if read.spans[place][0] >= change.old else moved)
    return Local(anew, tuple(found))


def _window(read: Reading, change: Change) -> tuple[int, int, list[int]] | None:
    """Give the lines that hold the notes of the changed lines whole, and those notes in the order of the text."""
    first, stop = change.first, change.old
    places: set[int] = set()
    while stop - first <= _MOST_LINES:
        found = {note for line in range(first, stop) for note in read.at_line.get(line, ())}
        if not found:
            return None
        if found == places and sum(map(len, read.lines.lines[first:stop])) <= _MOST_LETTERS:
            return first, stop, sorted(places, key=lambda place: read.manuscript.maps[place].pieces[0].at)
        if found == places:
            return None
        places = found
        first = min(first, *(read.spans[place][0] for place in places))
        stop = max(stop, *(read.spans[place][1] for place in places))
    return None


def _stands_for_itself(read: Reading, first: int, stop: int, notes: Sequence[Note]) -> bool:
    """Say whether lines give the same notes by themselves as in the whole text, which is asked at each key."""
    if (first, stop) not in read.by_itself:
        alone = _alone(read.lines.lines[first:stop], read.name)
        read.by_itself[first, stop] = [(note.kind, note.text) for note, _ in alone] == [
            (note.kind, note.text) for note in notes
        ]
    return read.by_itself[first, stop]


def _alone(lines: Sequence[str], name: str) -> list[tuple[Note, SourceMap]]:
    """Read lines by themselves: their notes in the order of the text."""
    text = "\n".join(lines)
    manuscript = manuscript_of(text + _stubs(text), name)
    pairs = zip(manuscript.notes, manuscript.maps, strict=True)
    inside = [(note, source) for note, source in pairs if source.pieces and source.pieces[0].at <= len(text)]
    return sorted(inside, key=lambda pair: pair[1].pieces[0].at)


def _stubs(text: str) -> str:
    """Define the footnotes of Markdown that lines refer to and do not define: without, a mark is no mark."""
    defined = {mark[1] for mark in _MARK.finditer(text) if mark[2]}
    meant = dict.fromkeys(mark[1] for mark in _MARK.finditer(text) if not mark[2])
    return "".join(f"\n\n[^{label}]: ." for label in meant if label not in defined)
