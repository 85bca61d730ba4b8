"""Manuscripts: a file in, its notes in reading order out; nothing is ever written."""

from sovcite.manuscript.joining import read
from sovcite.manuscript.reader import read_bytes, read_content

__all__ = ["read", "read_bytes", "read_content"]
