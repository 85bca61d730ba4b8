"""What a repair may do: only what leaves every citation as it was, in each field that its rule does not name.

A safe repair is accepted only when the notes, written anew, are read as the same citations in the same order: the
words between the citations may not become one, and no short form may come to mean another file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, fields, frozen

from sovcite.checking.rule import ChangedField
from sovcite.checking.run import check
from sovcite.checking.settings import Settings
from sovcite.checking.table import RULES
from sovcite.model import Citation, Diagnostic, Edit, Note

if TYPE_CHECKING:
    from sovcite.resolution import Level

_CHANGES: Mapping[str, tuple[ChangedField, ...]] = {rule.code: rule.changes for rule in RULES}
# a round can open the way for another repair: after so many nothing new is left, or two rules disagree
_ROUNDS = 5


@frozen(kw_only=True)
class Repaired:
    """Notes with their repairs: what was done and what was refused, each in order.

    Where a note was repaired in several rounds, its later findings are of the text of the round before.
    """

    notes: tuple[Note, ...]
    done: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def written(text: str, edits: Iterable[Edit]) -> str:
    """Write the edits into a text, whatever their order; they may not overlap.

    >>> written("d. 3075l. 21", [Edit(start=7, end=7, new=" ")])
    'd. 3075 l. 21'
    """
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give the repairs that can be made together: of two that overlap, the one that stands first.

    Order: by note, by the place of the finding, by its end, by its code. What is left over has its turn in the next
    round, if it is still a fault then.
    """
    taken: dict[int, list[Edit]] = {}
    chosen = []
    for one in sorted(found, key=lambda one: (one.note, one.start, one.end, one.code)):
        if one.fix is None or any(_overlap(a, b) for a in one.fix.edits for b in taken.get(one.note, ())):
            continue
        taken.setdefault(one.note, []).extend(one.fix.edits)
        chosen.append(one)
    return chosen


def proves(notes: Sequence[Note], found: Sequence[Diagnostic]) -> bool:
    """Say whether the notes with these repairs are read as the same citations as before.

    Compared are all citations of all notes, in order, each in every field that none of the rules of the findings
    in its note names, and the digits of each note, cited or not. The whole manuscript is read again, since a repair
    may change what a later Ibid. means.

    >>> note = Note(text="RGASPI f. 17 op. 21 d. 3075l. 21.")
    >>> found = check([note])
    >>> proves([note], found)
    True
    """
    changed = {one.note: set[str]() for one in found}
    for one in found:
        changed[one.note] |= set(_CHANGES[one.code])
    after = repaired_notes(notes, found)
    if any(not changed[place] and digits(notes[place].text) != digits(after[place].text) for place in changed):
        return False
    return read_alike(notes, after, changed)


def repaired_notes(notes: Sequence[Note], found: Sequence[Diagnostic]) -> tuple[Note, ...]:
    """Write the repairs of the findings into the notes, proven or not; they may not overlap."""
    by_note: dict[int, list[Edit]] = {}
    for one in found:
        by_note.setdefault(one.note, []).extend(one.fix.edits if one.fix else ())
    return tuple(
        evolve(note, text=written(note.text, by_note[place])) if place in by_note else note
        for place, note in enumerate(notes)
    )


def repair(notes: Sequence[Note], settings: Settings | None = None) -> Repaired:
    """Make every safe repair that is proven, and refuse the others; done twice it changes nothing more.

    >>> done = repair([Note(text="RGASPI f. 17 op. 21 d. 3075l. 47-42.")])
    >>> done.notes[0].text, [one.code for one in done.done]
    ('RGASPI f. 17 op. 21 d. 3075 l. 47-42.', ['C001'])
    """
    current = tuple(notes)
    done: list[Diagnostic] = []
    refused: dict[tuple[int, str, str], Diagnostic] = {}
    for _ in range(_ROUNDS):
        safe = [one for one in check(current, settings) if one.fix and one.fix.safety == "safe"]
        wanted = in_order(one for one in safe if _sign(one) not in refused)
        proven = _proven(current, wanted)
        refused |= {_sign(one): one for one in wanted if one not in proven}
        if not proven:
            break
        done += proven
        current = repaired_notes(current, proven)
    return Repaired(notes=current, done=tuple(done), refused=tuple(refused.values()))


def _proven(notes: Sequence[Note], found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give the repairs that hold together; halve a set that does not, down to the one that breaks it."""
    if not found or proves(notes, found):
        return list(found)
    if len(found) == 1:
        return []
    middle = len(found) // 2
    kept = [*_proven(notes, found[:middle]), *_proven(notes, found[middle:])]
    return kept if len(kept) == len(found) or proves(notes, kept) else []


def _sign(one: Diagnostic) -> tuple[int, str, str]:
    return (one.note, one.code, one.raw)


def _overlap(one: Edit, other: Edit) -> bool:
    """Say whether two edits touch the same letters, or write at the same place."""
    return one.start <= other.end and other.start <= one.end


def digits(text: str) -> str:
    """Give the digits of a text in order: no repair may change them unasked.

    >>> digits("ll. 13 33")
    '1333'
    """
    return "".join(letter for letter in text if letter.isdigit())


def read_alike(
    before: Sequence[Note], after: Sequence[Note], changed: Mapping[int, set[str]], level: Level = "normal"
) -> bool:
    """Say whether notes are read as the same citations, but for the fields that may change in a note."""
    return _read(before, changed, level) == _read(after, changed, level)


def _read(notes: Sequence[Note], changed: Mapping[int, set[str]], level: Level) -> list[tuple[object, ...]]:
    """Read the citations of the notes as the fields that must stay."""
    from sovcite.resolution import resolve

    names = [one.name for one in fields(Citation) if one.eq]
    return [
        (mention.note, *(getattr(mention.citation, n) for n in names if n not in changed.get(mention.note, ())))
        for mention in resolve(notes, level)
    ]
