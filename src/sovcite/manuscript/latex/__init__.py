"""LaTeX: paragraphs, footnotes, endnotes, and the notes that citation commands take; and .bib files."""

from sovcite.manuscript.latex.bibliography import read_bib
from sovcite.manuscript.latex.notes import read_latex

__all__ = ["read_bib", "read_latex"]
