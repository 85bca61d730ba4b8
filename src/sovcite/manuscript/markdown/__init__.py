"""Markdown as pandoc and GitHub read it: paragraphs, reference footnotes [^x] and inline notes ^[...]."""

from sovcite.manuscript.markdown.notes import read_markdown

__all__ = ["read_markdown"]
