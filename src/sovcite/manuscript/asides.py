"""Comments that speak to sovcite: what they say is kept beside the text of the note that they stand in or at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define, field

_ADDRESS = "sovcite:"


def directives(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the lines of a comment that begin with "sovcite:"; word processors write it with a capital.

    >>> directives(["Sovcite: ignore C401", "as the archive asks for"])
    ('sovcite: ignore C401',)
    """
    bare = (line.strip() for line in lines)
    return tuple(
        _ADDRESS + line[len(_ADDRESS) :] for line in bare if line[: len(_ADDRESS)].lower() == _ADDRESS
    )


def may_speak(data: bytes) -> bool:
    """Say whether comments in a part may speak to sovcite at all: a look that saves reading all of them."""
    return b"ovcite" in data


@define
class Asides:
    """Follows the comments through a text: which paragraph, or which mark of a note, each is for.

    A comment whose range holds the mark of a note is for that note, one whose range holds text for the paragraph.
    Where it has no range, or nothing stands in it, it is for the mark that it stands behind, else for its paragraph.
    said is what the comments say by their ids.
    """

    said: Mapping[str, tuple[str, ...]]
    _open: dict[str, None] = field(factory=dict)
    _placed: set[str] = field(factory=set)
    _of_paragraph: dict[str, None] = field(factory=dict)
    _is_behind_mark: bool = False

    def text(self, letters: str) -> None:
        """Pass over text, which what is open is for, with its paragraph."""
        if letters.strip():
            self._of_paragraph |= self._open
            self._placed |= self._open.keys()
            self._is_behind_mark = False

    def mark(self) -> tuple[str, ...]:
        """Pass over the mark of a note; give what is for it."""
        self._placed |= self._open.keys()
        self._is_behind_mark = True
        return self._words(self._open)

    def open(self, id: str) -> None:
        """Begin the range of a comment."""
        self._open[id] = None

    def close(self, id: str) -> None:
        """End the range of a comment."""
        self._open.pop(id, None)

    def place(self, id: str) -> tuple[str, ...]:
        """Pass over the place of a comment, behind its range if it has one; give what is for the mark before it."""
        if id not in self._placed:
            self._placed.add(id)
            if self._is_behind_mark:
                return self.said[id]
            self._of_paragraph[id] = None
        return ()

    def end(self) -> tuple[str, ...]:
        """End a paragraph; give what is for it."""
        words = self._words(self._of_paragraph)
        self._of_paragraph, self._is_behind_mark = {}, False
        return words

    def _words(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(line for id in ids for line in self.said[id])
