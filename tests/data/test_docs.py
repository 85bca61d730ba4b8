"""docs/repositories.md says what is so: its settings can be read, and decide as it says."""

import re
from pathlib import Path

from attrs import fields

from sovcite import find
from sovcite.data.authority import all_repositories, overlaid
from sovcite.data.fonds import all_fonds
from sovcite.data.overlay import read_overlay
from sovcite.model import Repository

_PAGE = (Path(__file__).parents[2] / "docs" / "repositories.md").read_text(encoding="utf-8")


def test_the_settings_that_it_shows(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", _PAGE, re.DOTALL)
    file = tmp_path / "sovcite.toml"
    file.write_text(shown, encoding="utf-8")
    with overlaid(read_overlay(file)):
        found = find("АГЦТМ. Ф. 454. Оп. 1. Д. 2; ГАКО. Ф. 1. Оп. 2. Д. 3; ЦГА. Ф. 7. Оп. 1. Д. 3.")
    assert [(one.citation.key, one.confidence) for one in found] == [
        ("agtstm/454/1/2", "certain"),
        ("gako-kursk/1/2/3", "certain"),
        ("tsga-rd/7/1/3", "probable"),
    ]


def test_the_numbers_and_fields_that_it_names() -> None:
    assert f"The table holds {len(all_repositories())} archives" in _PAGE
    assert f"{len(all_fonds())} fonds are known by" in " ".join(_PAGE.split())
    named = set(re.findall(r"`(\w+)`", _PAGE[_PAGE.index("## A row") : _PAGE.index("What the levels")]))
    assert {field.name for field in fields(Repository)} <= named
