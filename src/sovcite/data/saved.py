"""Bytes that are dear to make, kept in the user's cache folder from one start to the next.

A kept file begins with the sha256 of what follows. It is believed only if that is right and if, on POSIX,
nobody but the user could have written it; else, and wherever keeping fails, the bytes are simply made again.
The environment variable SOVCITE_CACHE names another folder, or switches the keeping off with "off".
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

_DIGEST = sha256().digest_size


def saved(name: str, fingerprint: str, build: Callable[[], bytes]) -> bytes:
    """Give the bytes kept under name and fingerprint, made by build() and kept where there are none yet.

    The fingerprint states all that the bytes depend on. What build() raises is passed on; nothing
    that goes wrong with the cache is.

    >>> saved("example", "0", lambda: b"RGASPI") if cache_folder() is None else b"RGASPI"
    b'RGASPI'
    """
    file = f"{name}-{fingerprint}"
    folder = _trusted_folder()
    body = _read(folder, file) if folder else None
    if body is None:
        body = build()
        if folder:
            _write(folder, file, body)
    return body


def cache_folder() -> str | None:
    """Name the folder that things are kept in, whether it exists or not; None where keeping is off."""
    chosen = os.environ.get("SOVCITE_CACHE", "")
    if chosen:
        return None if chosen == "off" else os.path.abspath(os.path.expanduser(chosen))
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA", "")
    else:
        # the XDG standard has a relative path passed over
        place = os.environ.get("XDG_CACHE_HOME", "")
        place = place if os.path.isabs(place) else os.path.expanduser("~/.cache")
    return os.path.join(place, "sovcite") if os.path.isabs(place) else None


def _trusted_folder() -> str | None:
    """Find the folder, made for the user alone if it is new; None if it is not to be trusted."""
    try:
        folder = cache_folder()
        if folder is None:
            return None
        if not os.path.isdir(folder):
            os.makedirs(os.path.dirname(folder), exist_ok=True)
            with suppress(FileExistsError):
                os.mkdir(folder, 0o700)
        found = os.stat(folder)
    except (OSError, ValueError):
        return None
    return folder if stat.S_ISDIR(found.st_mode) and _is_ours(found) else None


def _is_ours(found: os.stat_result) -> bool:
    """Say whether only the user can have written this. Windows keeps its local folders apart itself."""
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _read(folder: str, file: str) -> bytes | None:
    # no link is followed, and a pipe does not make the reader wait; the flags do not exist on Windows
    flags = os.O_RDONLY
    for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    try:
        with os.fdopen(os.open(os.path.join(folder, file), flags), "rb") as kept:
            found = os.fstat(kept.fileno())
            if not stat.S_ISREG(found.st_mode) or not _is_ours(found):
                return None
            content = kept.read()
    except (OSError, ValueError):
        return None
    body = content[_DIGEST:]
    return body if sha256(body).digest() == content[:_DIGEST] else None


def _write(folder: str, file: str, body: bytes) -> None:
    """Write beside the file and put it in place at once: of two writers, either one's stands whole."""
    half_done = os.path.join(folder, f".{file}-{os.getpid()}-{os.urandom(6).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for flag in ("O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    try:
        with os.fdopen(os.open(half_done, flags, 0o600), "wb") as new:
            new.write(sha256(body).digest() + body)
        os.replace(half_done, os.path.join(folder, file))
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.unlink(half_done)
