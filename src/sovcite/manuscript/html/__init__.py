"""HTML: paragraphs, and the notes of pandoc, Wikipedia, Word and plain <sup>."""

from sovcite.manuscript.html.notes import read_html

__all__ = ["read_html"]
