"""The grammar in grammars/ as a parser, and its terminals as patterns to search with."""

from sovcite.grammar.folding import fold
from sovcite.grammar.tables import lexer, parser

__all__ = ["fold", "lexer", "parser"]
