"""The values that everything else passes on: all frozen, none reads a file or prints."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sovcite.model.citation import UNIT_KINDS, Citation, Unit, UnitKind
from sovcite.model.errors import (
    CitationSyntaxError,
    DataError,
    ModelError,
    ReadError,
    SovciteError,
    StyleLimit,
    UnknownStyle,
    WriteError,
)
from sovcite.model.leaves import Leaf, LeafRange, LeafUnit, Side
from sovcite.model.mention import Confidence, Inherited, Mention, MentionKind, Note, Part, Unread
from sovcite.model.numbers import natural_key
from sovcite.model.pointing import point_at
from sovcite.model.repository_name import RepositoryName, fold_name
from sovcite.model.span import Span

if TYPE_CHECKING:
    from sovcite.model.diagnostic import Diagnostic, Edit, Fix, FixSafety, Severity
    from sovcite.model.known_fond import KnownFond
    from sovcite.model.leaf_ranges import contains, count_leaves, count_sides, overlaps, union
    from sovcite.model.manuscript import Form, Guard, Manuscript, Piece, Place, SourceMap
    from sovcite.model.repository import FondPrefix, FormerName, Repository

# not needed to read a citation, and every class takes its time to make
_LATER = {
    "sovcite.model.diagnostic": ("Diagnostic", "Edit", "Fix", "FixSafety", "Severity"),
    "sovcite.model.known_fond": ("KnownFond",),
    "sovcite.model.leaf_ranges": ("contains", "count_leaves", "count_sides", "overlaps", "union"),
    "sovcite.model.manuscript": ("Form", "Guard", "Manuscript", "Piece", "Place", "SourceMap"),
    "sovcite.model.repository": ("FondPrefix", "FormerName", "Repository"),
}
_HOME_OF = {name: home for home, names in _LATER.items() for name in names}

__all__ = [
    "UNIT_KINDS", "Citation", "CitationSyntaxError", "Confidence", "DataError", "Diagnostic", "Edit", "Fix",
    "FixSafety", "FondPrefix", "Form", "FormerName", "Guard", "Inherited", "KnownFond", "Leaf", "LeafRange",
    "LeafUnit", "Manuscript", "Mention", "MentionKind", "ModelError", "Note", "Part", "Piece", "Place", "ReadError",
    "Repository", "RepositoryName", "Severity", "Side", "SourceMap", "SovciteError", "Span", "StyleLimit", "Unit",
    "UnitKind", "UnknownStyle", "Unread", "WriteError", "contains", "count_leaves", "count_sides", "fold_name",
    "natural_key", "overlaps", "point_at", "union",
]  # fmt: skip


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'sovcite.model' has no attribute {name!r}")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found
