"""A citation → its parts as a style prints them, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import evolve

from sovcite.data.authority import repository
from sovcite.data.style import Style
from sovcite.data.transliteration import CYRILLIC_LANGUAGES
from sovcite.formatting.leaves import print_leaves
from sovcite.formatting.limits import check_levels
from sovcite.formatting.names import print_repository
from sovcite.formatting.numbers import print_fond, print_number
from sovcite.model import Citation, StyleLimit, Unit


class PrintedPart(NamedTuple):
    """One part of a citation as a style prints it, without what stands between it and the others."""

    kind: str
    text: str


def printed_parts(citation: Citation, style: Style, *, first: bool = False) -> list[PrintedPart]:
    """Print the parts of a citation in the style's order; raise StyleLimit for what the style has no word for.

    first: the repository is named for the first time.
    """
    check_levels(citation, style)
    style = _in_letters_of(citation, style)
    units: dict[str, Unit] = {unit.kind: unit for unit in citation.units}
    for unit in citation.units:
        if unit.kind not in style.order:
            raise StyleLimit(f"style {style.id!r} has no word for {unit.kind} {unit.number!r}")
    printed = ((part, _printed(part, citation, units, style, first=first)) for part in style.order)
    return [PrintedPart(part, text) for part, text in printed if text is not None]


def _printed(part: str, citation: Citation, units: dict[str, Unit], style: Style, *, first: bool) -> str | None:
    """Print one part; None where the citation does not state it."""
    if part == "repository":
        return print_repository(citation.repository, style, first=first) if citation.repository else None
    if part == "fond":
        return None if citation.fond is None else print_fond(citation.fond, style)
    if part in ("opis", "file"):
        number = citation.opis if part == "opis" else citation.file
        return None if number is None else print_number(part, number, style, citation.file_label)
    if part == "leaves":
        return print_leaves(citation.leaves, style) if citation.leaves else None
    if part == "date":
        return None if citation.date is None else _print_date(citation.date, style)
    return print_number(part, units[part].number, style) if part in units else None


def _in_letters_of(citation: Citation, style: Style) -> Style:
    """Give a Cyrillic style with the letters of numbers that the repository's own language has."""
    if style.script == "latin" or citation.repository is None or citation.repository.id is None:
        return style
    language = repository(citation.repository.id).language
    own = next((known for known in CYRILLIC_LANGUAGES if known == language), style.letters)
    return style if own == style.letters else evolve(style, language=own)


def joined(parts: Iterable[PrintedPart], style: Style, begin: str = "") -> str:
    """Join parts with what the style puts between them, behind a beginning."""
    printed, last = begin, ""
    own_ends = tuple(name for name in style.names.values() if name.endswith("."))
    for part in parts:
        if part.kind == "date" or not printed:
            separator = ""
        elif not last:
            separator = style.after_repeat
        elif last == "repository":
            # a name of the style's own may bring what follows it: RA, ERA.1.9.415
            separator = "" if printed.endswith(own_ends) else style.after_repository
        else:
            separator = style.before.get(part.kind, style.separator)
        printed = join(printed, separator, part.text)
        last = part.kind
    return printed


def join(before: str, separator: str, after: str) -> str:
    """Join two texts; the stop of an abbreviation is the stop of the separator too."""
    if before.endswith(".") and separator.startswith("."):
        separator = separator[1:]
    return before + separator + after


def _print_date(date: str, style: Style) -> str:
    if style.date is None:
        raise StyleLimit(f"style {style.id!r} has no place for the date {date!r}")
    if set(date) & set("[]()\n\r") or date != date.strip() or not any(letter.isdigit() for letter in date):
        raise StyleLimit(f"date {date!r} cannot be printed in brackets so that it can be read back")
    return style.date.replace("{}", date)
