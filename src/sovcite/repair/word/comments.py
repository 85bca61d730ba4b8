"""Comments: in a part of their own, anchored in the text of the body (ECMA-376 part 1, 17.13.4).

Never inside a note: Word ignores a comment there (MS-OI29500, 2.1.315), LibreOffice refuses the file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import NamedTuple

from sovcite.manuscript.elements import MarkupError
from sovcite.model import SourceMap
from sovcite.repair.splicing import Splice, escape
from sovcite.repair.word.markup import Names, closing_tag, parse_piece

# Word opens no file with more (MS-OI29500, 2.1.315)
MOST = 32_000

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main":
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/wordprocessingml/main":
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
}  # fmt: skip
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ROOT_TAG = re.compile(rb"<(?=[A-Za-z_])([^\s/>]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_RUN = re.compile(rb"<(?:[\w.-]+:)?r(?:\s[^<>]*)?>")


class Comment(NamedTuple):
    """A comment by its id."""

    id: int
    text: str


def anchors(data: bytes, names: Names, place: SourceMap, start: int, end: int, id: int) -> list[Splice]:
    """Anchor a comment on text[start:end] of a paragraph of the body, or on the mark of a note."""
    if place.anchor is None:
        touched = [piece.at for piece in place.touched(start, max(end, start + 1)) if piece.start < piece.end]
        story = parse_piece(data, place.start, place.stop, names, touched)
        runs = [run for run in story.descendants() if run.name == "r"]
        marked = [run for run in runs if any(run.start < at < run.end for at in touched)]
        if marked:
            return _around(names, marked[0].start, max(run.end for run in marked), id)
        return _at_paragraph(data, names, place.start, id)
    at = place.anchor.at
    if (run := _RUN.match(data, at)) is not None:
        return _around(names, at, _end(data, at, closing_tag(run[0])), id)
    return _at_paragraph(data, names, at, id)


def _end(data: bytes, at: int, closing: bytes) -> int:
    end = data.find(closing, at)
    if end < 0:
        raise MarkupError("has end tags of a kind that Word does not write")
    return end + len(closing)


def _around(names: Names, start: int, stop: int, id: int) -> list[Splice]:
    w = names.prefix
    begin = f'<{w}:commentRangeStart {w}:id="{id}"/>'.encode()
    end = f'<{w}:commentRangeEnd {w}:id="{id}"/>'.encode()
    return [Splice(start, start, begin), Splice(stop, stop, end + _reference(names, id))]


def _reference(names: Names, id: int) -> bytes:
    w = names.prefix
    return f'<{w}:r><{w}:commentReference {w}:id="{id}"/></{w}:r>'.encode()


def _at_paragraph(data: bytes, names: Names, at: int, id: int) -> list[Splice]:
    """Anchor a comment at the beginning of a paragraph, behind its properties."""
    tag = _ROOT_TAG.match(data, at)
    if tag is None:
        raise MarkupError("has no paragraph where a note stands")
    stop = tag.end()
    properties = _ROOT_TAG.match(data, stop)
    if properties and properties[1].rpartition(b":")[2] == b"pPr":
        closing = closing_tag(properties[0])
        # the properties before a tracked change of them stand inside them once more
        depth = -1 if properties[0].endswith(b"/>") else 0
        stop = properties.end()
        while depth >= 0:
            end = _end(data, stop, closing)
            depth += len(re.findall(b"<" + re.escape(properties[1]) + rb"[\s>]", data[stop:end])) - 1
            stop = end
    return [Splice(stop, stop, _reference(names, id))]


def comments_part(
    data: bytes | None, names: Names, comments: Sequence[Comment], author: str, moment: str
) -> bytes:
    """Add comments to the part that holds them; None is a file that has none yet."""
    if data is None:
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{names.namespace}">'
        return head.encode() + _written("w", comments, author, moment) + b"</w:comments>"
    root = _ROOT_TAG.search(data)
    if root is None or b":" not in root[1]:
        raise MarkupError("has comments of a kind that Word does not write")
    prefix = root[1].decode().partition(":")[0]
    return inside(data, _written(prefix, comments, author, moment))


def _written(w: str, comments: Sequence[Comment], author: str, moment: str) -> bytes:
    initials = "".join(word[0] for word in author.split())[:9] or "s"
    return "".join(
        f'<{w}:comment {w}:id="{one.id}" {w}:author="{escape(author)}" {w}:date="{moment}" '
        f'{w}:initials="{escape(initials)}"><{w}:p><{w}:r><{w}:t xml:space="preserve">{escape(one.text)}'
        f"</{w}:t></{w}:r></{w}:p></{w}:comment>"
        for one in comments
    ).encode()


def inside(data: bytes, content: bytes) -> bytes:
    """Put content into the root of a part, behind all that is there."""
    root = _ROOT_TAG.search(data)
    assert root is not None
    if root[0].endswith(b"/>"):
        return data[: root.end() - 2] + b">" + content + b"</" + root[1] + b">" + data[root.end() :]
    end = data.rindex(b"</" + root[1])
    return data[:end] + content + data[end:]


def related(data: bytes | None, document: str, path: str, names: Names) -> bytes:
    """Add the relationship of the document to its comments."""
    data = data or f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
    number = 1 + max((int(id) for id in re.findall(rb"Id=[\"']rId(\d{1,9})[\"']", data)), default=0)
    target = posixpath.relpath(path, posixpath.dirname(document) or ".")
    kind = f"{_RELATIONS[names.namespace]}/comments"
    tag = _prefixed(data, "Relationship")
    return inside(data, f'<{tag} Id="rId{number}" Type="{kind}" Target="{target}"/>'.encode())


def typed(data: bytes, path: str) -> bytes:
    """Add the content type of the comments."""
    return inside(data, f'<{_prefixed(data, "Override")} PartName="/{path}" ContentType="{_TYPE}"/>'.encode())


def _prefixed(data: bytes, name: str) -> str:
    root = _ROOT_TAG.search(data)
    prefix = root[1].decode().rpartition(":")[0] if root else ""
    return f"{prefix}:{name}" if prefix else name
