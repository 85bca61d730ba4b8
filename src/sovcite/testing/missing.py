"""What is said where the extra is not installed."""

from sovcite.model import SovciteError


class MissingExtra(SovciteError, ImportError):
    """A package that only an extra of sovcite brings is not installed."""
