"""Repairs of OpenDocument texts: tracked changes and annotations (OpenDocument 1.3 part 3, 5.5 and 14.1)."""

from sovcite.repair.opendocument.file import repair_opendocument

__all__ = ["repair_opendocument"]
