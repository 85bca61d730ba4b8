"""The XML of an OpenDocument file: its names with the prefixes that the standard gives them."""

from __future__ import annotations

import re

from sovcite.manuscript.elements import Element, MarkupError, parse_elements
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.xml_bytes import as_utf8

_STANDARD = re.compile(r"urn:oasis:names:tc:opendocument:xmlns:(\w+):1\.0\}(.+)")
_XML = "http://www.w3.org/XML/1998/namespace}"
# pictures and looks; a flat file has them all in one part
_LEFT_OUT = frozenset({
    "office:automatic-styles", "office:binary-data", "office:font-face-decls", "office:forms", "office:master-styles",
    "office:meta", "office:scripts", "office:settings", "office:styles",
})  # fmt: skip


def parse_opendocument(data: bytes, name: str, path: str) -> Element:
    """Parse a part; raise ReadError where it is not well-formed or declares a document type."""
    try:
        return parse_elements(as_utf8(data), _named)
    except (MarkupError, ValueError) as error:
        reason = str(error) if isinstance(error, MarkupError) else "is damaged"
        where = f"{path} " if path else ""
        raise unreadable(name, f"{where}{reason}: open the file in LibreOffice and save it anew") from error


def _named(tag: str) -> str | None:
    if tag.startswith(_XML):
        return f"xml:{tag.removeprefix(_XML)}"
    found = _STANDARD.fullmatch(tag)
    name = f"{found[1]}:{found[2]}" if found else ""
    return None if name in _LEFT_OUT else name
