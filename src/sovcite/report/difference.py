"""What a repair changes: a unified difference of a text, before and after for the notes of other files."""

from __future__ import annotations

from difflib import unified_diff

from sovcite.manuscript.decoding import decode
from sovcite.model import Manuscript
from sovcite.repair.editing import edited
from sovcite.repair.plan import Plan


def difference(name: str, manuscript: Manuscript, plan: Plan, old: bytes, new: bytes) -> str:
    """Show what changed in a file, "" where nothing did; old and new are its contents."""
    if manuscript.form == "text":
        before, after = (decode(data, name).text.splitlines(keepends=True) for data in (old, new))
        lines = unified_diff(before, after, name, f"{name} (repaired)")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ no newline at the end\n" for line in lines)
    return "".join(note_difference(name, manuscript, plan))


def note_difference(name: str, manuscript: Manuscript, plan: Plan) -> list[str]:
    """Show each note that changes, before and after."""
    shown = []
    for place, edits in sorted(plan.edits().items()):
        note = manuscript.notes[place]
        before, after = (" ".join(text.split()) for text in (note.text, edited(note.text, edits)))
        shown.append(f"{name}, {note.label}\n- {before}\n+ {after}\n")
    return shown
