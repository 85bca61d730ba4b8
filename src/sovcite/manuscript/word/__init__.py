"""Word files (ECMA-376, Office Open XML): body, footnotes and endnotes as a reader of the page sees them."""

from sovcite.manuscript.word.notes import read_word

__all__ = ["read_word"]
