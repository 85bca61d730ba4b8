"""A file written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress

from sovcite.manuscript.failing import unreadable
from sovcite.model import WriteError


def save(data: bytes, path: str) -> None:
    """Write a file through a temporary one beside it, which takes its place at once when it is whole.

    A link is followed, the permissions of a file that was there are kept. Raises WriteError, one line that
    begins with the path: then what was there is still there.
    """
    temporary = None
    try:
        target = os.path.realpath(path)
        if os.path.isdir(target):
            raise WriteError(_line(path, "is a folder; name a file"))
        handle, temporary = tempfile.mkstemp(prefix=".sovcite-", dir=os.path.dirname(target))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no file can have this name").lower()
        raise WriteError(_line(path, f"cannot be written ({reason})")) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def _mode(target: str) -> int:
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _line(path: str, reason: str) -> str:
    return str(unreadable(path, reason))
