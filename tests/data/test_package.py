"""The package's own files: found, and any change of one seen."""

from pathlib import Path

import pytest

from sovcite.data import package


def test_a_change_of_a_file_is_another_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_HOME", str(tmp_path))
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "one.toml").write_text("a")
    states = [package.package_state("tables"), package.package_state("tables")]
    (tmp_path / "tables" / "one.toml").write_text("ab")
    states.append(package.package_state("tables"))
    (tmp_path / "tables" / "two.toml").write_text("")
    states.append(package.package_state("tables"))
    assert states[0] == states[1]
    assert len(set(states)) == 3


def test_a_zip_gives_the_same_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    by_path = package.package_texts("data/styles", ".toml")
    monkeypatch.setattr(package, "_place", lambda _: None)
    assert package.package_texts("data/styles", ".toml") == by_path
    assert len(package.package_state("data/styles")) == 32
