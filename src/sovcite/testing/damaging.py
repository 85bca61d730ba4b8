"""Damage as edits of a text, so that the places of its citations can be followed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field, frozen

from sovcite.testing.numbers import Random
from sovcite.testing.tables import Damage

# what is spoilt stands between two insertions: <i>{}</i>
_KEPT = "{}"


@frozen(order=True)
class Edit:
    """text[start:end] becomes new."""

    start: int
    end: int
    new: str

    @property
    def growth(self) -> int:
        """How many characters the text gains."""
        return len(self.new) - (self.end - self.start)


def spoil(text: str, places: Sequence[tuple[int, int]], damage: Damage, rng: Random) -> list[Edit]:
    """Give the edits that a damage makes in the citations of a text: in one place, or in all of them."""
    hits = [
        hit
        for hit in re.finditer(damage.pattern, text)
        if any(start <= hit.start() and hit.end() <= end for start, end in places)
    ]
    if hits and not damage.everywhere:
        hits = [rng.choice(hits)]
    edits: list[Edit] = []
    for hit in hits:
        if _KEPT in damage.becomes:
            before, behind = damage.becomes.split(_KEPT)
            edits += [Edit(hit.start(), hit.start(), before), Edit(hit.end(), hit.end(), behind)]
        else:
            edits.append(Edit(hit.start(), hit.end(), hit.expand(damage.becomes)))
    return edits


@define
class Edits:
    """What was done to a text, one damage after the other, and where its places stand now."""

    _done: list[list[Edit]] = field(factory=list)

    def make(self, text: str, edits: list[Edit]) -> str:
        """Make the edits of a damage in a text and remember them."""
        self._done.append(edits)
        pieces, up_to = [], 0
        for edit in edits:
            pieces += [text[up_to : edit.start], edit.new]
            up_to = edit.end
        return "".join(pieces) + text[up_to:]

    def start(self, place: int) -> int:
        """Where a start stands now: behind what is inserted before it."""
        for edits in self._done:
            place += sum(edit.growth for edit in edits if edit.end <= place)
        return place

    def end(self, place: int) -> int:
        """Where an end stands now: before what is inserted behind it."""
        for edits in self._done:
            place += sum(
                edit.growth for edit in edits if edit.end <= place and not edit.start == edit.end == place
            )
        return place
