"""docs/styles.md and docs/styles/: the examples are what is printed, every key is explained."""

import re
import subprocess
import sys
from pathlib import Path

from sovcite.data.style_rows import FIELDS
from sovcite.data.style_table import style_from_toml
from sovcite.formatting import format
from sovcite.reading import parse

_DOCS = Path(__file__).parents[2] / "docs"
_PAGE = (_DOCS / "styles.md").read_text(encoding="utf-8")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", _PAGE, re.DOTALL)


def test_the_python_example_prints_what_it_says() -> None:
    (example,) = _blocks("python")
    expected = [line[2:] for line in example.splitlines() if line.startswith("# ")]
    command = [sys.executable, "-X", "utf8", "-c", example]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == expected


def test_the_style_of_ones_own_prints() -> None:
    (example,) = _blocks("toml")
    printed = format(parse("РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49 об."), style_from_toml("ours", example))
    assert printed == "RGASPI (Moscow), f. 17, op. 162, d. 14, l. 47-49 ob."


def test_every_key_is_explained() -> None:
    explained = {key for row in _PAGE.splitlines() if row.startswith("| `") for key in re.findall(r"`(\w+)`", row)}
    assert set(FIELDS) - explained == {"based_on"}
    assert "`based_on` names" in _PAGE


def test_the_pages_of_the_styles_are_what_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, _DOCS / "styles" / "build.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
