"""The findings of a check as one JSON object, for programs. Schema: docs/checking.schema.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sovcite._version import __version__
from sovcite.model import Diagnostic, Note
from sovcite.report.checked import Checked, before_and_after

SCHEMA = 1


def report(checked: Sequence[Checked]) -> str:
    """Write what was found in each file, with the edits of each repair; offsets are code points of the note."""
    files = [
        {
            "source": one.source,
            "notes": len(one.notes),
            "citations": one.citations,
            "findings": [_finding(one.notes[found.note], found) for found in one.findings],
        }
        for one in checked
    ]
    return json.dumps({"schema": SCHEMA, "version": __version__, "files": files}, ensure_ascii=False, indent=1) + "\n"


def _finding(note: Note, found: Diagnostic) -> Mapping[str, object]:
    return {
        "code": found.code, "severity": found.severity, "message": found.message, "note": note.label,
        "note_index": found.note, "start": found.start, "end": found.end, "raw": found.raw,
        "fix": _fix(note, found),
    }  # fmt: skip


def _fix(note: Note, found: Diagnostic) -> Mapping[str, object] | None:
    pair = before_and_after(note, found)
    if found.fix is None or pair is None:
        return None
    edits = [{"start": edit.start, "end": edit.end, "new": edit.new} for edit in found.fix.edits]
    return {"safety": found.fix.safety, "before": pair[0], "after": pair[1], "edits": edits}
