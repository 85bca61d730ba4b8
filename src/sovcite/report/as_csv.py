"""The findings of a check as a table for spreadsheets.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which it then shows as text. Source:
OWASP, "CSV Injection"; RFC 4180 (quotes and line ends).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from sovcite.report.checked import Checked, before_and_after

_COLUMNS = ("file", "note", "code", "severity", "message", "words", "repair", "after", "text")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def report(checked: Sequence[Checked]) -> str:
    """Write one row a finding under a row of headings."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    for one in checked:
        for note, found in one.by_note():
            for finding in found:
                pair = before_and_after(note, finding)
                safety, after = (finding.fix.safety, pair[1]) if finding.fix and pair else ("none", "")
                row = (
                    one.shown, note.label, finding.code, finding.severity, finding.message, finding.raw, safety,
                    after, note.text,
                )  # fmt: skip
                table.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
