"""A manuscript with what was found in it, which every output takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from sovcite.model import Diagnostic, Edit, Note


@frozen(kw_only=True)
class Checked:
    """The notes of one manuscript, the findings in reading order, and how many citations were read.

    source is the file as it was given, shown the same as people read it.
    """

    source: str
    shown: str
    notes: tuple[Note, ...]
    findings: tuple[Diagnostic, ...]
    citations: int = 0

    def by_note(self) -> Iterator[tuple[Note, list[Diagnostic]]]:
        """Give the notes that have findings, each with its own."""
        for place, found in groupby(self.findings, key=lambda finding: finding.note):
            yield self.notes[place], list(found)


Output = Callable[[Sequence[Checked]], str]


def before_and_after(note: Note, finding: Diagnostic) -> tuple[str, str] | None:
    """Give the words that a repair touches, and what would stand there; None where there is no repair.

    >>> note = Note(text="RGASPI f. 17 op. 21 d. 3075l. 21.")
    >>> from sovcite.checking import check
    >>> before_and_after(note, check([note])[0])
    ('3075l.', '3075 l.')
    """
    if finding.fix is None or not finding.fix.edits:
        return None
    edits: Sequence[Edit] = finding.fix.edits
    start = min(finding.start, *(edit.start for edit in edits))
    end = max(finding.end, *(edit.end for edit in edits))
    after = note.text[start:end]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        after = after[: edit.start - start] + edit.new + after[edit.end - start :]
    return note.text[start:end], after
