"""The parts of a Word file that notes are read from, found by their relationships (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from attrs import frozen

from sovcite.manuscript.container import Container, open_container, read_part
from sovcite.manuscript.elements import Element
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.word.trees import parse_xml
from sovcite.manuscript.xml_bytes import as_utf8

_USUAL = "word/document.xml"


class Part(NamedTuple):
    """A part by its path, parsed, with its bytes in UTF-8."""

    path: str
    root: Element
    data: bytes


@frozen(kw_only=True)
class Parts:
    """The parts; all but the document may be missing."""

    document: Part
    footnotes: Part | None
    endnotes: Part | None
    settings: Element | None
    styles: Element | None


def read_parts(data: bytes, name: str) -> Parts:
    """Read the parts of a Word file; raise ReadError where it is none or a part is damaged."""
    container = open_container(data, name)
    document = document_part(container)
    targets = targets_of(container, document.path)

    def part(kind: str) -> Part | None:
        return _part(container, targets[kind]) if kind in targets else None

    settings, styles = part("settings"), part("styles")
    return Parts(
        document=document,
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
        settings=settings.root if settings else None,
        styles=styles.root if styles else None,
    )


def document_part(container: Container) -> Part:
    """Read the part that the file is about; raise ReadError where there is none."""
    path = targets_of(container, "").get("officeDocument", _USUAL)
    document = _part(container, path)
    if document is None:
        path, document = _USUAL, _part(container, _USUAL)
    if document is None:
        raise unreadable(container.name, f"is not a Word file: there is no {_USUAL} in it")
    if document.root.name != "document":
        raise unreadable(container.name, f"is not a Word file: {path} is no Word document")
    return document


def relations_path(path: str) -> str:
    """Name the part that holds the relationships of a part; "" is the file as a whole."""
    folder, file = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def targets_of(container: Container, path: str) -> dict[str, str]:
    """Read what a part refers to: the path of the first target of each type."""
    part = _part(container, relations_path(path))
    targets: dict[str, str] = {}
    for relationship in part.root if part is not None else ():
        attributes = relationship.attributes
        if attributes.get("TargetMode") != "External":
            # the types of both dialects end alike
            kind = attributes.get("Type", "").rpartition("/")[2]
            folder = posixpath.dirname(path)
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            targets.setdefault(kind, target.lstrip("/"))
    return targets


def _part(container: Container, path: str) -> Part | None:
    data = read_part(container, path)
    if data is None:
        return None
    root = parse_xml(data, container.name, path)
    return Part(container.members[path.lower()].filename, root, as_utf8(data))
