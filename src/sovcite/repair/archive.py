"""A zip archive with some members changed: all others are copied as they are, packed bytes and headers too."""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def with_members(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Give the archive anew with these members; those that it has not yet come last.

    >>> content = io.BytesIO()
    >>> with ZipFile(content, "w") as archive:
    ...     archive.writestr("a", "1"); archive.writestr("b", "2")
    >>> new = ZipFile(io.BytesIO(with_members(content.getvalue(), {"b": b"3", "c": b"4"})))
    >>> [(name, new.read(name)) for name in new.namelist()]
    [('a', b'1'), ('b', b'3'), ('c', b'4')]
    """
    content = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        new.comment = old.comment
        ends = _ends(data, old)
        left = dict(changed)
        for member in old.infolist():
            if member.filename in left:
                new.writestr(_same(member), left.pop(member.filename))
            else:
                _copy(data[member.header_offset : ends[member.header_offset]], member, new)
        for name, added in left.items():
            # the first moment that a zip archive knows: the same bytes on every machine
            new.writestr(ZipInfo(name), added, ZIP_DEFLATED)
    return content.getvalue()


def _ends(data: bytes, archive: ZipFile) -> dict[int, int]:
    """Say where each member ends: where the next begins, or the directory."""
    starts = sorted(member.header_offset for member in archive.infolist())
    directory = archive.start_dir
    return dict(zip(starts, [*starts[1:], min(directory, len(data))], strict=True))


def _copy(packed: bytes, member: ZipInfo, new: ZipFile) -> None:
    moved = copy.copy(member)
    assert new.fp is not None
    moved.header_offset = new.start_dir
    new.fp.seek(new.start_dir)
    new.fp.write(packed)
    new.start_dir = new.fp.tell()
    new.filelist.append(moved)
    new.NameToInfo[moved.filename] = moved
    new._didModify = True  # type: ignore[attr-defined]


def _same(member: ZipInfo) -> ZipInfo:
    same = ZipInfo(member.filename, member.date_time)
    same.compress_type = member.compress_type
    same.external_attr = member.external_attr
    same.create_system = member.create_system
    same.comment = member.comment
    return same
