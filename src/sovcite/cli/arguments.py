"""Arguments as text: what a shell passes is UTF-8, also where Python was told that it is ASCII."""

from __future__ import annotations


def as_text(argument: str) -> str:
    """Read an argument as UTF-8; bytes that are none stay what they were.

    >>> as_text("d. 5" + chr(0xDCD0) + chr(0xB0 + 0xDC00))
    'd. 5а'
    """
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
