"""A manuscript of 300 notes with 60 faults of more than 35 kinds planted by plain edits: all are found, nothing else.

planted/notes.txt is made of real citations by planted_notes.py; planted/faults.txt names the edits. None of the code
that looks for faults takes part in either.
"""

from pathlib import Path

import pytest

from sovcite.checking import RULES, check
from sovcite.checking.proof import repair
from sovcite.model import Diagnostic, Note

_FOLDER = Path(__file__).parent / "planted"
_NO_BREAK = "\N{NO-BREAK SPACE}"
_LIST = "list"

Fault = tuple[str, str, str, list[str]]


def _faults() -> list[Fault]:
    rows = [line for line in (_FOLDER / "faults.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    fields = [row.replace("~", _NO_BREAK).split(" | ") for row in rows]
    return [(note, old, new, found.split("; ")) for note, old, new, found in fields]


def _manuscript(faults: list[Fault]) -> list[Note]:
    """Put the notes and the list of their archives together, each with the planted edits."""
    texts = (_FOLDER / "notes.txt").read_text(encoding="utf-8").splitlines()
    archives = sorted({text.partition(", ")[0] for text in texts if not text.startswith("Ibid.")})
    notes = {str(number): text for number, text in enumerate(texts, start=1)}
    for note, old, new, _ in faults:
        if note == _LIST:
            archives = [name for name in archives if name != old] + ([new] if new else [])
        elif note.endswith("+"):
            notes[note] = new
        else:
            assert notes[note].count(old) == 1, f"{old!r} stands once in note {note}"
            notes[note] = notes[note].replace(old, new)
    order = sorted(notes, key=lambda label: (int(label.rstrip("+")), label))
    footnotes = [Note(text=notes[label], kind="footnote", number=label) for label in order]
    listed = [Note(text=text, kind="body", number=_LIST) for text in ("Archives", *archives)]
    return [*footnotes, *listed]


def _found(notes: list[Note], found: list[Diagnostic]) -> list[str]:
    return sorted({f"{notes[one.note].number} {one.code}" for one in found})


def test_the_notes_are_clean_before() -> None:
    notes = _manuscript([])
    assert len([note for note in notes if note.kind == "footnote"]) == 300
    assert _found(notes, check(notes)) == []


def test_all_faults_are_found_and_nothing_else() -> None:
    faults = _faults()
    expected = sorted(one for *_, found in faults for one in found)
    assert len(faults) >= 60
    assert len({one.split()[1] for one in expected}) >= 35
    notes = _manuscript(faults)
    assert _found(notes, check(notes)) == expected


def test_after_the_safe_repairs_only_the_others_remain() -> None:
    faults, safe = _faults(), {rule.code for rule in RULES if rule.fix == "safe"}
    notes = _manuscript(faults)
    # 185v may be leaf 185в: it is asked for
    asked = [one for one in check(notes) if one.code in safe and (one.fix is None or one.fix.safety != "safe")]
    expected = sorted(one for *_, found in faults for one in found if one.split()[1] not in safe)
    done = repair(notes)
    assert done.refused == ()
    assert _found(notes, check(done.notes)) == sorted([*expected, *_found(notes, asked)])
    assert repair(done.notes).done == ()


@pytest.mark.parametrize("fault", _faults(), ids=lambda fault: " ".join(fault[3]))
def test_each_fault_alone_is_found(fault: Fault) -> None:
    notes = _manuscript([fault])
    assert _found(notes, check(notes)) == sorted(fault[3])
