"""docs/testing.md runs and prints what it says; docs/exactness.md has the rows that its command makes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sovcite.testing.tables import damages, decoys, forms

_ROOT = Path(__file__).parents[2]
_BLOCKS = re.findall(r"```python\n(.*?)```", (_ROOT / "docs" / "testing.md").read_text(encoding="utf-8"), re.DOTALL)
_PAGE = (_ROOT / "docs" / "exactness.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", _BLOCKS, ids=["with Hypothesis", "without"])
def test_an_example_prints_what_it_says(example: str) -> None:
    expected = [line[2:] for line in example.splitlines() if line.startswith("# ")]
    command = [sys.executable, "-X", "utf8", "-c", example]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=_ROOT, check=False)
    assert done.stdout.splitlines() == expected, done.stderr


def _rows(title: str) -> set[str]:
    generated = _PAGE.split("## Generated texts", 1)[1]
    table = generated.split(f"### By {title}\n", 1)[1].split("\n\n")[0]
    return {line.split("|")[1].strip() for line in table.strip().splitlines()[2:]} - {"**all**"}


def test_the_page_of_exactness_has_the_tables_of_today() -> None:
    assert f"{len(forms())} forms, {len(damages())} kinds of damage, {len(decoys())} decoys" in _PAGE
    assert _rows("family") == {form.family for form in forms()}
    assert _rows("language") == {form.language for form in forms()}
    assert _rows("damage") == {damage.name for damage in damages()}
    for path in (_ROOT / "tests" / "reading").glob("*.txt"):
        assert f"| {path.stem} |" in _PAGE


def test_a_long_run_prints_what_is_wrong_and_counts() -> None:
    command = [sys.executable, "-X", "utf8", "-m", "sovcite.testing", "--citations", "200", "--decoys", "50"]
    done = subprocess.run([*command, "--family", "rows", "--language", "uk", "--damaged", "0"], capture_output=True,
                          text=True, encoding="utf-8", cwd=_ROOT, check=False)  # fmt: skip
    assert re.search(r"^2\d\d citations in \d+ texts, 0 texts wrong; 50 decoys, 0 not left alone\n", done.stdout)
    assert done.returncode == 0
