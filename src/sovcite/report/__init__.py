"""The answers in words, for people: what was found, what is wrong."""

from sovcite.report.listing import citation_line, parts_table, unread_line
from sovcite.report.text import describe, summarise

__all__ = ["citation_line", "describe", "parts_table", "summarise", "unread_line"]
