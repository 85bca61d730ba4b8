"""Two rounds of edits as one: what was written is edited again, and all is said of the text before both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sovcite.model import Edit
from sovcite.repair.editing import edited


class Composed(NamedTuple):
    """One edit of the text before, and the places, in the two rounds, of those that it is made of."""

    edit: Edit
    first: tuple[int, ...]
    second: tuple[int, ...]


def composed(after: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Composed]:
    """Give one round of edits for two: after is the text that first makes, and that second is of.

    Both are in order and apart; so are those given. What touches becomes one edit.

    >>> stop, comma = Edit(start=7, end=7, new=". "), Edit(start=7, end=8, new=",")
    >>> composed("д. 1211. Л. 13", [stop], [comma])
    [Composed(edit=Edit(start=7, end=7, new=', '), first=(0,), second=(0,))]
    """
    # the edits by where they stand in the text between the rounds: start, end, place in its round, is of the second
    spans: list[tuple[int, int, int, bool]] = []
    shift = 0
    for place, edit in enumerate(first):
        spans.append((edit.start + shift, edit.start + shift + len(edit.new), place, False))
        shift += len(edit.new) - (edit.end - edit.start)
    spans += [(edit.start, edit.end, place, True) for place, edit in enumerate(second)]
    spans.sort()
    clusters: list[list[tuple[int, int, int, bool]]] = []
    stop = -1
    for span in spans:
        if span[0] > stop:
            clusters.append([])
        clusters[-1].append(span)
        stop = max(stop, span[1])
    made = []
    shift = 0
    for cluster in clusters:
        start, end = cluster[0][0], max(span[1] for span in cluster)
        old = tuple(place for _, _, place, is_second in cluster if not is_second)
        new = tuple(place for _, _, place, is_second in cluster if is_second)
        grown = sum(len(first[place].new) - (first[place].end - first[place].start) for place in old)
        moved = (Edit(start=second[p].start - start, end=second[p].end - start, new=second[p].new) for p in new)
        edit = Edit(start=start - shift, end=end - shift - grown, new=edited(after[start:end], moved))
        made.append(Composed(edit, old, new))
        shift += grown
    return made


def span_before(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """Say where text[start:end], behind edits, stood before them; what lies in a text put in is the place of its edit.

    >>> span_before([Edit(start=7, end=7, new=". ")], 9, 11), span_before([Edit(start=7, end=7, new=". ")], 8, 9)
    ((7, 9), (7, 7))
    """
    before_start, before_end = start, end
    shift = 0
    for edit in edits:
        first, last = edit.start + shift, edit.start + shift + len(edit.new)
        shift += len(edit.new) - (edit.end - edit.start)
        if last <= start:
            before_start = start - shift
        elif first < start:
            before_start = edit.start
        if last <= end:
            before_end = end - shift
        elif first < end:
            before_end = edit.end
    return before_start, max(before_start, before_end)
