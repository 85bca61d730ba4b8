"""The values that everything else passes on: all frozen, none reads a file or prints."""

from sovcite.model.citation import UNIT_KINDS, Citation, Unit, UnitKind
from sovcite.model.diagnostic import Diagnostic, Edit, Fix, FixSafety, Severity
from sovcite.model.errors import (
    CitationSyntaxError,
    DataError,
    ModelError,
    ReadError,
    SovciteError,
    StyleLimit,
    UnknownStyle,
)
from sovcite.model.leaves import Leaf, LeafRange, LeafUnit, Side
from sovcite.model.manuscript import Manuscript
from sovcite.model.mention import Confidence, Inherited, Mention, MentionKind, Note, Part, Unread
from sovcite.model.numbers import natural_key
from sovcite.model.pointing import point_at
from sovcite.model.repository import FondPrefix, FormerName, Repository, RepositoryName, fold_name
from sovcite.model.span import Span

__all__ = [
    "UNIT_KINDS", "Citation", "CitationSyntaxError", "Confidence", "DataError", "Diagnostic", "Edit", "Fix",
    "FixSafety", "FondPrefix", "FormerName", "Inherited", "Leaf", "LeafRange", "LeafUnit", "Manuscript",
    "Mention", "MentionKind", "ModelError", "Note", "Part", "ReadError", "Repository", "RepositoryName", "Severity",
    "Side", "SovciteError", "Span", "StyleLimit", "Unit", "UnitKind", "UnknownStyle", "Unread", "fold_name",
    "natural_key", "point_at",
]  # fmt: skip
