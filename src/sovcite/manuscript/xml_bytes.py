"""The encoding of an XML part: it is read and edited in UTF-8, whatever it is written in."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


def encoding_of(data: bytes) -> str:
    """Name the encoding of a part by its mark or its declaration.

    >>> encoding_of(b'<?xml version="1.0" encoding="windows-1251"?><a/>')
    'cp1251'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = _DECLARED.match(data)
    try:
        return codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    except LookupError as error:
        raise ValueError("an encoding that is not known") from error


def as_utf8(data: bytes) -> bytes:
    """Give a part in UTF-8; raise ValueError where its bytes are not what it declares."""
    encoding = encoding_of(data)
    return data if encoding in ("utf-8", "ascii") else data.decode(encoding).encode()


def from_utf8(data: bytes, encoding: str) -> bytes:
    """Give a part back in its own encoding; raise UnicodeEncodeError where that lacks a letter."""
    return data if encoding in ("utf-8", "ascii") else data.decode().encode(encoding)
