"""How a repository is called in a style: by the shortest of its names that is its alone."""

from __future__ import annotations

import re

from sovcite.data.authority import lookup, repository
from sovcite.data.style_rows import Style
from sovcite.model import Repository, RepositoryName, StyleLimit

# a comma, a bracket or a digit would end the name for its reader
_READABLE = re.compile(r"(?:[^\W\d_]|[ .'’-])+")
_LATIN = re.compile(r"[ -\u024f]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def print_repository(name: RepositoryName, style: Style) -> str:
    """Print a repository's name in the style's script; raise StyleLimit where it has none that is its alone.

    An unknown or ambiguous name is printed as it was written; an unknown one only in its own script.

    >>> from sovcite.data.style_table import style_by_id
    >>> print_repository(RepositoryName(written="ЦПА ИМЛ", id="rgaspi"), style_by_id("english"))
    'RGASPI'
    >>> print_repository(RepositoryName(written="ГАВО", id="gavo-vologda"), style_by_id("gost"))
    'Государственный архив Вологодской области'
    """
    if name.id is None:
        return _as_written(name, style)
    row = repository(name.id)
    for candidate in _names(row, style):
        if _READABLE.fullmatch(candidate) and lookup(candidate) == (row.id,):
            return candidate
    script = style.script.title()
    raise StyleLimit(
        f"repository {row.id!r} has no name of its own in {script} letters; choose another style"
    )


def _names(row: Repository, style: Style) -> list[str]:
    """Order the names; a Cyrillic style prints a foreign archive, which has no Cyrillic name, in Latin."""
    foreign = row.name if _LATIN.fullmatch(row.name) else None
    latin = [name for name in (row.latin, row.name_latin, foreign, row.name_english) if name]
    if style.script == "latin":
        return latin
    own = [row.name] if _CYRILLIC.search(row.name) else []
    return [name for name in (row.cyrillic, *own) if name] or latin


def _as_written(name: RepositoryName, style: Style) -> str:
    written = " ".join(name.written.split())
    if not written:
        raise StyleLimit("the repository has an empty name")
    script = "cyrillic" if _CYRILLIC.search(written) else "latin"
    if script != style.script and not name.candidates:
        raise StyleLimit(
            f"repository {written!r} is unknown, and style {style.id!r} is in {style.script.title()} letters;"
            f" choose a style in {script.title()} ones"
        )
    return written
