"""Citations printed in the style of a journal or standard, so that they can be read back as the same."""

from sovcite.data.style import Style
from sovcite.formatting.printing import format, styles
from sovcite.formatting.sequences import format_all

__all__ = ["Style", "format", "format_all", "styles"]
