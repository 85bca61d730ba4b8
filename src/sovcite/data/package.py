"""The files that come with the package: in a checkout, in an installed folder, or inside a zipped wheel.

They are opened by their path wherever there is one: importing importlib.resources takes longer than all that
is done with the files, and only a zip needs it.
"""

from __future__ import annotations

import os
from hashlib import sha256

_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def package_texts(folder: str, ending: str) -> dict[str, str]:
    """Read the files of a folder of the package by their names, in the order of the alphabet.

    >>> [name for name in package_texts("data/styles", ".toml") if name.startswith("gost")]
    ['gost-in-text.toml', 'gost.toml']
    """
    place = _place(folder)
    if place is None:
        return _zipped(folder, ending)
    texts = {}
    for name in sorted(os.listdir(place)):
        if name.endswith(ending):
            with open(os.path.join(place, name), encoding="utf-8") as file:
                texts[name] = file.read()
    return texts


def package_state(*folders: str) -> str:
    """Name the state that the files of folders are in: another after any change of one of them."""
    found: list[object] = []
    for folder in folders:
        place = _place(folder)
        if place is None:
            found.append(_zipped(folder, ""))
            continue
        with os.scandir(place) as entries:
            files = [entry for entry in entries if entry.is_file()]
        stats = [(entry.name, entry.stat()) for entry in files]
        found.append(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats))
    return sha256(repr(found).encode()).hexdigest()[:32]


def _place(folder: str) -> str | None:
    """Find a folder inside the package, or beside src/ where the package is a checkout."""
    for home in (_HOME, os.path.dirname(os.path.dirname(_HOME))):
        place = os.path.join(home, *folder.split("/"))
        if os.path.isdir(place):
            return place
    return None


def _zipped(folder: str, ending: str) -> dict[str, str]:
    from importlib.resources import files

    entries = files("sovcite").joinpath(*folder.split("/")).iterdir()
    found = sorted((entry for entry in entries if entry.is_file()), key=lambda entry: entry.name)
    return {entry.name: entry.read_text(encoding="utf-8") for entry in found if entry.name.endswith(ending)}
