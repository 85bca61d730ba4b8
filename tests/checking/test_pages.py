"""The pages of the rules say what the rules say."""

import re
from pathlib import Path

import pytest

from sovcite.checking import RULES, Rule
from sovcite.checking.pages import pages

_FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_pages_are_up_to_date() -> None:
    committed = {page.name: page.read_text(encoding="utf-8") for page in _FOLDER.glob("*.md") if page.name in pages()}
    assert committed == pages(), "run: python -m sovcite.checking.pages docs/rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_explains_itself(rule: Rule) -> None:
    sections = re.findall(r"^(What|Why|Example|Use instead|Source): ", rule.page, re.MULTILINE)
    assert sections == ["What", "Why", "Example", "Use instead", "Source"]
