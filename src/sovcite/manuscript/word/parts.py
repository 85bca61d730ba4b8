"""The parts of a Word file that notes are read from, found by their relationships (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from attrs import frozen

from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.word.container import Container, open_container, read_part
from sovcite.manuscript.word.trees import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL = "word/document.xml"


@frozen(kw_only=True)
class Parts:
    """The roots of the parts; all but the document may be missing."""

    document: _Element
    footnotes: _Element | None
    endnotes: _Element | None
    settings: _Element | None
    styles: _Element | None


def read_parts(data: bytes, name: str) -> Parts:
    """Read the parts of a Word file; raise ReadError where it is none or a part is damaged."""
    container = open_container(data, name)
    path = _targets(container, "").get("officeDocument", _USUAL)
    document = _root(container, path)
    if document is None:
        path, document = _USUAL, _root(container, _USUAL)
    if document is None:
        raise unreadable(name, f"is not a Word file: there is no {_USUAL} in it")
    if local(document) != "document":
        raise unreadable(name, f"is not a Word file: {path} is no Word document")
    targets = _targets(container, path)

    def part(kind: str) -> _Element | None:
        return _root(container, targets[kind]) if kind in targets else None

    return Parts(
        document=document,
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
        settings=part("settings"),
        styles=part("styles"),
    )


def _root(container: Container, path: str) -> _Element | None:
    data = read_part(container, path)
    return None if data is None else parse_xml(data, container.name, path)


def _targets(container: Container, path: str) -> dict[str, str]:
    """Read what a part refers to: the path of the first target of each type; "" is the file as a whole."""
    folder, file = posixpath.split(path)
    root = _root(container, posixpath.join(folder, "_rels", f"{file}.rels"))
    targets: dict[str, str] = {}
    for relationship in root if root is not None else ():
        if relationship.get("TargetMode") != "External":
            # the types of both dialects end alike
            kind = relationship.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", "")))
            targets.setdefault(kind, target.lstrip("/"))
    return targets
