"""Manuscripts that were checked, for the outputs to print: real faults, and text that wants to be code."""

import pytest

from sovcite.checking import check
from sovcite.model import Note
from sovcite.report.checked import Checked

_NOTES = (
    "TsGAIPD SPb f. 24 op. 2v d. 2486l. 83 [1937]",
    "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42.",
    "Nothing to see here.",
    "=HYPERLINK(\"http://x\"),\n<script>alert('ё')</script> & ГAРФ. Ф. Р-9414. Оп. 1. Д. 5. Л. 3",
    "И\N{COMBINING ACUTE ACCENT}ов 🙂 GARF f. 374 op. 27 d. 1211 ll. 13 33 \x07",
)


def checked_notes(source: str = "глава 1, a.md") -> Checked:
    notes = tuple(Note(text=text, kind="footnote", number=str(place)) for place, text in enumerate(_NOTES, start=1))
    return Checked(source=source, shown=source, notes=notes, findings=tuple(check(notes)), citations=4)


@pytest.fixture
def checked() -> Checked:
    return checked_notes()


@pytest.fixture
def clean() -> Checked:
    note = Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 42–47.")
    return Checked(source="b.md", shown="b.md", notes=(note,), findings=(), citations=1)
