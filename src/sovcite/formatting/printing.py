"""A citation → one line in a style: the parts in the style's order, with its words and separators."""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.data.style_rows import Style
from sovcite.data.style_table import all_styles, style_by_id
from sovcite.formatting.leaves import print_leaves
from sovcite.formatting.names import print_repository
from sovcite.formatting.numbers import print_fond, print_number
from sovcite.model import Citation, CitationSyntaxError, StyleLimit, Unit
from sovcite.reading import parse

_PARTS = ("repository", "fond", "opis", "file", "units", "leaves", "date")
# a reader knows a citation by one of these; the name of an archive or a volume alone is none
_MARKS_OF_A_CITATION = ("fond", "opis", "file", "leaves")


def format(citation: Citation, style: str | Style = "gost") -> str:
    """Print a citation in a style, without a stop behind it; parse reads the same citation back.

    The repository is printed by its present abbreviation, or by its name where others bear the abbreviation
    too. Raise UnknownStyle for an id that no style has, and StyleLimit, which names the part, where the
    style has no words for a part of the citation or a reader would take it for something else.

    Source: each style names its own.

    >>> from sovcite.model import Leaf, LeafRange, RepositoryName
    >>> leaves = LeafRange(first=Leaf(number="47"), last=Leaf(number="49", side="verso"))
    >>> archive = RepositoryName(written="РЦХИДНИ", id="rgaspi")
    >>> c = Citation(repository=archive, fond="17", opis="162", file="14", leaves=(leaves,))
    >>> for style in ("gost", "english", "slash"):
    ...     print(format(c, style))
    РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49 об.
    RGASPI, f. 17, op. 162, d. 14, ll. 47–49ob.
    RGASPI 17/162/14/47-49ob
    """
    chosen = style_by_id(style) if isinstance(style, str) else style
    printed = printed_unproven(citation, chosen)
    _refuse_if_read_otherwise(printed, citation, chosen)
    return printed


def printed_unproven(citation: Citation, style: Style) -> str:
    """Print a citation by the rules of a style alone; whether it reads back is for format to prove."""
    _check_levels(citation, style)
    printed = print_repository(citation.repository, style) if citation.repository else ""
    separator = style.after_repository if printed else ""
    for part in _parts(citation, style):
        printed = _join(printed, separator, part)
        separator = style.separator
    return printed if citation.date is None else printed + _print_date(citation.date, style)


def styles() -> tuple[Style, ...]:
    """Give every style that format knows, in the order of the ids; raise DataError for a damaged file.

    >>> {style.id for style in styles()} >= {"gost", "english", "slash"}
    True
    """
    return all_styles()


def _refuse_if_read_otherwise(printed: str, citation: Citation, style: Style) -> None:
    """Raise StyleLimit for what the style prints and no reader, ours included, would read as it was meant."""
    try:
        read = parse(printed)
    except CitationSyntaxError as error:
        fault = f"style {style.id!r} prints {printed!r}, which cannot be read back"
        raise StyleLimit(f"{fault}: {error.message}") from error
    lost = [part for part in _PARTS if getattr(read, part) != getattr(citation, part)]
    if lost:
        raise StyleLimit(f"style {style.id!r} prints {printed!r}, in which another {lost[0]} would be read")


def _check_levels(citation: Citation, style: Style) -> None:
    if not any(getattr(citation, part) for part in _MARKS_OF_A_CITATION):
        raise StyleLimit("neither fond, opis, file nor leaf is stated: there is no citation to print")
    for level in style.needs:
        if not getattr(citation, level):
            raise StyleLimit(f"{level} missing; style {style.id!r} prints no citation without it")
    kinds = [unit.kind for unit in citation.units]
    for kind in kinds:
        if kinds.count(kind) > 1:
            raise StyleLimit(f"{kind} stated twice; a reader would take the second for another citation")


def _parts(citation: Citation, style: Style) -> Iterator[str]:
    """Print the parts below the repository, in the style's order; refuse what the style has no word for."""
    units = {unit.kind: unit for unit in citation.units}
    for kind in units.keys() - set(style.order):
        raise StyleLimit(f"style {style.id!r} has no word for {kind} {units[kind].number!r}")
    for part in style.order:
        if part == "fond" and citation.fond is not None:
            yield print_fond(citation.fond, style)
        elif part == "opis" and citation.opis is not None:
            yield print_number("opis", citation.opis, style)
        elif part == "file" and citation.file is not None:
            yield print_number("file", citation.file, style, citation.file_label)
        elif part == "leaves" and citation.leaves:
            yield print_leaves(citation.leaves, style)
        else:
            unit = units.get(part)  # type: ignore[call-overload]
            if isinstance(unit, Unit):
                yield print_number(unit.kind, unit.number, style)


def _join(before: str, separator: str, after: str) -> str:
    """Join two parts; the stop of an abbreviation is the stop of the separator too."""
    if before.endswith(".") and separator.startswith("."):
        separator = separator[1:]
    return before + separator + after


def _print_date(date: str, style: Style) -> str:
    if style.date is None:
        raise StyleLimit(f"style {style.id!r} has no place for the date {date!r}")
    if set(date) & set("[]()\n\r") or date != date.strip() or not any(letter.isdigit() for letter in date):
        raise StyleLimit(f"date {date!r} cannot be printed in brackets so that it can be read back")
    return style.date.replace("{}", date)
