"""Citations printed in the style of a journal or standard, so that they can be read back as the same."""

from sovcite.data.style_rows import Style
from sovcite.formatting.printing import format, styles

__all__ = ["Style", "format", "styles"]
