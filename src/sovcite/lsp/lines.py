"""The lines of a text in an editor, and places in them as the protocol counts them.

Source: Language Server Protocol 3.17, "Position": a line, and in it so many units of UTF-16 (or of what client and
server agreed upon). Only line ends part lines; what else Unicode calls a separator is a letter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from attrs import define

# how many bytes a unit has, and the codec that has such units
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
_BASIC = "\uffff"


def lines_of(text: str) -> list[str]:
    """Cut a text into its lines, whatever their ends; there is always one.

    >>> lines_of("a\\r\\nb\\rc\\n")
    ['a', 'b', 'c', '']
    """
    # a mark of the byte order is no letter of the text, but it has its place
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", " ").split("\n")


def units_before(line: str, column: int, encoding: str = "utf-16") -> int:
    """Count the units before a column of a line.

    >>> units_before("🙂 f. 17", 2), units_before("🙂 f. 17", 2, "utf-8")
    (3, 5)
    """
    codec, size = _UNITS[encoding]
    if encoding == "utf-16" and max(line, default="") <= _BASIC:
        return column
    return len(line[:column].encode(codec, "surrogatepass")) // size


def column_of(line: str, units: int, encoding: str = "utf-16") -> int:
    """Give the column before which a line has so many units, its end where it has fewer.

    >>> column_of("🙂 f. 17", 3), column_of("🙂 f. 17", 99)
    (2, 7)
    """
    codec, size = _UNITS[encoding]
    if encoding == "utf-16" and max(line, default="") <= _BASIC:
        return min(units, len(line))
    return len(line.encode(codec, "surrogatepass")[: units * size].decode(codec, "ignore"))


@define(slots=False)
class Lines:
    """Lines with the places of their first letters in the text that they make, joined by line feeds."""

    lines: Sequence[str]
    encoding: str = "utf-16"

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return list(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))

    def line_at(self, offset: int) -> int:
        """Give the line that a place of the text stands in."""
        return bisect_right(self.starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line of a place of the text, and its units in it."""
        line = self.line_at(offset)
        return line, units_before(self.lines[line], offset - self.starts[line], self.encoding)

    def offset(self, line: int, units: int) -> int:
        """Give the place of the text at units of a line.

        >>> lines = Lines(lines_of("🙂\\nf. 17"))
        >>> lines.place(lines.offset(1, 3))
        (1, 3)
        """
        if line >= len(self.lines):
            return self.starts[-1] + len(self.lines[-1])
        return self.starts[line] + column_of(self.lines[line], units, self.encoding)
