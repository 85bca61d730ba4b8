"""Spark with two workers gives what the command line gives, a bad row told and not fatal."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

import sovcite
from sovcite.testing import some_document

pytest.importorskip("pyspark", reason="the extra [spark] is not installed")
if shutil.which("java") is None:
    pytest.skip("Spark needs a Java and there is none", allow_module_level=True)

from pyspark.sql import SparkSession

from sovcite.frames import ColumnError
from sovcite.spark import find_citations

_COMMAND = ["-c", "from sovcite.cli import main; main()", "find", "--input-format", "jsonl", "--output-format", "jsonl"]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """Start Spark on this machine with two workers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYTHONPATH", os.pathsep.join([str(Path(sovcite.__file__).parents[1]), *sys.path]))
        started = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()
        )
        yield started
        started.stop()


def test_the_same_as_the_command_line_with_two_workers(spark: SparkSession) -> None:
    rng = Random(11)
    texts = [some_document(rng).text for _ in range(300)]
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
    done = subprocess.run([sys.executable, *_COMMAND, "-"], input=lines.encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    wanted = [{"id": answer["id"], **citation} for answer in answers for citation in answer["citations"]]
    df = spark.createDataFrame(list(enumerate(texts)), "id int, text string").repartition(4)
    rows = [row.asDict() for row in find_citations(df, "text").collect()]
    for row in rows:
        assert row.pop("error") is None
        for field in ("candidates", "repository_reason"):
            if row[field] is None:
                del row[field]
    assert sorted(rows, key=lambda row: (row["id"], row["start"])) == wanted


def test_a_bad_row_is_told_and_the_others_are_read(spark: SparkSession) -> None:
    df = spark.sql(
        "select * from values ('a', 'GARF f. 374 op. 27 d. 5'), ('b', null), "
        "('c', cast(unhex('C328') as string)) as t(id, text)"
    )
    found = {row["id"]: row for row in find_citations(df, "text").collect()}
    assert found["a"]["file"] == "5"
    assert found["a"]["other"] == {}
    assert found["b"]["error"] == "no text: the row is null"
    assert found["c"]["error"] == "not UTF-8; write the text as UTF-8"


def test_what_does_not_fit_is_refused_before_anything_runs(spark: SparkSession) -> None:
    with pytest.raises(ColumnError, match="no column is called 'body'"):
        find_citations(spark.range(1), "body")
    with pytest.raises(ColumnError, match="holds int64 and no text"):
        find_citations(spark.range(1), "id")
    with pytest.raises(sovcite.SovciteError, match="nowhere"):
        find_citations(spark.sql("select 'x' as text"), "text", default_repository="nowhere")
