"""OpenDocument texts (OASIS OpenDocument 1.3, part 3): body, footnotes and endnotes as a reader sees them."""

from sovcite.manuscript.opendocument.notes import read_flat, read_opendocument

__all__ = ["read_flat", "read_opendocument"]
