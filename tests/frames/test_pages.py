"""The recipes of docs/corpora.md run as they stand and print what stands behind them."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import sovcite

_PAGE = (Path(__file__).parents[2] / "docs" / "corpora.md").read_text(encoding="utf-8")
_RECIPES = dict(re.findall(r"^## (\w+)\n(?:(?!^## ).)*?```python\n(.*?)```", _PAGE, re.DOTALL | re.MULTILINE))


def test_there_is_a_recipe_for_each() -> None:
    assert list(_RECIPES) == ["polars", "pandas", "DuckDB", "Spark"]


@pytest.mark.parametrize("name", _RECIPES)
def test_a_recipe_prints_what_it_says(name: str, tmp_path: Path) -> None:
    for package in ("pyarrow", "pyspark" if name == "Spark" else name.lower()):
        if find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    if name == "Spark" and shutil.which("java") is None:
        pytest.skip("Spark needs a Java and there is none")
    expected = [line[2:] for line in _RECIPES[name].splitlines() if line.startswith("# ")]
    source = str(Path(sovcite.__file__).parents[1])
    environment = {
        **os.environ, "PYTHONPATH": source, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"
    }  # fmt: skip
    # a file, as people run it: without one DuckDB takes itself to be typed to, and shows how far a slow query is
    (tmp_path / "recipe.py").write_text(_RECIPES[name], encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "recipe.py"]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=environment, check=False
    )
    assert done.stdout.splitlines() == expected, done.stderr
