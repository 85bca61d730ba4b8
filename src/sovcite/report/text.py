"""The findings of a check as text: the note, the fault, the words with a mark under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sovcite.model import Diagnostic, Note, Span, point_at
from sovcite.report.checked import Checked

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def report(checked: Sequence[Checked], *, colour: bool = False) -> Iterator[str]:
    """Give the findings of each note together, a block a note; colour marks codes and carets for a terminal."""
    for one in checked:
        for note, found in one.by_note():
            yield "\n".join(describe(one.shown, note, finding, colour=colour) for finding in found)


def describe(source: str, note: Note, finding: Diagnostic, *, colour: bool = False) -> str:
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
    code, pointed = finding.code, point_at(note.text, Span(finding.start, finding.end), indent="  ")
    if colour:
        line, _, marks = pointed.rpartition("\n")
        code, pointed = _painted(code, finding), f"{line}\n{_painted(marks, finding)}"
    return f"{source}, {note.label}: {code}{hint} {finding.message}\n{pointed}"


def _painted(words: str, finding: Diagnostic) -> str:
    return f"\x1b[1;{_COLOURS[finding.severity]}m{words}\x1b[0m"


def summarise(checked: Sequence[Checked]) -> str:
    """Sum up a check in one line, rule by rule.

    >>> summarise([Checked(source="a.md", shown="a.md", notes=(Note(text="…"),) * 31, findings=(), citations=11)])
    'no findings in 31 notes, 11 citations'
    """
    findings = [finding for one in checked for finding in one.findings]
    if not findings:
        notes, citations = sum(len(one.notes) for one in checked), sum(one.citations for one in checked)
        return f"no findings in {_counted(notes, 'note')}, {_counted(citations, 'citation')}"
    places = sum(len({finding.note for finding in one.findings}) for one in checked)
    codes = Counter(finding.code for finding in findings)
    by_code = ", ".join(f"{code} ×{number}" for code, number in sorted(codes.items()))
    return f"{_counted(len(findings), 'finding')} in {_counted(places, 'note')}: {by_code}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
