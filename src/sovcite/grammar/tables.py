"""The grammar as a parser: read from grammars/, kept as a table, loaded once and only when it is needed."""

from __future__ import annotations

import io
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from sys import version_info
from typing import TYPE_CHECKING

from sovcite.data.saved import saved

if TYPE_CHECKING:
    from lark import Lark

    from sovcite.grammar.lexer import CitationLexer

STARTS = ["labelled", "ibid", "counted", "bare", "reading"]
_MAIN = "citation.lark"


def grammar_folder() -> Traversable:
    """Find the folder of .lark files: inside the wheel, else beside src/ in a checkout."""
    packaged = files("sovcite").joinpath("grammars")
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[3] / "grammars"


@cache
def grammar_text() -> str:
    """Put the grammar together: what a citation is, then the words of each language."""
    found = {entry.name: entry for entry in grammar_folder().iterdir() if entry.name.endswith(".lark")}
    main = found.pop(_MAIN)
    return "\n".join(entry.read_text(encoding="utf-8") for entry in (main, *(found[name] for name in sorted(found))))


@cache
def parser() -> Lark:
    """Give the parser, from its saved table where there is one."""
    from lark import Lark, __version__

    return Lark.load(io.BytesIO(saved("grammar", _fingerprint(__version__), _build)))


@cache
def lexer() -> CitationLexer:
    """Give the lexer of the parser: the search asks it what a word or a number is."""
    from sovcite.grammar.lexer import CitationLexer

    found = parser().parser.lexer
    assert isinstance(found, CitationLexer)
    return found


def _fingerprint(lark_version: str) -> str:
    """Name the grammar, Lark and Python that a table was made of and by."""
    made_by = f"lark {lark_version} python {version_info[:2]}"
    return sha256(f"{made_by}\n{grammar_text()}".encode()).hexdigest()[:32]


def _build() -> bytes:
    from lark import Lark

    from sovcite.grammar.lexer import CitationLexer

    table = io.BytesIO()
    Lark(
        grammar_text(), parser="lalr", start=STARTS, lexer=CitationLexer, maybe_placeholders=False, strict=False
    ).save(table)
    return table.getvalue()
