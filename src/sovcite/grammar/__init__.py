"""The grammar in grammars/ as a parser, and its terminals as a vocabulary to search with."""

from sovcite.grammar.folding import fold, lowered
from sovcite.grammar.loading import parser
from sovcite.grammar.vocabulary import vocabulary

__all__ = ["fold", "lowered", "parser", "vocabulary"]
