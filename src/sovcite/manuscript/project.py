"""Which files make a manuscript: a folder, a pattern, a LaTeX or Typst file with those that it takes in."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence

from sovcite.manuscript.decoding import decode
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.inclusions import may_take_in, taken_in
from sovcite.manuscript.reader import extensions, read_content
from sovcite.model import ReadError, natural_key

_PATTERN = re.compile(r"[*?\[]")
_MOST_FILES = 10_000
# files that take in files: TeX itself follows fifteen
_DEEPEST = 50

# the files of one manuscript, the one that takes in the others first
Group = tuple[str, ...]


def expand(paths: Sequence[str]) -> list[Group]:
    """Give the manuscripts that paths stand for, in order, each as its files; each file once.

    A folder is its files of a kind that is read, in natural order (chapter 2 before chapter 10), without hidden
    ones; a pattern what it matches. Raises ReadError for a folder or a pattern without any file.

    >>> expand(["no such file.docx"])
    [('no such file.docx',)]
    """
    return grouped([file for path in paths for file in files_at(path)])


def grouped(files: Sequence[str]) -> list[Group]:
    """Put files together that make one manuscript: a .tex or .typ file with those that it takes in.

    They stand in the order of a reader, as far as they lie in the folder of the main file. A file that two manuscripts
    take in belongs to the first.
    """
    named = list(dict.fromkeys(files))
    inner = {file: _included(file) for file in named}
    places = {file: _place(file) for file in named}
    above: dict[str, list[str]] = {}
    for file, inside in inner.items():
        for one in inside:
            above.setdefault(one, []).append(file)
    given = {os.path.normpath(file): file for file in named}
    groups: list[Group] = []
    taken: set[str] = set()
    for file in named:
        # of two files that take in each other the first is the manuscript
        is_inner = any(places[up] not in inner[file] for up in above.get(places[file], ()))
        if is_inner or places[file] in taken:
            continue
        own = {place: path for place, path in {places[file]: file, **inner[file]}.items() if place not in taken}
        taken |= own.keys()
        # under the name that it was given, where that leads there too
        groups.append(tuple(given.get(path, path) for path in own.values()))
    return groups


def files_at(path: str) -> list[str]:
    """Give the files that a path stands for; raise ReadError for a folder or a pattern without any."""
    found = _files(path)
    if len(found) > _MOST_FILES:
        raise unreadable(path, f"stands for more than {_MOST_FILES} files; give them in parts")
    return found


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


def _included(main: str) -> dict[str, str]:
    """Give the files that a file takes in, in the order of a reader, each under its real path."""
    found: dict[str, str] = {}
    home = os.path.dirname(main)
    seen = {_place(main)}

    def follow(file: str, depth: int) -> None:
        try:
            text = decode(read_content(file), file).text
        except ReadError:
            # it is named where it is read itself
            return
        for one in taken_in(text, file, home, lambda path: _is_inside(path, home) and os.path.isfile(path)):
            place = os.path.realpath(one.path)
            if place not in seen and len(seen) < _MOST_FILES:
                seen.add(place)
                found[place] = one.path
                if depth < _DEEPEST:
                    follow(one.path, depth + 1)

    if may_take_in(main):
        follow(main, 0)
    return found


def _place(file: str) -> str:
    try:
        return os.path.realpath(file)
    except ValueError:
        # a name that no file can have; it is named where it is read
        return file


def _is_inside(path: str, folder: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))
