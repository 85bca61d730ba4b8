"""Bytes into text: UTF-8, UTF-16 with its mark, and windows-1251 where that gives plausible Cyrillic."""

from __future__ import annotations

import codecs

from sovcite.manuscript.cyrillic import is_plausible
from sovcite.manuscript.failing import unreadable


def decode(data: bytes, name: str) -> str:
    """Decode the content of a text file; every line ends with a line feed.

    Raises ReadError where it is no text.

    >>> decode("Д. 5".encode("windows-1251") + b", op. 3, " + "опись".encode("windows-1251"), "a.txt")
    'Д. 5, op. 3, опись'
    """
    text = _decoded(data)
    if text is None or "\0" in text:
        raise unreadable(name, "is not text; save it as text in UTF-8, or as .docx")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        pass
    if marked:
        return None
    try:
        text = data.decode("windows-1251")
    except UnicodeDecodeError:
        return None
    return text if is_plausible(text) else None
