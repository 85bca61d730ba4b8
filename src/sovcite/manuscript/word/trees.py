"""The XML of a Word file: its names the same in both dialects, what no note needs left out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sovcite.manuscript.elements import Element, MarkupError, parse_elements
from sovcite.manuscript.failing import unreadable

# ECMA-376 part 4 (transitional, what Word writes) and part 1 (strict)
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_XML = "http://www.w3.org/XML/1998/namespace"
_OFF = frozenset({"0", "false", "off"})
# how text looks and what Word remembers of it: half of all elements
_LEFT_OUT = frozenset({
    "b", "bCs", "bookmarkEnd", "bookmarkStart", "color", "highlight", "i", "iCs", "ind", "jc", "kern", "lang",
    "noProof", "pPrChange", "proofErr", "rFonts", "rPrChange", "rsid", "rsidDel", "rsidP", "rsidR", "rsidRDefault",
    "rsidRPr", "shd", "snapToGrid", "spacing", "sz", "szCs", "tabs", "tblGrid", "tblPr", "tblPrEx", "tcPr", "u",
    "vertAlign", "w", "widowControl",
})  # fmt: skip


def parse_xml(data: bytes) -> Element:
    """Parse a part in UTF-8: no DTD, no entities, no network, bounds on depth. Raises MarkupError."""
    return parse_elements(data, _named)


@contextmanager
def damage_named(name: str, path: str) -> Iterator[None]:
    """Name the file and the part that is not well-formed or declares a document type, which no Word file does."""
    try:
        yield
    except (MarkupError, ValueError) as error:
        reason = str(error) if isinstance(error, MarkupError) else "is damaged"
        message = f"{path} {reason}: open the file in Word, let it repair it and save it anew"
        raise unreadable(name, message) from error


def _named(tag: str) -> str | None:
    namespace, bound, name = tag.rpartition("}")
    if namespace in _WORD:
        return None if name in _LEFT_OUT else name
    if namespace == _COMPATIBILITY:
        return f"mc:{name}"
    if namespace == _XML:
        return f"xml:{name}"
    # relationships have their attributes in no namespace
    return "" if bound else name


def child(element: Element | None, *names: str) -> Element | None:
    """Go down through the first child of each name; None where there is none."""
    for name in names:
        if element is None:
            return None
        element = element.child(name)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """Read a w: attribute; None where it, or the element, is missing."""
    return None if element is None else element.attributes.get(name)


def is_on(element: Element | None) -> bool:
    """Read a switch such as w:vanish: on unless it is missing or says off (ECMA-376 part 1, 17.17.4)."""
    return element is not None and (attribute(element, "val") or "").lower() not in _OFF


def chosen(alternatives: Element) -> Element | None:
    """Choose one branch of mc:AlternateContent, the first that has anything of Word; none is read twice."""
    branches = [branch for branch in alternatives if branch.name in ("mc:Choice", "mc:Fallback")]
    filled = (branch for branch in branches if any(_is_words(inner) for inner in branch.descendants()))
    return next(filled, None)


def _is_words(element: Element) -> bool:
    return element.name not in ("", "#text") and not element.name.startswith("mc:")
