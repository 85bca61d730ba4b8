"""The settings of a check: [check] of sovcite.toml, or [tool.sovcite.check] of pyproject.toml, then the options."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sovcite.cli.arguments import as_text

if TYPE_CHECKING:
    from sovcite.checking import Settings
    from sovcite.checking.settings import Mode

_PROJECT = "pyproject.toml"


class Options(NamedTuple):
    """What the command line says of a check; it goes before the files of settings."""

    config: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    style: str | None = None
    strict: bool = False

    def for_manuscript(self, manuscript: str | None) -> Settings:
        """Give the settings for a manuscript; raise DataError, with file and key, for what they cannot be.

        Read is the file of --config, else sovcite.toml, else pyproject.toml beside the manuscript. --style lets every
        rule that can ask for the style do so.
        """
        from attrs import evolve

        from sovcite.checking import RULES, Settings, settings_from_table
        from sovcite.checking.settings import known_codes
        from sovcite.data.style_table import style_by_id

        found = _table(self.config, manuscript)
        settings = settings_from_table(*found) if found else Settings()
        if self.style is not None:
            wanted: dict[str, Mode] = {rule.code: "style" for rule in RULES if rule.follows_style}
            settings = evolve(settings, style=style_by_id(self.style).id, modes={**wanted, **settings.modes})
        return evolve(
            settings,
            select=known_codes(_split(self.select), "--select") or settings.select,
            ignore=(*settings.ignore, *known_codes(_split(self.ignore), "--ignore")),
            strict=self.strict or settings.strict,
        )


def _split(values: Sequence[str]) -> list[str]:
    return [code for value in values for code in as_text(value).replace(",", " ").split()]


def _table(config: str | None, manuscript: str | None) -> tuple[Mapping[str, object], str] | None:
    """Find the table [check] for a manuscript, and its name for messages."""
    from sovcite.data.configuration import configuration_beside, read_configuration
    from sovcite.model import DataError

    file = config or (configuration_beside(manuscript) if manuscript not in (None, "-") else None)
    if file is not None:
        given, where = read_configuration(file).settings, as_text(file)
    else:
        path = os.path.join(os.path.dirname(manuscript or ""), _PROJECT)
        if manuscript in (None, "-") or not os.path.isfile(path):
            return None
        given, where = _of_project(path), f"{as_text(path)}: tool.sovcite"
    table = given.get("check", {})
    if not isinstance(table, dict):
        raise DataError(f"{where}: check is {table!r}; write a table [check]")
    return table, f"{where}: check"


def _of_project(path: str) -> Mapping[str, object]:
    """Read [tool.sovcite], empty where there is none; raise DataError for a file that cannot be read."""
    import tomllib

    from sovcite.model import DataError

    try:
        with open(path, "rb") as file:
            tool = tomllib.load(file).get("tool", {})
    except OSError as error:
        raise DataError(f"{as_text(path)}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError(f"{as_text(path)} is no TOML in UTF-8: {error}") from error
    own = tool.get("sovcite", {}) if isinstance(tool, dict) else {}
    return own if isinstance(own, dict) else {}
