"""Tables of texts in, tables of citations out: the same as the command line's, whoever made the table."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from sovcite import SovciteError
from sovcite.testing import some_decoy, some_document

pa = pytest.importorskip("pyarrow", reason="the extra [arrow] is not installed")

from sovcite.frames import CITATION_FIELDS, ColumnError, find_citations  # noqa: E402

_COMMAND = ["-c", "from sovcite.cli import main; main()", "find", "--input-format", "jsonl", "--output-format", "jsonl"]
_SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
_NAMES = [field.name for field in CITATION_FIELDS]
# bytes that are no UTF-8: Arrow takes them unseen
_BROKEN = pa.Array.from_buffers(
    pa.string(), 2, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0\x18\0\0\0"), pa.py_buffer(b"\xffGARF f. 374 op. 27 d. 5")]
)


def _texts(count: int) -> list[str]:
    rng = Random(7)
    return [(some_decoy(rng) if number % 5 == 0 else some_document(rng)).text for number in range(count)]


def _from_the_command(texts: list[str]) -> list[dict[str, object]]:
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
    done = subprocess.run([sys.executable, *_COMMAND, "-"], input=lines.encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [{"row": answer["id"], **citation} for answer in answers for citation in answer["citations"]]


def _rows(reader: object) -> list[dict[str, object]]:
    """Give the rows as the records that they were made of."""
    rows = reader.read_all().to_pylist()  # type: ignore[attr-defined]
    for row in rows:
        row["other"] = dict(row["other"])
        assert row.pop("error") is None
        for field in ("candidates", "repository_reason"):
            if row[field] is None:
                del row[field]
    return rows


def test_the_same_as_the_command_line_in_batches_of_any_size() -> None:
    texts = _texts(400)
    wanted = _from_the_command(texts)
    assert len(wanted) > 300
    table = pa.table({"text": texts})
    for size in (1, 7, 1000):
        assert _rows(find_citations(table.to_batches(max_chunksize=size))) == wanted
    assert _rows(find_citations(table)) == wanted


def _polars(columns: dict[str, list[object]]) -> object:
    return pytest.importorskip("polars", reason="polars is not installed").DataFrame(columns)


def _pandas(columns: dict[str, list[object]]) -> object:
    return pytest.importorskip("pandas", reason="pandas is not installed").DataFrame(columns)


def _duckdb(columns: dict[str, list[object]]) -> object:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    table = pa.table(columns)
    return duckdb.from_arrow(table)


@pytest.mark.parametrize("made_by", [pa.table, pa.record_batch, _polars, _pandas, _duckdb])
def test_any_table_is_read(made_by: Callable[[dict[str, list[object]]], object]) -> None:
    data = made_by({"id": ["a", "b"], "text": ["Там же.", "ГАРФ. Ф. Р-5446. Оп. 1а. Д. 339. Л. 12–15 об."]})
    (row,) = _rows(find_citations(data, keep=["id"]))
    assert (row["row"], row["id"], row["repository"], row["fond"], row["file"]) == (1, "b", "garf", "R-5446", "339")
    assert row["leaves"] == ["12-15ob"]


def test_a_bad_row_is_told_and_the_others_are_read() -> None:
    broken = pa.record_batch({"id": ["x", "y"], "text": _BROKEN})
    null = pa.record_batch({"id": ["z"], "text": pa.array([None], pa.string())})
    rows = find_citations([broken, null], keep=["id"]).read_all().to_pylist()
    assert [(row["row"], row["id"], row["file"], row["error"]) for row in rows] == [
        (0, "x", None, "not UTF-8; write the text as UTF-8"),
        (1, "y", "5", None),
        (2, "z", None, "no text: the row is null"),
    ]


def test_every_field_of_the_machine_interface_is_a_column() -> None:
    schema = json.loads((_SCHEMAS / "mention.json").read_text(encoding="utf-8"))
    assert set(_NAMES) == {*schema["$defs"]["mention"]["properties"], "error"}


def test_nothing_is_read_before_it_is_asked_for() -> None:
    asked = []

    def batches() -> object:
        for number in range(1000):
            asked.append(number)
            yield pa.record_batch({"text": [f"GARF f. {number + 1} op. 1 d. 1"]})

    reader = find_citations(batches())
    first = reader.read_next_batch()
    assert first.column("fond").to_pylist() == ["1"]
    assert len(asked) < 5


def test_a_table_without_citations_has_the_same_columns() -> None:
    none = find_citations(pa.table({"text": ["no archive"]})).read_all()
    assert none.num_rows == 0
    assert none.schema.names == ["row", *_NAMES]


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        (pa.table({"body": ["x"]}), {}, "no column is called 'text', or two are; there are body"),
        (pa.table({"text": [1]}), {}, "column 'text' holds int64 and no text"),
        (pa.table({"text": ["x"], "file": ["y"]}), {"keep": ["file"]}, "a column of the result is called 'file' too"),
        (pa.table({"text": ["x"]}), {"keep": ["id"]}, "no column is called 'id'"),
        (5, {}, "a int gives no Arrow record batches"),
        (["a", "b"], {}, "no record batch was given"),
        ([], {}, "no record batch was given"),
    ],
)
def test_what_does_not_fit_is_refused(data: object, options: dict[str, list[str]], words: str) -> None:
    with pytest.raises(ColumnError, match=words):
        find_citations(data, **options)


def test_an_unknown_default_is_refused_at_once() -> None:
    with pytest.raises(SovciteError, match="nowhere"):
        find_citations(pa.table({"text": ["x"]}), default_repository="nowhere")
