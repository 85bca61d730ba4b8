"""Whether what is printed is read as what was meant."""

from __future__ import annotations

from attrs import evolve

from sovcite.data.style import Style
from sovcite.model import Citation, CitationSyntaxError, StyleLimit
from sovcite.model.leaf_ranges import in_full
from sovcite.reading import parse

_PARTS = ("repository", "fond", "opis", "file", "units", "leaves", "date")


def is_same(read: Citation, citation: Citation, style: Style) -> bool:
    """Say whether what was read is the citation that was printed."""
    return not _lost(read, citation, style)


def _lost(read: Citation, citation: Citation, style: Style) -> list[str]:
    if style.short_ranges:
        read, citation = _with_full_ranges(read), _with_full_ranges(citation)
    return [part for part in _PARTS if getattr(read, part) != getattr(citation, part)]


def _with_full_ranges(citation: Citation) -> Citation:
    return evolve(citation, leaves=tuple(in_full(leaves) for leaves in citation.leaves))


def refuse_if_read_otherwise(printed: str, citation: Citation, style: Style) -> None:
    """Raise StyleLimit for what the style prints and no reader, ours included, would read as it was meant."""
    try:
        read = parse(printed)
    except CitationSyntaxError as error:
        fault = f"style {style.id!r} prints {printed!r}, which cannot be read back"
        raise StyleLimit(f"{fault}: {error.message}") from error
    lost = _lost(read, citation, style)
    if lost:
        raise StyleLimit(f"style {style.id!r} prints {printed!r}, in which another {lost[0]} would be read")
