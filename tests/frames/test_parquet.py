"""find --output-format parquet: the records that jsonl gives, as one file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [arrow] is not installed")

_MAIN = [sys.executable, "-c", "from sovcite.cli import main; main()", "find"]
_NOTES = {
    "a.txt": "GARF f. 374 op. 27 d. 1211 ll. 13, 33; d. 1210 l. 9.\n\nIbid.",
    "b.md": "Text[^1].\n\n[^1]: ГАРФ. Ф. 102. ОО. 1905 г. Оп. 233. Ед. хр. 5. Т. 2. Л. 7 об.\n",
    "c.txt": "No archive.",
}


def _find(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*_MAIN, *arguments], input=given, capture_output=True, cwd=folder, check=False)


def _rows(content: bytes, path: Path) -> list[dict[str, object]]:
    path.write_bytes(content)
    rows = parquet.read_table(path).to_pylist()
    for row in rows:
        row["other"] = dict(row["other"] or ())
    return [{key: value for key, value in row.items() if value is not None} for row in rows]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_files(tmp_path: Path, jobs: str) -> None:
    for name, text in _NOTES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    arguments = ["--jobs", jobs, *_NOTES, "missing.txt", "--output-format"]
    lines = _find(tmp_path, *arguments, "jsonl")
    done = _find(tmp_path, *arguments, "parquet")
    assert done.returncode == lines.returncode == 2
    assert b"missing.txt" in done.stderr
    wanted = [json.loads(line) for line in lines.stdout.splitlines()]
    assert len(wanted) == 4
    for record in wanted:
        del record["schema"], record["data_version"]
    wanted = [{key: value for key, value in record.items() if value is not None} for record in wanted]
    assert _rows(done.stdout, tmp_path / "found.parquet") == wanted


def test_a_stream_with_a_bad_line(tmp_path: Path) -> None:
    given = b'{"id": "x", "text": "GARF f. 5 op. 1 d. 3"}\nbad\n{"id": [1], "text": "RGASPI f. 17"}\n'
    done = _find(tmp_path, "--input-format", "jsonl", "--output-format", "parquet", given=given)
    assert done.returncode == 0
    rows = _rows(done.stdout, tmp_path / "found.parquet")
    assert [(row.get("id"), row.get("fond")) for row in rows] == [("x", "5"), (None, None), ("[1]", "17")]
    assert str(rows[1]["error"]).startswith("line 2: not JSON")


def test_without_pyarrow_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("GARF f. 5", encoding="utf-8")
    code = "import sys; sys.modules['pyarrow'] = None; from sovcite.cli import main; main()"
    command = [sys.executable, "-c", code, "find", "a.txt", "--output-format", "parquet"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "sovcite: parquet needs pyarrow: install sovcite[arrow]\n"
