"""The findings of a check as text: the note, the fault, the words with a mark under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sovcite.model import Diagnostic, Note, Span, point_at


def describe(source: str, note: Note, finding: Diagnostic) -> str:
    """Say what is wrong in a note, in three lines: where and what, the line of the note, carets below.

    >>> note = Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42.", kind="footnote", number="41")
    >>> print(describe("chapter.docx", note, Diagnostic(
    ...     code="C201", severity="error", message="leaf range reversed: '47–42'",
    ...     note=0, start=33, end=38, raw="47–42")))
    chapter.docx, footnote 41: C201 leaf range reversed: '47–42'
      РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42.
                                       ^^^^^
    """
    # a finding that leaves the exit code at 0 says so
    hint = " hint:" if finding.severity == "info" else ""
    head = f"{source}, {note.label}: {finding.code}{hint} {finding.message}"
    return f"{head}\n{point_at(note.text, Span(finding.start, finding.end), indent='  ')}"


def summarise(findings: Sequence[Diagnostic], places: int, notes: int, citations: int) -> str:
    """Sum up a check in one line; places is the number of notes that something was found in.

    >>> summarise([], 0, 31, 11)
    'no findings in 31 notes, 11 citations'
    """
    if not findings:
        return f"no findings in {_counted(notes, 'note')}, {_counted(citations, 'citation')}"
    codes = Counter(finding.code for finding in findings)
    by_code = ", ".join(f"{code} ×{number}" for code, number in sorted(codes.items()))
    return f"{_counted(len(findings), 'finding')} in {_counted(places, 'note')}: {by_code}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
