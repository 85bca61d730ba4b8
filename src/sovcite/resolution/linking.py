"""What a citation has to do with the one before it: is it of the same list, does its Ibid. mean an archive?"""

from __future__ import annotations

import re

from sovcite.grammar import fold
from sovcite.reading.drafts import Draft
from sovcite.reading.finder import Find
from sovcite.reading.view import View
from sovcite.resolution.inheriting import Last

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


def is_linked(view: View, found: Find, gap: str, before_it: Last) -> bool:
    """Say whether a find goes on from the citation before it in its note; gap is the text between them."""
    first, last = found.drafts[0], before_it.citation
    if before_it.is_row and last.file and _is_feuillet(view, first):
        return False
    if _LIST_GAP.fullmatch(gap):
        return "\n\n" not in gap or first.highest < 3
    if _NEXT_FOND.fullmatch(gap) and first.highest == 1 and not (last.opis or last.file):
        return True
    before = _before(view, found.start)
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


def _is_feuillet(view: View, draft: Draft) -> bool:
    """Say whether a fond alone is as well a leaf, behind numbers in a row: RGASPI 517/1/1912, f. 12."""
    part = draft.parts[0]
    return len(draft.parts) == 1 and draft.highest == 1 and view.folded[part.start : part.label_end].strip(" .") == "f"


def short_form_counts(view: View, draft: Draft, last: Last | None) -> bool:
    """Say whether a short form refers to an archive: last is the citation before it."""
    if draft.fond or draft.opis or (draft.file and draft.file_label != "number"):
        return True
    if draft.file:
        # Там же. № 10726 is a law as well
        return last is not None and not last.blocked
    if draft.leaves and not draft.labels:
        # Ibid., 240–1: leaves only behind numbers in a row
        return last is not None and last.is_row and not last.blocked
    is_page = bool(draft.leaves) and draft.leaves[0].unit == "page"
    if draft.leaves and not is_page:
        part = draft.parts[-1]
        is_folio = view.folded[part.start : part.label_end][:1] in ("f", "F")
        # ibid., f. 44a is as often of a manuscript
        return not is_folio or (last is not None and not last.blocked)
    before = _before(view, draft.start)
    # "resolves Ibid. and Там же" speaks of the words
    is_named = not draft.leaves and before.isalpha()
    return last is not None and not last.blocked and not is_named


def _before(view: View, place: int) -> str:
    """Give the character before a place, blanks aside."""
    return view.folded[max(0, place - _BLANKS) : place].rstrip(" ")[-1:]
