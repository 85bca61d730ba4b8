"""Edits of one text: put in order, made as small as they can be, carried out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from sovcite.model import Edit

# numbers are words of their own: what a change strikes out is never one that stays
_WORDS = re.compile(r"\d+|[^\W\d]+|\s+|[^\w\s]")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Carry out edits, in order and apart from one another.

    >>> edited("d. 2486l. 83", [Edit(start=7, end=7, new=" ")])
    'd. 2486 l. 83'
    """
    pieces = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])


def smallest(text: str, edit: Edit) -> Edit | None:
    """Leave out of an edit what it does not change; None where that is all of it.

    >>> smallest("ll. 13 33", Edit(start=4, end=9, new="13, 33"))
    Edit(start=6, end=6, new=',')
    """
    old, new = text[edit.start : edit.end], edit.new
    if old == new:
        return None
    most = min(len(old), len(new))
    front = next((place for place in range(most) if old[place] != new[place]), most)
    back = next((place for place in range(most - front) if old[-1 - place] != new[-1 - place]), most - front)
    return Edit(start=edit.start + front, end=edit.end - back, new=new[front : len(new) - back])


def word_edits(text: str, start: int, end: int, new: str) -> tuple[Edit, ...]:
    """Give the edits, word by word, that make text[start:end] to new.

    >>> word_edits("f. 17, op. 3", 0, 12, "Ф. 17. Оп. 3")
    (Edit(start=0, end=1, new='Ф'), Edit(start=5, end=6, new='.'), Edit(start=7, end=9, new='Оп'))
    """
    old_words, new_words = _WORDS.findall(text[start:end]), _WORDS.findall(new)
    places = [start]
    for word in old_words:
        places.append(places[-1] + len(word))
    edits = []
    for kind, a, b, c, d in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if kind != "equal":
            edits.append(Edit(start=places[a], end=places[b], new="".join(new_words[c:d])))
    return tuple(edits)
