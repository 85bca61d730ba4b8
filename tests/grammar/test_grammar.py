"""The grammar as a reader of it would wish: unambiguous, every rule with a printed example over it."""

import logging
import re

import pytest
from lark import Lark, logger

from sovcite.data.package import package_texts
from sovcite.grammar.lexing import CitationLexer
from sovcite.grammar.tables import grammar_text

_RULE = re.compile(r"\?*(_?[a-z]\w*)\s*:")


def _uncommented(text: str) -> list[str]:
    lines = text.splitlines()
    rules = [(place, match[1]) for place, line in enumerate(lines) if (match := _RULE.match(line))]
    return [name for place, name in rules if not re.match(r"//.*\S", lines[place - 1])]


def test_every_rule_stands_under_a_printed_example() -> None:
    text = package_texts("grammars", ".lark")["citation.lark"]
    assert _uncommented(text) == []
    assert _uncommented("fond: FOND\n") == ["fond"]


def _built(grammar: str, start: list[str], caplog: pytest.LogCaptureFixture) -> list[str]:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="lark"):
        Lark(grammar, parser="lalr", start=start, lexer=CitationLexer, debug=True)
    return [record.getMessage() for record in caplog.records if "conflict" in record.getMessage().lower()]


def test_no_conflict_is_silenced(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logger, "propagate", True)
    assert _built(grammar_text(), ["labelled", "ibid", "counted", "bare"], caplog) == []
    # Lark takes the first of two ways without a word unless it is asked: the test can see it
    assert _built('start: "if" start | "if" start "else" start | "x"\n', ["start"], caplog)
