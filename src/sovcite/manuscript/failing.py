"""Why a file cannot be read, in one line that begins with its name."""

from __future__ import annotations

from sovcite.model import ReadError


def unreadable(name: str, reason: str) -> ReadError:
    """Make the error for a file; the name stays on one line, whatever letters it has.

    >>> unreadable("chapter.docx", "is empty")
    ReadError('chapter.docx: is empty')
    >>> unreadable("a" + chr(10) + "b.txt", "is empty")
    ReadError('a\\\\x0ab.txt: is empty')
    """
    # under a locale that knows ASCII alone Python keeps the bytes of a name as surrogates
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    line = f"{text}: {reason}"
    return ReadError("".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in line))
