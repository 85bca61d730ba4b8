"""The proof that repairs change no citation, for one note and for all; checking/proof.py holds what the same means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from sovcite.checking.proof import digits, fields_changed, hold_together, meant, read, with_edits
from sovcite.model import Mention, Note
from sovcite.repair.plan import Change

# so that a short form in the note has something to mean
_BEFORE = Note(text="ГАРФ. Ф. 1. Оп. 1. Д. 1. Л. 1.")


def same_citations(before: str, after: str, whole: Iterable[tuple[int, int]] = ()) -> bool:
    """Say whether the citations that are read in a note are the same before and after, and so are its digits.

    whole: the places of after that must each be read as one citation, to their last letter.

    >>> same_citations("RGASPI f. 17 op. 21 d. 3075l. 21.", "RGASPI f. 17 op. 21 d. 3075 l. 21.")
    True
    >>> same_citations("RGASPI f. 17 op. 21 d. 3075", "RGASPI f. 17 op. 21 l. 3075")
    False
    >>> same_citations("Там же. Л. 5 7.", "Там же. Л. 5, 7."), same_citations("Там же. Л. 5 7.", "Там же. Л. 57.")
    (True, False)
    """
    old, new = (read((_BEFORE, Note(text=text)), "lenient") for text in (before, after))
    if digits(before) != digits(after) or meant(old, {}) != meant(new, {}):
        return False
    ends = {one.start: one.end for one in new if one.note == 1}
    return not any(letter.isalnum() for start, end in whole for letter in after[ends.get(start, start) : end])


def unproven(
    notes: Sequence[Note], changes: Sequence[Change], mentions: Sequence[Mention] | None = None
) -> list[tuple[Change, str]]:
    """Give the safe changes with which another note would be read as other citations, each with the reason.

    mentions: the citations of the notes, where they were read already. What a change that is not safe does is what the
    author asked for: the safe ones must leave every citation as it is without them.
    """
    safe = [one for one in changes if one.safety == "safe"]
    if not safe:
        return []
    asked = [one for one in changes if one.safety != "safe"]
    before = read(_with(notes, asked)) if asked or mentions is None else mentions
    free = fields_changed((one.note, one.code) for one in safe)
    wanted = meant(before, free)

    def _holds(some: Sequence[Change]) -> bool:
        return meant(read(_with(notes, [*asked, *some])), free) == wanted

    kept = {*hold_together(safe, _holds)}
    return [
        (one, _reason(notes, before, read(_with(notes, [*asked, *kept, one])))) for one in safe if one not in kept
    ]


def _with(notes: Sequence[Note], changes: Iterable[Change]) -> tuple[Note, ...]:
    return with_edits(notes, ((one.note, one.edits) for one in changes))


def _reason(notes: Sequence[Note], before: Sequence[Mention], after: Sequence[Mention]) -> str:
    """Say which citation is the first that is read otherwise."""
    pairs = zip_longest(before, after)
    differ = (old or new for old, new in pairs if not old or not new or meant([old], {}) != meant([new], {}))
    one = next(differ, None)
    if one is None:
        # a repair that was kept only after this one was refused makes good what this one does
        return "by itself it would change what is cited"
    label = notes[one.note].label
    if one.kind == "ibid":
        return f"the short form in {label} would then not mean the same any more"
    return f"{label} would then be read otherwise"
