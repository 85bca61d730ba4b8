"""Texts that cite archives, made at random with the truth about them, to prove a reader of citations with.

Templates copied from print are filled with drawn numbers (forms/*.toml, each with its source). Nothing here knows how
sovcite reads: only the model is imported. docs/testing.md shows how to test a pipeline of one's own with it.

Needs Hypothesis: pip install 'sovcite[testing]'. Without it the import raises MissingExtra.
"""

from sovcite.model.errors import MissingExtra
from sovcite.testing.choosing import some_decoy, some_document
from sovcite.testing.comparison import differences
from sovcite.testing.document import Document
from sovcite.testing.strategies import citations, decoys, documents

__all__ = ["Document", "MissingExtra", "citations", "decoys", "differences", "documents", "some_decoy", "some_document"]
