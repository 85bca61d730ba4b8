"""A Word file with its repairs: only the parts that a change or a comment falls into are written anew."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from itertools import count

from sovcite.manuscript.container import MOST_BYTES_OF_PART, Container, open_container, read_part
from sovcite.manuscript.elements import MarkupError
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.word.parts import document_path, relations_path, targets_of
from sovcite.manuscript.xml_bytes import as_utf8, encoding_of, from_utf8
from sovcite.model import Manuscript
from sovcite.repair.archive import with_members
from sovcite.repair.plan import Plan
from sovcite.repair.splicing import Splice, spliced
from sovcite.repair.word.comments import MOST, Comment, anchors, comments_part, related, typed
from sovcite.repair.word.markup import Names, names_of
from sovcite.repair.word.tracked import Tracker
from sovcite.repair.wording import comment_text

_ID = re.compile(rb":id=[\"']([0-9]{1,9})[\"']")
_MOST_BYTES = 4 * MOST_BYTES_OF_PART
_TYPES = "[Content_Types].xml"


def repair_word(data: bytes, manuscript: Manuscript, plan: Plan, *, author: str, moment: str) -> bytes:
    """Carry out a plan: its changes tracked, its remarks as comments. Raises ReadError where that cannot be done."""
    container = open_container(data, manuscript.source)
    try:
        return with_members(data, _changed(container, manuscript, plan, author, moment))
    except MarkupError as error:
        raise unreadable(manuscript.source, f"{error}; save it anew in Word") from error


def _changed(container: Container, manuscript: Manuscript, plan: Plan, author: str, moment: str) -> dict[str, bytes]:
    document = document_path(container)
    parts = _Parts(container)
    planned = plan.edits()
    # what is read first is not unpacked once more for its ids
    for path in {document, *(manuscript.maps[note].part for note in planned)}:
        parts.read(path)
    ids = count(parts.highest_id() + 1)
    splices: dict[str, list[Splice]] = {}
    for note, edits in planned.items():
        place = manuscript.maps[note]
        part, names = parts.read(place.part)
        tracker = Tracker(part, names, ids, author, moment)
        splices.setdefault(place.part, []).extend(tracker.splices(place, edits))
    comments: list[Comment] = []
    part, names = parts.read(document)
    for remark in plan.remarks[:MOST]:
        id = next(ids)
        comments.append(Comment(id, comment_text(manuscript.notes[remark.note], remark)))
        place = manuscript.maps[remark.note]
        splices.setdefault(document, []).extend(anchors(part, names, place, remark.start, remark.end, id))
    changed = {path: parts.spliced(path, cuts) for path, cuts in splices.items()}
    if comments:
        changed |= _with_comments(container, parts, document, names, comments, author, moment)
    return changed


def _with_comments(
    container: Container, parts: _Parts, document: str, names: Names, comments: list[Comment], author: str, moment: str
) -> dict[str, bytes]:
    path = targets_of(container, document).get("comments")
    if path is not None and path.lower() in container.members:
        path = container.members[path.lower()].filename
        return {path: parts.written(path, comments_part(parts.utf8(path), names, comments, author, moment))}
    path = posixpath.join(posixpath.dirname(document), "comments.xml")
    if path.lower() in container.members:
        path = posixpath.join(posixpath.dirname(document), "comments-sovcite.xml")
    relations = relations_path(document)
    changed = {
        path: comments_part(None, names, comments, author, moment),
        relations: parts.written(relations, related(parts.utf8(relations), document, path, names)),
    }
    types = parts.utf8(_TYPES)
    return changed if types is None else changed | {_TYPES: parts.written(_TYPES, typed(types, path))}


class _Parts:
    """The parts of a file in UTF-8, each read once."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._read: dict[str, bytes | None] = {}
        self._encodings: dict[str, str] = {}
        self._names: dict[str, Names] = {}

    def utf8(self, path: str) -> bytes | None:
        """Give a part in UTF-8, None if there is none."""
        if path not in self._read:
            data = read_part(self._container, path)
            self._encodings[path] = "utf-8" if data is None else encoding_of(data)
            self._read[path] = None if data is None else as_utf8(data)
        return self._read[path]

    def read(self, path: str) -> tuple[bytes, Names]:
        """Give a part and its names."""
        data = self.utf8(path)
        names = self._names.get(path) or (names_of(data) if data is not None else None)
        if data is None or names is None:
            raise MarkupError(f"has in {path} names of a kind that Word does not write")
        self._names[path] = names
        return data, names

    def spliced(self, path: str, splices: Iterable[Splice]) -> bytes:
        """Write a part with its changes, in its own encoding."""
        data, _ = self.read(path)
        return self.written(path, spliced(data, splices))

    def written(self, path: str, data: bytes) -> bytes:
        """Give a part that was read back in its own encoding."""
        return from_utf8(data, self._encodings[path])

    def highest_id(self) -> int:
        """Give the highest id of anything that Word counts."""
        highest = read = 0
        for path, member in self._container.members.items():
            if not path.endswith(".xml"):
                continue
            data = self._read.get(member.filename) or read_part(self._container, member.filename) or b""
            read += len(data)
            if read > _MOST_BYTES:
                raise MarkupError(f"unpacks to more than {_MOST_BYTES // 2**20} MB of XML")
            highest = max(highest, *(int(id) for id in _ID.findall(data)), 0)
        return highest
