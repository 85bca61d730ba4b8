"""The parts of a Word file that notes are read from, found by their relationships (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import NamedTuple

from attrs import frozen

from sovcite.manuscript.asides import may_speak
from sovcite.manuscript.container import Container, open_container, read_part
from sovcite.manuscript.elements import Element
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.word.hidden import hiding_styles
from sovcite.manuscript.word.rows import folded
from sovcite.manuscript.word.trees import damage_named, parse_xml
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
    # only where one may speak to sovcite
    comments: Part | None
    settings: Element | None
    # the styles that hide their text
    hiding: frozenset[str]


def read_parts(data: bytes, name: str) -> Parts:
    """Read the parts of a Word file; raise ReadError where it is none or a part is damaged."""
    container = open_container(data, name)
    path = document_path(container)
    targets = targets_of(container, path)
    settings, styles = (_part(container, targets.get(kind)) for kind in ("settings", "styles"))
    hiding = hiding_styles(styles.root if styles else None)
    document, footnotes, endnotes = (
        _part(container, place, hiding) for place in (path, targets.get("footnotes"), targets.get("endnotes"))
    )
    if document is None or document.root.name != "document":
        raise unreadable(name, f"is not a Word file: {path} is no Word document")
    return Parts(
        document=document,
        footnotes=footnotes,
        endnotes=endnotes,
        comments=_part(container, targets.get("comments"), hiding, may_speak),
        settings=settings.root if settings else None,
        hiding=hiding,
    )


def document_path(container: Container) -> str:
    """Name the part that the file is about; raise ReadError where there is none."""
    path = targets_of(container, "").get("officeDocument", _USUAL)
    member = container.members.get(path.lower()) or container.members.get(_USUAL)
    if member is None:
        raise unreadable(container.name, f"is not a Word file: there is no {_USUAL} in it")
    return member.filename


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


def _part(
    container: Container, path: str | None, hiding: frozenset[str] | None = None,
    is_wanted: Callable[[bytes], bool] | None = None,
) -> Part | None:  # fmt: skip
    """Read a part, None if there is none; with the styles that hide their text, its plain runs as rows."""
    data = None if path is None else read_part(container, path)
    if path is None or data is None:
        return None
    with damage_named(container.name, path):
        data = as_utf8(data)
        if is_wanted is not None and not is_wanted(data):
            return None
        root = parse_xml(data if hiding is None else folded(data, hiding))
    return Part(container.members[path.lower()].filename, root, data)
