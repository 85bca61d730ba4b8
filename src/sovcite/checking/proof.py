"""What a repair may do: only what leaves every citation as it was, in each field that its rule does not name.

A safe repair is accepted only when the notes, written anew, are read as the same citations in the same order: the
words between the citations may not become one, and no short form may come to mean another file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, fields, frozen

from sovcite.checking.rule import ChangedField
from sovcite.checking.run import check_survey
from sovcite.checking.settings import Settings
from sovcite.checking.survey import survey_notes
from sovcite.checking.table import RULES
from sovcite.model import Citation, Diagnostic, Edit, Mention, Note

if TYPE_CHECKING:
    from sovcite.resolution import Level

_CHANGES: Mapping[str, tuple[ChangedField, ...]] = {rule.code: rule.changes for rule in RULES}
# a round can open the way for another repair: after so many nothing new is left, or two rules disagree
_ROUNDS = 5
_FIELDS = tuple(one.name for one in fields(Citation) if one.eq)
_Repair = TypeVar("_Repair")


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


def proves(
    notes: Sequence[Note], found: Sequence[Diagnostic], mentions: Sequence[Mention] | None = None
) -> bool:
    """Say whether the notes with these repairs are read as the same citations as before.

    mentions: the citations of the notes, where they were read already.

    Compared are all citations of all notes, in order, each in every field that none of the rules of the findings
    in its note names, and the digits of each note, cited or not. The whole manuscript is read again, since a repair
    may change what a later Ibid. means.

    >>> from sovcite.checking import check
    >>> note = Note(text="RGASPI f. 17 op. 21 d. 3075l. 21.")
    >>> found = check([note])
    >>> proves([note], found)
    True
    """
    changed = fields_changed((one.note, one.code) for one in found)
    after = repaired_notes(notes, found)
    if any(not changed[place] and digits(notes[place].text) != digits(after[place].text) for place in changed):
        return False
    return meant(read(notes) if mentions is None else mentions, changed) == meant(read(after), changed)


def fields_changed(repairs: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    """Say for each note which fields its repairs may change, each given as its note and the code of its rule."""
    changed: dict[int, set[str]] = {}
    for note, code in repairs:
        changed.setdefault(note, set()).update(_CHANGES.get(code, ()))
    return changed


def repaired_notes(notes: Sequence[Note], found: Iterable[Diagnostic]) -> tuple[Note, ...]:
    """Write the repairs of the findings into the notes, proven or not; they may not overlap."""
    return with_edits(notes, ((one.note, one.fix.edits if one.fix else ()) for one in found))


def with_edits(notes: Sequence[Note], edits: Iterable[tuple[int, Iterable[Edit]]]) -> tuple[Note, ...]:
    """Write edits into notes, each group with the place of its note; they may not overlap."""
    by_note: dict[int, list[Edit]] = {}
    for place, of_one in edits:
        by_note.setdefault(place, []).extend(of_one)
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
        survey = survey_notes(current)
        safe = [one for one in check_survey(survey, settings) if one.fix and one.fix.safety == "safe"]
        wanted = in_order(one for one in safe if _sign(one) not in refused)
        proven = hold_together(wanted, partial(proves, current, mentions=survey.mentions))
        refused |= {_sign(one): one for one in wanted if one not in proven}
        if not proven:
            break
        done += proven
        current = repaired_notes(current, proven)
    return Repaired(notes=current, done=tuple(done), refused=tuple(refused.values()))


def hold_together(
    repairs: Sequence[_Repair], holds: Callable[[Sequence[_Repair]], bool], kept: Sequence[_Repair] = ()
) -> list[_Repair]:
    """Give those repairs, in order, that hold together and with those kept before, which hold.

    A set that does not hold is halved, down to the ones that break it; of two that do not go together the first stays.

    >>> hold_together([1, 2, 3, 4], lambda some: 3 not in some)
    [1, 2, 4]
    >>> hold_together([1, 2, 3, 4], lambda some: not {1, 4} <= {*some})
    [1, 2, 3]
    """
    if not repairs or holds([*kept, *repairs]):
        return list(repairs)
    if len(repairs) == 1:
        return []
    middle = len(repairs) // 2
    first = hold_together(repairs[:middle], holds, kept)
    return [*first, *hold_together(repairs[middle:], holds, [*kept, *first])]


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


def read(notes: Sequence[Note], level: Level = "normal") -> list[Mention]:
    """Read the citations of notes, in order."""
    from sovcite.resolution import resolve

    return resolve(notes, level)


def meant(mentions: Iterable[Mention], changed: Mapping[int, Iterable[str]]) -> list[tuple[object, ...]]:
    """Give of each citation its note and what must stay of it: all but the fields that may change in its note."""
    return [
        (one.note, *(getattr(one.citation, name) for name in _FIELDS if name not in free))
        if (free := changed.get(one.note))
        else (one.note, one.citation)
        for one in mentions
    ]
