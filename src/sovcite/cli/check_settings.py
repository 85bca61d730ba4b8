"""The settings of a check: the [check] table of sovcite.toml, or [tool.sovcite] of pyproject.toml, then the options."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sovcite.cli.arguments import as_text
from sovcite.cli.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from sovcite.checking import Settings
    from sovcite.checking.settings import Mode

_FILE, _PROJECT = "sovcite.toml", "pyproject.toml"


def settings_for(
    files: Sequence[str],
    config: str | None,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    style: str | None = None,
    strict: bool = False,
) -> Settings:
    """Give the settings of a check; raise DataError, with file and key, for what they cannot be.

    Read is the file of --config, else sovcite.toml, else pyproject.toml beside the first manuscript. The options go
    before the file. --style lets every rule that can ask for the style do so.
    """
    from attrs import evolve

    from sovcite.checking import RULES, Settings, settings_from_table
    from sovcite.checking.settings import known_codes
    from sovcite.data.style_table import style_by_id

    found = _find(files, config)
    settings = settings_from_table(*found) if found else Settings()
    if style is not None:
        wanted: dict[str, Mode] = {rule.code: "style" for rule in RULES if rule.follows_style}
        settings = evolve(settings, style=style_by_id(style).id, modes={**wanted, **settings.modes})
    return evolve(
        settings,
        select=known_codes(_split(select), "--select") or settings.select,
        ignore=(*settings.ignore, *known_codes(_split(ignore), "--ignore")),
        strict=strict or settings.strict,
    )


def _split(values: Sequence[str]) -> list[str]:
    return [code for value in values for code in as_text(value).replace(",", " ").split()]


def _find(files: Sequence[str], config: str | None) -> tuple[Mapping[str, object], str] | None:
    """Find the table of settings, and its name for messages."""
    if config is not None:
        return _table(_read(config), config)
    folder = os.path.dirname(files[0]) if files and files[0] != STANDARD_INPUT else ""
    for name in (_FILE, _PROJECT):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            given = _read(path)
            if name == _FILE or _is_in_project(given):
                return _table(given, path)
    return None


def _table(given: Mapping[str, object], path: str) -> tuple[Mapping[str, object], str]:
    """Take the [check] table out of a file; in pyproject.toml it stands under [tool.sovcite]."""
    from sovcite.model import DataError

    where = as_text(path)
    if os.path.basename(path) == _PROJECT:
        tool = given.get("tool", {})
        given, where = (tool.get("sovcite", {}) if isinstance(tool, dict) else {}), f"{where}: tool.sovcite"
    table = given.get("check", {}) if isinstance(given, dict) else {}
    if not isinstance(table, dict):
        raise DataError(f"{where}: check is {table!r}; write a table [check]")
    return table, f"{where}: check"


def _is_in_project(given: Mapping[str, object]) -> bool:
    tool = given.get("tool")
    return isinstance(tool, dict) and "sovcite" in tool


def _read(path: str) -> Mapping[str, object]:
    import tomllib

    from sovcite.model import DataError

    try:
        with open(path, "rb") as file:
            return tomllib.loads(file.read().decode("utf-8-sig"))
    except OSError as error:
        raise DataError(f"{as_text(path)}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError(f"{as_text(path)}: no TOML in UTF-8 ({error})") from error
