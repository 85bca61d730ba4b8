"""A text that an editor has open: changed line by line, what is shown of it at once after a change, and the whole.

After a change the findings elsewhere are kept and moved with their lines; those of the notes that were changed, and
of those that refer back to them, are looked for anew, by the rules that look at one note alone. What the others say
of the manuscript stays as it was, but where the change touched its words. The whole, which is read when typing
pauses, is the same as of a text that was just opened.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field
from lsprotocol import types

from sovcite.checking import Settings
from sovcite.lsp.lines import Lines, column_of, lines_of, units_before
from sovcite.lsp.local import Change, read_locally
from sovcite.lsp.reading import OF_A_NOTE, Reading
from sovcite.lsp.shown import Shown


@define
class Document:
    """An open text; shown is what its editor shows now."""

    name: str
    lines: list[str]
    settings: Settings
    encoding: str = "utf-16"
    version: int | None = None
    shown: list[Shown] = field(factory=list)
    # what was read last, and what has changed since
    _read: Reading | None = None
    _change: Change | None = None
    # the notes that were read anew since
    _anew: frozenset[int] = frozenset()

    def whole(self) -> Reading:
        """Read the text as a whole, unless it is just as it was read."""
        if self._read is None or self._change is not None or self._read.settings != self.settings:
            self._read = Reading(Lines(tuple(self.lines), self.encoding), self.name, self.settings)
            self._change, self._anew = None, frozenset()
            self.shown = list(self._read.shown)
        return self._read

    def change(self, changes: Iterable[types.TextDocumentContentChangeEvent]) -> bool:
        """Write changes into the text; say whether what is shown was made to fit at once.

        It is not where all of the text is given anew; then the whole is to be read.
        """
        fits = self._read is not None
        for one in changes:
            if isinstance(one, types.TextDocumentContentChangePartial):
                self._write(one.range, one.text)
            else:
                self._replace(lines_of(one.text))
                fits = False
        if self._read is not None and self._change is not None and fits:
            self._look(self._read, self._change)
        return fits

    def _replace(self, lines: list[str]) -> None:
        change = self._change or Change(0, len(self.lines), len(self.lines))
        self._change = change.then(0, len(self.lines), len(lines))
        self.lines, self.shown = lines, []

    def _write(self, place: types.Range, text: str) -> None:
        start, end = self._column(place.start), self._column(place.end)
        new = lines_of(self.lines[start[0]][: start[1]] + text + self.lines[end[0]][end[1] :])
        stop, last = end[0] + 1, new[-1]
        # where what stood behind the change stands now
        column = len(last) - (len(self.lines[end[0]]) - end[1])
        now = types.Position(start[0] + len(new) - 1, units_before(last, column, self.encoding))
        touched = types.Range(self._position(*start), self._position(*end))
        self.lines[start[0] : stop] = new
        change = self._change or Change(start[0], stop, stop)
        self._change = change.then(start[0], stop, len(new))
        moved = (_carried(one, touched, now) for one in self.shown)
        self.shown = [one for one in moved if one is not None]

    def _look(self, read: Reading, change: Change) -> None:
        """Show what a change alters at once."""
        local = read_locally(read, change, self.lines)
        if local is None:
            return
        anew, before = local.notes, self._anew
        kept = [one for one in self.shown if one.note not in anew | before or one.diagnostic.code not in OF_A_NOTE]
        # what was read anew and is again as it was
        again = [one for one in read.shown if one.note in before - anew and one.diagnostic.code in OF_A_NOTE]
        down = change.new - change.old
        again = [one.down(down) if one.first >= change.old else one for one in again]
        self.shown = [*kept, *again, *local.found]
        self._anew = anew

    def _column(self, position: types.Position) -> tuple[int, int]:
        if position.line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        return position.line, column_of(self.lines[position.line], position.character, self.encoding)

    def _position(self, line: int, column: int) -> types.Position:
        return types.Position(line, units_before(self.lines[line], column, self.encoding))


def _carried(one: Shown, touched: types.Range, now: types.Position) -> Shown | None:
    """Carry a finding over a change of a range, behind which stands now what stood at its end; None inside of it."""
    down = now.line - touched.end.line
    if one.last < touched.start.line:
        return one
    if one.first > touched.end.line:
        return one.down(down)
    start, end = _key(touched.start), _key(touched.end)
    if all(_key(place.end) < start for place in one.ranges):
        return one
    if any(_key(place.start) < end for place in one.ranges) or start == end == _key(one.diagnostic.range.start):
        return None
    right = now.character - touched.end.character

    def moved(place: types.Position) -> types.Position:
        on_line = place.line == touched.end.line
        return types.Position(place.line + down, place.character + right * on_line)

    return one.moved(moved)


def _key(place: types.Position) -> tuple[int, int]:
    return place.line, place.character
