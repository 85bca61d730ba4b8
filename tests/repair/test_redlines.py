"""Fixed Word files beside their originals, as a comparer of documents of others' making sees them.

python-redlines (MIT) runs Docxodus, a .NET program in its wheel; there are wheels for the common platforms.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.repair import plan_repairs, repaired
from sovcite.repair.editing import edited

_redlines = pytest.importorskip("python_redlines", reason="python-redlines has no wheel for this platform")
_EXAMPLES = sorted((Path(__file__).parents[2] / "docs/examples").glob("*.docx"))
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AUTHOR = "redlines"
_NOTES = "word/footnotes.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_KIND}.footnotes+xml"/></Types>'
)
# what stands in the note; with the runs that Word makes of it
_RUNS = [
    ("RGASPI f. 17 op. 21 ", "d", " .3", "67 l. 64"),
    ("GARF f. 374 op. 27 d. 1211 ll. 13", " 33", " 41."),
    ("RGASPI f. 17 op. 21 d. 3075l. 21. And more.",),
    ("RGASPI. F. 17. Op. 162. D. 14. L. 47.",),
]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bytes, bytes], bytes]]:
    """Give what compares two files: the second, with the differences tracked."""
    try:
        engine = _redlines.DocxodusEngine(target_path=str(tmp_path_factory.mktemp("engine")))
    except _redlines.EngineNotInstalledError as error:
        pytest.skip(f"python-redlines has no engine for this platform: {error}")
    with pytest.MonkeyPatch.context() as patch:
        # else .NET looks for the libraries of ICU, which small systems lack
        patch.setenv("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        yield lambda old, new: engine.run_redline(_AUTHOR, original=old, modified=new)[0]


def _differing(data: bytes, part: str) -> list[str]:
    """Give the ids of the notes of a part that hold a tracked change, "" for a change outside of any note."""
    root = etree.fromstring(ZipFile(BytesIO(data)).read(part))
    owners = (next(mark.iterancestors(f"{_W}footnote"), None) for mark in root.iter(f"{_W}ins", f"{_W}del"))
    return list(dict.fromkeys("" if owner is None else owner.get(f"{_W}id", "") for owner in owners))


def _holds(data: bytes, compared: Callable[[bytes, bytes], bytes], oracle) -> int:
    """Hold that a comparer sees the planned changes of a file's notes and none besides; give their number."""
    read = read_bytes(data, "a.docx")
    plan = plan_repairs(read, check(read.notes))
    seen = compared(data, repaired(data, read, plan))
    edits = plan.edits()
    footnotes = [(place, note) for place, note in enumerate(read.notes) if note.kind == "footnote"]
    # the notes stand in their part in the order of their numbers, behind the separators, which have no text
    ids = [id_ for id_, text in zip(_ids(seen), oracle.texts(seen, _NOTES, accepted=True), strict=True) if text.strip()]
    assert _differing(seen, _NOTES) == [ids[number] for number, (place, _) in enumerate(footnotes) if place in edits]
    assert _differing(seen, "word/document.xml") == []
    for accepted in (True, False):
        texts = [text.strip() for text in oracle.texts(seen, _NOTES, accepted=accepted) if text.strip()]
        wanted = [edited(note.text, edits.get(place, ()) if accepted else ()) for place, note in footnotes]
        assert texts == [text.strip() for text in wanted]
    return len(plan.changes)


def _ids(data: bytes) -> list[str]:
    root = etree.fromstring(ZipFile(BytesIO(data)).read(_NOTES))
    return [note.get(f"{_W}id", "") for note in root for _ in note.iter(f"{_W}p")]


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: path.name)
def test_the_examples(path: Path, compared, oracle) -> None:
    assert _holds(path.read_bytes(), compared, type(oracle)(_AUTHOR)) > 0


def test_notes_of_many_runs(word, compared, oracle) -> None:
    marks, notes = [], []
    for number, runs in enumerate(_RUNS, start=1):
        marks.append(f'<w:p><w:r><w:t>T</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>')
        inside = "".join(f'<w:r w:rsidR="00AB"><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
        notes.append(f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{inside}</w:p></w:footnote>')
    data = word("".join(marks), footnotes="".join(notes), extra={"[Content_Types].xml": _TYPES})
    assert _holds(data, compared, type(oracle)(_AUTHOR)) == 3
