"""The files of grammars/ put together, and what Lark makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from sys import version_info
from typing import TYPE_CHECKING

from sovcite.data.package import package_state, package_texts

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.lexer import Lexer

_RUNS = ["labelled", "ibid", "counted", "bare"]
# not parsed from: it names the terminals that the vocabulary needs and no rule uses
_READING = "reading"
_MAIN = "citation.lark"


@cache
def grammar_text() -> str:
    """Put the grammar together: what a citation is, then the words of each language."""
    texts = package_texts("grammars", ".lark")
    return "\n".join([texts.pop(_MAIN), *texts.values()])


@cache
def grammar_state() -> str:
    """Name the grammar, and Lark, Python and the code that a table is made by; Lark is not loaded for it."""
    return f"{package_state('grammars', 'grammar')}-{_lark_state()}-{version_info[0]}.{version_info[1]}"


def _lark_state() -> str:
    """Name the version of Lark by the file that states it."""
    lark = find_spec("lark")
    try:
        with open(lark.origin if lark and lark.origin else "", "rb") as stating:
            return sha256(stating.read()).hexdigest()[:16]
    except OSError:
        # it lies in no folder of its own
        from lark import __version__

        return __version__


def made(lexer: type[Lexer], *more: str) -> Lark:
    """Make the parser of the grammar's runs anew, with a lexer; more are further rules to start from."""
    from lark import Lark

    return Lark(grammar_text(), parser="lalr", start=[*_RUNS, *more], lexer=lexer, maybe_placeholders=False)


def terminals() -> dict[str, str]:
    """Give the pattern of every terminal of the grammar, by its name."""
    from lark.lexer import Lexer

    class Unused(Lexer):
        """Lark's own lexers refuse terminals that may be empty; here nothing is read."""

        __future_interface__ = 2

        def __init__(self, _: object) -> None:
            pass

        def lex(self, *_: object) -> Iterator[Token]:
            return iter(())

    return {terminal.name: terminal.pattern.to_regexp() for terminal in made(Unused, _READING).terminals}
