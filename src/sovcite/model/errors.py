"""What can go wrong, all under one root."""

from __future__ import annotations

from sovcite.model.pointing import point_at
from sovcite.model.span import Span


class SovciteError(Exception):
    """The root of every error that sovcite raises."""


class ModelError(SovciteError, ValueError):
    """A value that no citation can have."""


class DataError(SovciteError):
    """A table of data that is damaged or that asks for something unknown."""


class UnknownStyle(SovciteError, LookupError):
    """No style has this id."""


class StyleLimit(SovciteError):
    """A citation that a style cannot print so that it can be read back."""


class ReadError(SovciteError):
    """A manuscript that cannot be read: missing, encrypted, empty, or not what its name says."""


class MissingExtra(SovciteError, ImportError):
    """A package that only an extra of sovcite brings is not installed."""


class WriteError(SovciteError):
    """A file that cannot be written; what stood under its name before still stands there."""


class CitationSyntaxError(SovciteError, ValueError):
    """A text that cannot be read as one citation.

    message names the part that is at fault, source is the text that was given, span the place in it.

    >>> print(CitationSyntaxError("file number missing after 'd.'", "GARF f. 374 op. 27 d.", Span(19, 21)))
    file number missing after 'd.'
        GARF f. 374 op. 27 d.
                           ^^
    """

    def __init__(self, message: str, source: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.span = span

    def __str__(self) -> str:
        return f"{self.message}\n{point_at(self.source, self.span, indent='    ')}"
