"""Findings as an editor shows them, and what becomes of them where lines are put in or struck out before them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from lsprotocol import types

from sovcite.lsp.lines import Lines
from sovcite.lsp.places import edits_in_source, in_source
from sovcite.model import Diagnostic, SourceMap

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


class Sent(types.Diagnostic):
    """A diagnostic that is made ready to be sent once: most are sent again unchanged at every key."""

    @cached_property
    def ready(self) -> dict[str, object]:
        """The diagnostic as the protocol has it."""
        place = {
            end: {"line": one.line, "character": one.character}
            for end, one in (("start", self.range.start), ("end", self.range.end))
        }
        return {
            "range": place, "message": self.message, "severity": self.severity and self.severity.value,
            "code": self.code, "source": self.source,
        }  # fmt: skip


class Shown(NamedTuple):
    """A finding in the note with that place in the manuscript, and the edits that repair it.

    first and last are the lines that it touches with its edits.
    """

    note: int
    diagnostic: Sent
    edits: tuple[types.TextEdit, ...]
    is_safe: bool
    first: int
    last: int

    @property
    def ranges(self) -> list[types.Range]:
        """The places of the finding and of its edits."""
        return [self.diagnostic.range, *(edit.range for edit in self.edits)]

    def moved(self, place: Callable[[types.Position], types.Position]) -> Shown:
        """Move its places, as one function does."""

        def whole(one: types.Range) -> types.Range:
            return types.Range(place(one.start), place(one.end))

        old = self.diagnostic
        moved = Sent(
            range=whole(old.range), message=old.message, severity=old.severity, code=old.code, source=old.source
        )
        edits = tuple(types.TextEdit(whole(edit.range), edit.new_text) for edit in self.edits)
        return _shown(self.note, moved, edits, self.is_safe)

    def down(self, lines: int) -> Shown:
        """Move it down by so many lines."""
        return self.moved(lambda place: types.Position(place.line + lines, place.character)) if lines else self


def shown(one: Diagnostic, note: int, source: SourceMap, lines: Lines, first: int = 0) -> Shown:
    """Show a finding whose note has that map into lines, which are those of the text from first on.

    A repair that touches what the text does not have letter for letter (an entity, a line end inside) is not
    offered.
    """
    edits = edits_in_source(source, one.fix.edits) if one.fix else None
    diagnostic = Sent(
        range=_range(lines, *in_source(source, one.start, one.end), first), message=one.message,
        severity=_SEVERITIES[one.severity], code=one.code, source="sovcite",
    )  # fmt: skip
    moved = tuple(types.TextEdit(_range(lines, edit.start, edit.end, first), edit.new) for edit in edits or ())
    return _shown(note, diagnostic, moved, bool(one.fix and one.fix.safety == "safe"))


def _shown(note: int, diagnostic: Sent, edits: tuple[types.TextEdit, ...], is_safe: bool) -> Shown:
    ranges = [diagnostic.range, *(edit.range for edit in edits)]
    first, last = min(one.start.line for one in ranges), max(one.end.line for one in ranges)
    return Shown(note, diagnostic, edits, is_safe, first, last)


def range_in(lines: Lines, start: int, end: int) -> types.Range:
    """Give the range of text[start:end]."""
    return _range(lines, start, end, 0)


def _range(lines: Lines, start: int, end: int, first: int) -> types.Range:
    (line, units), (last, stop) = lines.place(start), lines.place(end)
    return types.Range(types.Position(line + first, units), types.Position(last + first, stop))
