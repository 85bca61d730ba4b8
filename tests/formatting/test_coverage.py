"""How much of what print has each style can express, over the gold citations that stand beside the project."""

import importlib.util
from pathlib import Path

import pytest

from sovcite.formatting import styles

_GOLD = Path(__file__).parents[3] / "shared" / "corpus" / "dev.jsonl"
_MOST_REFUSED = 0.30
_LEAST_OF_A_STYLE = 0.50


@pytest.mark.skipif(not _GOLD.is_file(), reason="the gold passages are kept beside the project and not in it")
def test_the_styles_express_the_gold_citations() -> None:
    spec = importlib.util.spec_from_file_location("gold_coverage", Path(__file__).with_name("gold_coverage.py"))
    assert spec is not None
    assert spec.loader is not None
    coverage = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(coverage)
    citations = coverage.gold_citations(_GOLD)
    shares = {style.id: coverage.expressed(citations, style)[0] / len(citations) for style in styles()}
    assert min(shares.values()) >= _LEAST_OF_A_STYLE, shares
    assert 1 - sum(shares.values()) / len(shares) <= _MOST_REFUSED, shares
