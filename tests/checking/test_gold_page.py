"""What the rules say of real print: every error and warning is judged, and false alarms are rare."""

import importlib.util
import re
from pathlib import Path

import pytest

_CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "dev.jsonl"


@pytest.fixture(scope="module")
def gold_page():
    path = Path(__file__).parent / "gold_page.py"
    spec = importlib.util.spec_from_file_location("gold_page", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not _CORPUS.is_file(), reason="the gold passages are kept beside the project and not in it")
def test_every_finding_is_judged_and_false_alarms_are_rare(gold_page) -> None:
    found, judged = gold_page.tally(_CORPUS), gold_page.judgements()
    unjudged = [(id_, one.code, one.raw) for id_, one in found.findings if (one.code, id_) not in judged]
    assert unjudged == [], "judge them in gold_judgements.toml, then make the page again"
    wrong = [one for id_, one in found.findings if not judged[one.code, id_][0]]
    assert len(wrong) * 100 <= found.citations
    assert [one for one in wrong if one.severity == "error"] == []
    committed, made = gold_page.PAGE.read_text(encoding="utf-8"), gold_page.page(found)
    # the numbers of citations move with the reading, the findings must not
    rows = [[line for line in text.splitlines() if line.startswith("| ")] for text in (committed, made)]
    assert rows[0] == rows[1], "make the page again"


def test_the_page_counts_what_it_lists(gold_page) -> None:
    text = gold_page.PAGE.read_text(encoding="utf-8")
    said = re.search(r"([0-9]+) findings, of which ([0-9]+) false", text)
    rows = [line for line in text.splitlines() if line.startswith("| ") and "](C" in line]
    assert (int(said[1]), int(said[2])) == (len(rows), sum("| no |" in row for row in rows))
