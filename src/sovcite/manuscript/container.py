"""The zip archive that a Word or OpenDocument file is, read with a bound on what comes out of it."""

from __future__ import annotations

import io
import zlib
from struct import error as StructError
from zipfile import BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from sovcite.manuscript.failing import unreadable
from sovcite.model import ReadError

# the text of a book of a thousand pages is a fifth of this
MOST_BYTES_OF_PART = 64 * 2**20
# Word's XML shrinks to a tenth or a fiftieth; small parts may shrink further
MOST_RATIO = 100
_SMALL = 4 * 2**20

_DAMAGES = (BadZipFile, zlib.error, EOFError, StructError, OSError, ValueError, IndexError, OverflowError)


@frozen(kw_only=True)
class Container:
    """An opened archive; members are its parts by lower-cased path, since case does not tell parts apart."""

    name: str
    program: str
    archive: ZipFile
    members: dict[str, ZipInfo]


def open_container(data: bytes, name: str, kind: str = "a Word file", program: str = "Word") -> Container:
    """Open the content of a file of a program as an archive; raise ReadError if it is none."""
    try:
        archive = ZipFile(io.BytesIO(data))
        members = {member.filename.lower().lstrip("/"): member for member in archive.infolist()}
    except (*_DAMAGES, NotImplementedError) as error:
        if data.startswith(b"PK"):
            raise _damaged(name, program) from error
        raise unreadable(name, f"is not {kind}, whatever its name says; save it in {program}") from error
    return Container(name=name, program=program, archive=archive, members=members)


def read_part(container: Container, path: str) -> bytes | None:
    """Read a part, None if there is none; raise ReadError if it is damaged, encrypted or far too large."""
    member = container.members.get(path.lower())
    if member is None:
        return None
    size = member.file_size
    if size > MOST_BYTES_OF_PART or (size > _SMALL and size > MOST_RATIO * member.compress_size):
        most = f"{MOST_BYTES_OF_PART // 2**20} MB and {MOST_RATIO} times its packed size"
        reason = f"{path} unpacks to {size // 2**20} MB, more than {most}; cut the file into parts"
        raise unreadable(container.name, reason)
    if member.flag_bits & 0x1:
        raise unreadable(container.name, f"is encrypted: open it in {container.program} and save it without a password")
    try:
        with container.archive.open(member) as part:
            return part.read(MOST_BYTES_OF_PART)
    except (*_DAMAGES, NotImplementedError, RuntimeError) as error:
        raise _damaged(container.name, container.program) from error


def _damaged(name: str, program: str) -> ReadError:
    return unreadable(name, f"is damaged or cut short: open it in {program}, let it repair the file and save it")
