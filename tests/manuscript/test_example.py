"""The example of the documentation: made of its notes, and read back to them."""

import importlib.util
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from sovcite.manuscript import read

_FOLDER = Path(__file__).parents[2] / "docs" / "examples"
_FILE = _FOLDER / "first-stalin-mass-operation.docx"


@pytest.fixture(scope="module")
def example():
    spec = importlib.util.spec_from_file_location("build_example", _FOLDER / "build_example.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_file_is_what_is_built(example) -> None:
    assert example.build(example.note_texts()) == _FILE.read_bytes()


def test_its_footnotes_are_the_notes_in_order(example) -> None:
    notes = [note for note in read(_FILE).notes if note.kind == "footnote"]
    assert [note.text for note in notes] == example.note_texts()
    assert [note.number for note in notes] == [str(number) for number in range(1, 12)]


def test_its_parts_are_whole() -> None:
    with ZipFile(_FILE) as archive:
        assert archive.testzip() is None
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        parts = {path for path in archive.namelist() if path.startswith("word/") and path.endswith(".xml")}
        assert {row.get("PartName", "").lstrip("/") for row in types if row.get("PartName")} == parts
        for path in archive.namelist():
            etree.fromstring(archive.read(path))


def test_its_notes_are_cut_into_runs() -> None:
    with ZipFile(_FILE) as archive:
        footnotes = archive.read("word/footnotes.xml").decode()
    assert "RGASPI f. 17 op. 85" not in footnotes
    assert footnotes.count("<w:proofErr") == 2 * 11
