"""The XML of a Word file: parsed without anything from outside, its names the same in both dialects."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sovcite.manuscript.failing import unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

# ECMA-376 part 4 (transitional, what Word writes) and part 1 (strict)
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = frozenset({"0", "false", "off"})


def parse_xml(data: bytes, name: str, path: str) -> _Element:
    """Parse a part: no DTD, no entities, no network, libxml2's bounds on depth and length of text.

    Raises ReadError where it is not well-formed or declares a document type, which no Word file does.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = f"{path} is damaged: open the file in Word, let it repair it and save it"
        raise unreadable(name, reason) from error
    # what it declares was not expanded; libxml2 bounds what an attribute may grow to
    if root.getroottree().docinfo.internalDTD is not None:
        raise unreadable(name, f"{path} declares a document type, which is not read; save it anew in Word")
    return root


def local(element: _Element) -> str:
    """Name an element: "p" for w:p, "mc:Choice" for those of markup compatibility, "" for any other."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    namespace, _, name = tag[1:].partition("}")
    if namespace in _WORD:
        return name
    return f"mc:{name}" if namespace == _COMPATIBILITY else ""


def child(element: _Element | None, *names: str) -> _Element | None:
    """Go down through the first child of each name; None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def attribute(element: _Element | None, name: str) -> str | None:
    """Read a w: attribute; None where it, or the element, is missing."""
    if element is None:
        return None
    for namespace in _WORD:
        value = element.get(f"{{{namespace}}}{name}")
        if value is not None:
            return value
    return None


def is_on(element: _Element | None) -> bool:
    """Read a switch such as w:vanish: on unless it is missing or says off (ECMA-376 part 1, 17.17.4)."""
    return element is not None and (attribute(element, "val") or "").lower() not in _OFF


def chosen(alternatives: _Element) -> _Element | None:
    """Choose one branch of mc:AlternateContent, the first that has anything of Word; none is read twice."""
    branches = [branch for branch in alternatives if local(branch) in ("mc:Choice", "mc:Fallback")]
    filled = (branch for branch in branches if any(local(inner) for inner in branch.iterdescendants()))
    return next(filled, None)
