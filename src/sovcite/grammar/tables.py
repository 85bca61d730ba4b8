"""The grammar as a parser: read from grammars/, kept as a table, loaded once and only when it is needed."""

from __future__ import annotations

import io
from functools import cache
from sys import version_info
from typing import TYPE_CHECKING

from sovcite.data.package import package_state, package_texts
from sovcite.data.saved import saved

if TYPE_CHECKING:
    from lark import Lark

STARTS = ["labelled", "ibid", "counted", "bare", "reading"]
_MAIN = "citation.lark"


@cache
def grammar_text() -> str:
    """Put the grammar together: what a citation is, then the words of each language."""
    texts = package_texts("grammars", ".lark")
    return "\n".join([texts.pop(_MAIN), *texts.values()])


@cache
def grammar_state() -> str:
    """Name the grammar, and Lark, Python and the code that a table is made by."""
    from lark import __version__

    return f"{package_state('grammars', 'grammar')}-{__version__}-{version_info[0]}.{version_info[1]}"


@cache
def parser() -> Lark:
    """Give the parser, from its saved table where there is one."""
    from lark import Lark

    return Lark.load(io.BytesIO(saved("grammar", grammar_state(), _build)))


def terminals() -> dict[str, str]:
    """Give the pattern of every terminal of the grammar, by its name."""
    return {terminal.name: terminal.pattern.to_regexp() for terminal in _made().terminals}


def _build() -> bytes:
    table = io.BytesIO()
    _made().save(table)
    return table.getvalue()


@cache
def _made() -> Lark:
    from lark import Lark

    from sovcite.grammar.lexing import CitationLexer

    return Lark(
        grammar_text(), parser="lalr", start=STARTS, lexer=CitationLexer, maybe_placeholders=False
    )
