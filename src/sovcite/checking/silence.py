"""Silence asked for in the manuscript itself: "sovcite: ignore C401" in a comment of HTML, Markdown, TeX or Word.

In a note it holds for that note; "sovcite: ignore-file C401", wherever it stands, for the whole file. Without codes
every rule is silent there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from sovcite.model import Note

_CODES = r"((?:[ \t,]+C[0-9]{1,3})*)"
_WORDS = rf"sovcite:[ \t]*(ignore(?:-file)?){_CODES}"
# <!-- ... -->, a comment of Markdown as pandoc and others write it, a TeX comment up to the end of its line
_COMMENT = re.compile(
    rf"<!--\s*{_WORDS}\s*-->|\[//\]: # \(\s*{_WORDS}\s*\)|(?<!\\)%[ \t]*{_WORDS}[ \t]*$", re.MULTILINE
)
# what a reader kept of a comment, without the signs of its format
_SAID = re.compile(rf"{_WORDS}\s*")
_CODE = re.compile(r"C[0-9]{1,3}")
_EVERY = "C"


@frozen
class Silence:
    """Which codes are silent: in the whole manuscript, and by the place of a note; "C" is every code."""

    everywhere: tuple[str, ...]
    by_note: Mapping[int, tuple[str, ...]]

    def covers(self, note: int, code: str) -> bool:
        """Say whether a finding of that code in that note is to be left out."""
        return any(code.startswith(one) for one in (*self.everywhere, *self.by_note.get(note, ())))

    def covers_all(self, note: int) -> bool:
        """Say whether a note is to be left as it is, whatever is found in it."""
        return _EVERY in self.everywhere or _EVERY in self.by_note.get(note, ())


def silence_of(notes: Sequence[Note]) -> Silence:
    """Read what the comments in the notes ask for.

    >>> silence = silence_of([Note(text="GA RF, f. 17 <!-- sovcite: ignore C401 C405 -->"), Note(text="RGAE")])
    >>> silence.covers(0, "C401"), silence.covers(0, "C201"), silence.covers(1, "C401")
    (True, False, False)
    """
    everywhere: list[str] = []
    by_note: dict[int, tuple[str, ...]] = {}
    for place, note in enumerate(notes):
        in_text = _COMMENT.finditer(note.text) if "sovcite:" in note.text else ()
        for match in (*in_text, *filter(None, map(_SAID.fullmatch, note.comments))):
            kind, codes = next((match[n], match[n + 1]) for n in range(1, match.re.groups, 2) if match[n])
            named = tuple(_CODE.findall(codes)) or (_EVERY,)
            if kind == "ignore-file":
                everywhere += named
            else:
                by_note[place] = (*by_note.get(place, ()), *named)
    return Silence(tuple(everywhere), by_note)
