"""Manuscripts of several files: a folder, a pattern, a LaTeX or Typst file and those that it takes in."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence

from sovcite.manuscript.decoding import decode
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.reader import extensions, read_content
from sovcite.model import ReadError, natural_key

_LATEX = re.compile(r"^[^%\n]*?\\(?:input|include|subfile)\s*\{([^{}\n]+)\}", re.MULTILINE)
_TYPST = re.compile(r"^[ \t]*#include[ \t]+\"([^\"\n]+)\"", re.MULTILINE)
_INCLUDES = {".tex": _LATEX, ".ltx": _LATEX, ".typ": _TYPST}
_PATTERN = re.compile(r"[*?\[]")
_MOST_FILES = 10_000


def expand(paths: Sequence[str]) -> list[str]:
    """Give the files that paths stand for, in order, each once.

    A folder is its files of a kind that is read, in natural order (chapter 2 before chapter 10), without hidden
    ones; a pattern what it matches. A .tex or .typ file is followed by those that it takes in, as far as they
    lie in its folder. Raises ReadError for a folder or a pattern without any file.

    >>> expand(["no such file.docx"])
    ['no such file.docx']
    """
    found: dict[str, None] = {}
    for path in paths:
        for file in _files(path):
            found.setdefault(file)
            for inner in _included(file, os.path.dirname(file), {os.path.realpath(file)}):
                found.setdefault(inner)
            if len(found) > _MOST_FILES:
                raise unreadable(path, f"stands for more than {_MOST_FILES} files; give them in parts")
    return list(found)


def _files(path: str) -> list[str]:
    if os.path.isdir(path):
        files = list(_in_folder(path))
        if not files:
            raise unreadable(path, "is a folder without a file of a kind that is read")
        return files
    if _PATTERN.search(path) and not os.path.lexists(path):
        files = sorted(glob.glob(path, recursive=True), key=natural_key)
        files = [file for file in files if not os.path.isdir(file)]
        if not files:
            raise unreadable(path, "no file matches this pattern")
        return files
    return [path]


def _in_folder(path: str) -> Iterator[str]:
    known = extensions()
    for folder, folders, files in os.walk(path):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=natural_key)
        for file in sorted(files, key=natural_key):
            # ~$ is what Word leaves beside a file that is open
            if not file.startswith((".", "~$")) and os.path.splitext(file)[1].lower() in known:
                yield os.path.join(folder, file)


def _included(file: str, home: str, seen: set[str]) -> Iterator[str]:
    pattern = _INCLUDES.get(os.path.splitext(file)[1].lower())
    if pattern is None:
        return
    try:
        text = decode(read_content(file), file).text
    except ReadError:
        # it is named where it is read itself
        return
    for name in pattern.findall(text):
        # LaTeX looks beside the main file, Typst beside the file that takes in
        for folder in dict.fromkeys((home, os.path.dirname(file)) if pattern is _LATEX else (os.path.dirname(file),)):
            path = os.path.normpath(os.path.join(folder, name.strip()))
            if not os.path.splitext(path)[1]:
                path += os.path.splitext(file)[1]
            if _is_inside(path, home) and os.path.isfile(path):
                if os.path.realpath(path) not in seen and len(seen) < _MOST_FILES:
                    seen.add(os.path.realpath(path))
                    yield path
                    yield from _included(path, home, seen)
                break


def _is_inside(path: str, folder: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))
