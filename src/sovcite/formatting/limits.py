"""What a style cannot print because its parts, each by itself in order, would together be read otherwise."""

from __future__ import annotations

from sovcite.data.style import Label, Style
from sovcite.model import Citation, StyleLimit

# a reader knows a citation by one of these; the name of an archive or a volume alone is none
_MARKS_OF_A_CITATION = ("fond", "opis", "file", "leaves")
# units that may stand right behind the repository: РГАДА. Разряд XX
_OPENING = ("section", "series", "box", "folder", "book", "volume", "inventory", "case")
# s. 5, с. 5: a page, or where no file is named the file (storage unit) of the Baltic archives
_PAGE_OR_FILE = ("С", "с", "S", "s")
_NO_LABEL = Label("{}", "{}")


def check_levels(citation: Citation, style: Style) -> None:
    """Raise StyleLimit for a citation whose parts, each by itself in order, would together be read otherwise."""
    if not any(getattr(citation, part) for part in _MARKS_OF_A_CITATION):
        raise StyleLimit("neither fond, opis, file nor leaf is stated: there is no citation to print")
    _check_row(citation, style)
    _check_units(citation, style)
    kinds = [unit.kind for unit in citation.units]
    if citation.date and not (citation.opis or citation.file or citation.leaves or kinds):
        raise StyleLimit(f"date {citation.date!r} behind a fond alone would be read as that of the fond")
    unit = citation.leaves[0].unit if citation.leaves else "leaf"
    if unit == "page" and not citation.file and style.labels.get("page", _NO_LABEL).one[:1] in _PAGE_OR_FILE:
        raise StyleLimit(f"page {citation.leaves[0]} without a file would be read as the file in style {style.id!r}")


def _check_row(citation: Citation, style: Style) -> None:
    """Refuse numbers in a row with a gap, and an unknown repository beside what only a known one explains."""
    kinds = [unit.kind for unit in citation.units]
    row = _numbers_in_a_row(style)
    last = max((place for place, level in enumerate(row) if getattr(citation, level)), default=0)
    for level in (*style.needs, *row[:last]):
        if level not in kinds and not getattr(citation, level, None):
            raise StyleLimit(f"{level} missing; style {style.id!r} prints no citation without it")
    name = citation.repository
    if name is None or _is_known(citation):
        return
    if row:
        raise StyleLimit(f"repository {name.written!r} is unknown; numbers in a row are read behind a known one only")
    if style.order[0] != "repository":
        raise StyleLimit(f"repository {name.written!r} is unknown; behind the levels only a known one is read")


def _check_units(citation: Citation, style: Style) -> None:
    """Refuse a unit that is stated twice, or that stands where a reader expects the fond."""
    kinds = [unit.kind for unit in citation.units]
    for kind in kinds:
        if kinds.count(kind) > 1:
            raise StyleLimit(f"{kind} stated twice; a reader would take the second for another citation")
    if not kinds or citation.fond or citation.opis or (kinds[0] in _OPENING and _is_known(citation)):
        return
    if _stands_above_file(kinds[0], style):
        raise StyleLimit(f"fond missing; {kinds[0]} {citation.units[0].number!r} is not read without it")


def _is_known(citation: Citation) -> bool:
    name = citation.repository
    return name is not None and (name.id is not None or name.candidates != ())


def _stands_above_file(kind: str, style: Style) -> bool:
    places = {part: place for place, part in enumerate(style.order)}
    return places.get("repository", -1) < places.get(kind, -1) < places.get("file", -1)


def _numbers_in_a_row(style: Style) -> list[str]:
    """Name the levels, the highest first, whose numbers bear no word in a style."""
    bare = [level for level in ("fond", "opis", "file") if level in style.labels and style.labels[level].one == "{}"]
    return [*bare, "leaves"] if "leaf" in style.labels and style.labels["leaf"].one == "{}" else bare
