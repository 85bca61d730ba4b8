"""A citation → one line in a style: the parts in the style's order, with its words and separators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import evolve

from sovcite.data.authority import repository
from sovcite.data.style import Label, Script, Style
from sovcite.data.style_table import all_styles, find_style
from sovcite.data.transliteration import CYRILLIC_LANGUAGES
from sovcite.formatting.leaves import full_range, print_leaves
from sovcite.formatting.names import print_repository
from sovcite.formatting.numbers import print_fond, print_number
from sovcite.formatting.scripts import in_script
from sovcite.model import Citation, CitationSyntaxError, StyleLimit, Unit
from sovcite.reading import parse

_PARTS = ("repository", "fond", "opis", "file", "units", "leaves", "date")
# a reader knows a citation by one of these; the name of an archive or a volume alone is none
_MARKS_OF_A_CITATION = ("fond", "opis", "file", "leaves")
# units that may stand right behind the repository: РГАДА. Разряд XX
_OPENING = ("section", "series", "box", "folder", "book", "volume", "inventory", "case")
# s. 5, с. 5: a page, or where no file is named the file (storage unit) of the Baltic archives
_PAGE_OR_FILE = ("С", "с", "S", "s")
_NO_LABEL = Label("{}", "{}")


class PrintedPart(NamedTuple):
    """One part of a citation as a style prints it, without what stands between it and the others."""

    kind: str
    text: str


def format(citation: Citation, style: str | Style = "gost", script: Script | None = None) -> str:
    """Print a citation in a style, without a stop behind it; parse reads the same citation back.

    style is an id, the path of a style's file that ends in .toml, or a Style; script asks for the style in the
    other letters. The repository is printed by its present abbreviation, or by its name where others bear the
    abbreviation too. In a style with short ends of ranges (34–7) the same means: with these ends completed.

    Raise UnknownStyle for an id that no style has, DataError for a style's file that is damaged, and StyleLimit,
    which names the part, where the style has no words for a part of the citation or a reader would take it for
    something else.

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
    >>> format(c, "gost", script="latin")
    'RGASPI. F. 17. Op. 162. D. 14. L. 47–49 ob.'
    """
    chosen = chosen_style(style, script)
    printed = printed_unproven(citation, chosen)
    _refuse_if_read_otherwise(printed, citation, chosen)
    return printed


def chosen_style(style: str | Style, script: Script | None = None) -> Style:
    """Give a style by its id or path, in a script; raise UnknownStyle or DataError."""
    found = find_style(style) if isinstance(style, str) else style
    return in_script(found, script) if script else found


def printed_unproven(citation: Citation, style: Style) -> str:
    """Print a citation by the rules of a style alone; whether it reads back is for format to prove."""
    return style.around.replace("{}", joined(printed_parts(citation, style), style))


def styles() -> tuple[Style, ...]:
    """Give every style that format knows, in the order of the ids; raise DataError for a damaged file.

    >>> {style.id for style in styles()} >= {"gost", "english", "slash"}
    True
    """
    return all_styles()


def printed_parts(citation: Citation, style: Style, *, first: bool = False) -> list[PrintedPart]:
    """Print the parts of a citation in the style's order; raise StyleLimit for what the style has no word for.

    first: the repository is named for the first time.
    """
    _check_levels(citation, style)
    style = _in_letters_of(citation, style)
    units: dict[str, Unit] = {unit.kind: unit for unit in citation.units}
    for unit in citation.units:
        if unit.kind not in style.order:
            raise StyleLimit(f"style {style.id!r} has no word for {unit.kind} {unit.number!r}")
    found: list[PrintedPart] = []
    for part in style.order:
        if part == "repository" and citation.repository is not None:
            text = print_repository(citation.repository, style, first=first)
        elif part == "fond" and citation.fond is not None:
            text = print_fond(citation.fond, style)
        elif part == "opis" and citation.opis is not None:
            text = print_number("opis", citation.opis, style)
        elif part == "file" and citation.file is not None:
            text = print_number("file", citation.file, style, citation.file_label)
        elif part == "leaves" and citation.leaves:
            text = print_leaves(citation.leaves, style)
        elif part == "date" and citation.date is not None:
            text = _print_date(citation.date, style)
        else:
            found_unit = units.get(part)
            if found_unit is None:
                continue
            text = print_number(part, found_unit.number, style)
        found.append(PrintedPart(part, text))
    return found


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


def is_same(read: Citation, citation: Citation, style: Style) -> bool:
    """Say whether what was read is the citation that was printed."""
    return not _lost(read, citation, style)


def _lost(read: Citation, citation: Citation, style: Style) -> list[str]:
    if style.short_ranges:
        read, citation = _with_full_ranges(read), _with_full_ranges(citation)
    return [part for part in _PARTS if getattr(read, part) != getattr(citation, part)]


def _with_full_ranges(citation: Citation) -> Citation:
    return evolve(citation, leaves=tuple(full_range(leaves) for leaves in citation.leaves))


def _refuse_if_read_otherwise(printed: str, citation: Citation, style: Style) -> None:
    """Raise StyleLimit for what the style prints and no reader, ours included, would read as it was meant."""
    try:
        read = parse(printed)
    except CitationSyntaxError as error:
        fault = f"style {style.id!r} prints {printed!r}, which cannot be read back"
        raise StyleLimit(f"{fault}: {error.message}") from error
    lost = _lost(read, citation, style)
    if lost:
        raise StyleLimit(f"style {style.id!r} prints {printed!r}, in which another {lost[0]} would be read")


def _check_levels(citation: Citation, style: Style) -> None:
    """Raise StyleLimit for a citation whose parts, each by itself in order, would together be read otherwise."""
    if not any(getattr(citation, part) for part in _MARKS_OF_A_CITATION):
        raise StyleLimit("neither fond, opis, file nor leaf is stated: there is no citation to print")
    kinds = [unit.kind for unit in citation.units]
    row = _numbers_in_a_row(style)
    last = max((place for place, level in enumerate(row) if getattr(citation, level)), default=0)
    for level in (*style.needs, *row[:last]):
        if level not in kinds and not getattr(citation, level, None):
            raise StyleLimit(f"{level} missing; style {style.id!r} prints no citation without it")
    for kind in kinds:
        if kinds.count(kind) > 1:
            raise StyleLimit(f"{kind} stated twice; a reader would take the second for another citation")
    name = citation.repository
    is_known = name is not None and (name.id is not None or name.candidates != ())
    above = (citation.fond, citation.opis, is_known and kinds[:1] and kinds[0] in _OPENING)
    if kinds and not any(above) and _stands_above_file(kinds[0], style):
        raise StyleLimit(f"fond missing; {kinds[0]} {citation.units[0].number!r} is not read without it")
    if row and name is not None and not is_known:
        raise StyleLimit(f"repository {name.written!r} is unknown; numbers in a row are read behind a known one only")
    if name is not None and not is_known and style.order[0] != "repository":
        raise StyleLimit(f"repository {name.written!r} is unknown; behind the levels only a known one is read")
    if citation.date and not (citation.opis or citation.file or citation.leaves or kinds):
        raise StyleLimit(f"date {citation.date!r} behind a fond alone would be read as that of the fond")
    unit = citation.leaves[0].unit if citation.leaves else "leaf"
    if unit == "page" and not citation.file and style.labels.get("page", _NO_LABEL).one[:1] in _PAGE_OR_FILE:
        raise StyleLimit(f"page {citation.leaves[0]} without a file would be read as the file in style {style.id!r}")


def _stands_above_file(kind: str, style: Style) -> bool:
    places = {part: place for place, part in enumerate(style.order)}
    return places.get("repository", -1) < places.get(kind, -1) < places.get("file", -1)


def _numbers_in_a_row(style: Style) -> list[str]:
    """Name the levels, the highest first, whose numbers bear no word in a style."""
    bare = [level for level in ("fond", "opis", "file") if level in style.labels and style.labels[level].one == "{}"]
    return [*bare, "leaves"] if "leaf" in style.labels and style.labels["leaf"].one == "{}" else bare


def _print_date(date: str, style: Style) -> str:
    if style.date is None:
        raise StyleLimit(f"style {style.id!r} has no place for the date {date!r}")
    if set(date) & set("[]()\n\r") or date != date.strip() or not any(letter.isdigit() for letter in date):
        raise StyleLimit(f"date {date!r} cannot be printed in brackets so that it can be read back")
    return style.date.replace("{}", date)
