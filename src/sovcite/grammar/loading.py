"""The parser: made of the grammar once, kept as a table, loaded when it is first needed."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from sovcite.data.saved import saved
from sovcite.grammar.tables import grammar_state, made

if TYPE_CHECKING:
    from lark import Lark


@cache
def parser() -> Lark:
    """Give the parser, from its saved table where there is one."""
    from lark import Lark

    return Lark.load(io.BytesIO(saved("grammar", grammar_state(), _build)))


def _build() -> bytes:
    from sovcite.grammar.lexing import CitationLexer

    table = io.BytesIO()
    made(CitationLexer).save(table)
    return table.getvalue()
