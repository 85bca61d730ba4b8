"""What find reads is written as the model has it already: normalise finds no number to change in it."""

import importlib.util
from pathlib import Path

import pytest
from attrs import evolve

from sovcite import find, normalise

_READING = Path(__file__).parents[1] / "reading"


def _texts() -> list[str]:
    spec = importlib.util.spec_from_file_location("tables", _READING / "test_tables.py")
    assert spec
    assert spec.loader
    tables = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tables)
    return [tables.decoded(row.text) for path in sorted(_READING.glob("*.txt")) for row in tables.rows(path)]


@pytest.mark.parametrize("text", _texts())
def test_numbers_stay(text: str) -> None:
    for mention in find(text):
        citation = evolve(mention.citation, repository=None)
        assert normalise(citation) == citation
