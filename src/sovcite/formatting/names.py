"""How a repository is called in a style: by the shortest of its names that is its alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sovcite.data.authority import lookup, repository
from sovcite.data.letters import CyrillicLanguage
from sovcite.data.style import Style
from sovcite.data.transliteration import CYRILLIC_LANGUAGES, romanise
from sovcite.model import CitationSyntaxError, Repository, RepositoryName, StyleLimit
from sovcite.reading import parse

# a comma, a bracket or a digit would end the name for its reader
_READABLE = re.compile(r"(?:[^\W\d_]|[ .'’ʹʺ”\"`-])+")
_LATIN = re.compile(r"[ -\u024f]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def print_repository(name: RepositoryName, style: Style, *, first: bool = False) -> str:
    """Print a repository's name in the style's script; raise StyleLimit where it has none that is its alone.

    first asks for the longer form that some styles want where a repository is named for the first time. An
    unknown or ambiguous name is printed as it was written, in its own script only.

    >>> from sovcite.data.style_table import style_by_id
    >>> print_repository(RepositoryName(written="ЦПА ИМЛ", id="rgaspi"), style_by_id("english"))
    'RGASPI'
    >>> print_repository(RepositoryName(written="ГАВО", id="gavo-vologda"), style_by_id("gost"))
    'Государственный архив Вологодской области'
    """
    if name.id is None:
        return _as_written(name, style)
    row = repository(name.id)
    if row.id in style.names:
        return style.names[row.id]
    template = style.first_repository if first and style.first_repository else style.repository
    printed = _filled(template, row, style)
    if printed is None:
        # of several names only one can be printed: that one stands alone
        printed = next(_own(row, (*_short(row, style), *_long(row, style), *_english(row, style))), None)
    if printed is None:
        script = style.script.title()
        raise StyleLimit(f"repository {row.id!r} has no name of its own in {script} letters; choose another style")
    return printed


def _filled(template: str, row: Repository, style: Style) -> str | None:
    fields = {"{abbreviation}": _short, "{name}": _long, "{english}": _english}
    stated = [field for field in fields if field in template]
    for field in stated:
        names = fields[field](row, style)
        # beside another one a name need not be known: it must not be that of others
        found = next(_own(row, names, or_unknown=len(stated) > 1 and field != "{abbreviation}"), None)
        if found is None:
            return None
        template = template.replace(field, found)
    return template


def _own(row: Repository, names: tuple[str, ...], *, or_unknown: bool = False) -> Iterator[str]:
    """Give those of the names that are the repository's alone; or_unknown: also those that are nobody's."""
    for name in names:
        found = lookup(name) if _READABLE.fullmatch(name) else None
        if found == (row.id,) or (found == () and (or_unknown or _is_read_as(name, row.id))):
            yield name


@lru_cache(maxsize=1024)
def _is_read_as(name: str, id_: str) -> bool:
    """Say whether a name that the table does not have is read as a repository: CDAHO Ukraïny."""
    try:
        found = parse(f"{name}, f. 1, op. 1").repository
    except CitationSyntaxError:
        return False
    return found is not None and found.id == id_


def _short(row: Repository, style: Style) -> tuple[str, ...]:
    """Give the abbreviations; a Cyrillic style prints a foreign archive, which has no Cyrillic name, in Latin."""
    if style.script == "cyrillic":
        return _present(row.cyrillic) or (_present(row.latin) if not _CYRILLIC.search(row.name) else ())
    return _romanised(row, row.cyrillic, row.latin, style)


def _long(row: Repository, style: Style) -> tuple[str, ...]:
    in_latin = row.name if _LATIN.fullmatch(row.name) else None
    if style.script == "cyrillic":
        return (row.name,) if _CYRILLIC.search(row.name) else _present(in_latin)
    return (*_romanised(row, row.name, row.name_latin, style), *_present(in_latin))


def _english(row: Repository, style: Style) -> tuple[str, ...]:
    return _present(row.name_english) if style.script == "latin" else ()


def _romanised(row: Repository, cyrillic: str | None, latin: str | None, style: Style) -> tuple[str, ...]:
    """Write a Cyrillic name by the scheme of the style; the table has it by that of the Library of Congress."""
    if style.scheme == "ala-lc" or not cyrillic or not _CYRILLIC.search(cyrillic):
        return _present(latin)
    language: CyrillicLanguage = next((known for known in CYRILLIC_LANGUAGES if known == row.language), "ru")
    return (romanise(cyrillic, style.scheme, language), *_present(latin))


def _present(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _as_written(name: RepositoryName, style: Style) -> str:
    written = " ".join(name.written.split())
    if not written:
        raise StyleLimit("the repository has an empty name")
    script = "cyrillic" if _CYRILLIC.search(written) else "latin"
    if script != style.script:
        what = f"may be {', '.join(name.candidates)}" if name.candidates else "is unknown"
        raise StyleLimit(
            f"repository {written!r} {what}, and style {style.id!r} is in {style.script.title()} letters;"
            f" {'say which it is, or ' if name.candidates else ''}choose a style in {script.title()} ones"
        )
    return written
