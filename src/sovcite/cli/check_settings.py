"""The settings of a check: [check] of sovcite.toml, or [tool.sovcite.check] of pyproject.toml, then the options.

check and fix take the findings of a manuscript from here, so that what is silent for one is silent for the other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import Failure
from sovcite.cli.settings import Settings as UserSettings

if TYPE_CHECKING:
    from sovcite.checking import Settings, Survey
    from sovcite.checking.baseline import Baseline
    from sovcite.checking.settings import Mode
    from sovcite.model import Diagnostic, Manuscript

_PROJECT = "pyproject.toml"
_Command = TypeVar("_Command", bound=Callable[..., object])
_OPTIONS = (
    click.option("--select", multiple=True, metavar="CODES", help="Look only for these rules or families: C2,C401."),
    click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules or families out."),
    click.option("--baseline", metavar="FILE", help="Leave out the findings that FILE knows."),
)


def rule_options(command: _Command) -> _Command:
    """Give a command the options that choose among the findings: select, ignore and baseline."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Checker(NamedTuple):
    """Finds what is wrong with a manuscript under the settings that hold for it; can be sent to another process."""

    options: Options
    settings: UserSettings
    known: Baseline

    @contextmanager
    def checked(self, manuscript: Manuscript) -> Iterator[tuple[Survey, list[Diagnostic]]]:
        """Give what was read, and the findings that are not silent; the user's repositories hold meanwhile.

        Raises DataError for a file of settings that is wrong.
        """
        from sovcite.checking import check_survey, survey_notes
        from sovcite.checking.baseline import new_findings

        with self.settings.in_force(manuscript.source):
            survey = survey_notes(manuscript.notes)
            every = check_survey(survey, self.options.for_manuscript(manuscript.source))
            # the baseline goes by files
            by_file: dict[str, list[Diagnostic]] = {}
            for one in every:
                by_file.setdefault(manuscript.file_of(one.note), []).append(one)
            new = [one for file, found in by_file.items() for one in new_findings(as_text(file), found, self.known)]
            yield survey, sorted(new, key=lambda one: one.note)


def checker(options: Options, settings: UserSettings, baseline: str | None = None) -> Checker:
    """Make a checker; a mistake in the options, or in the file of the baseline, is said before any file is read."""
    from sovcite.checking.baseline import baseline_from_json

    options.for_manuscript(None)
    known = baseline_from_json(_read_text(baseline), baseline) if baseline is not None else {}
    return Checker(options, settings, known)


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


def _read_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        raise Failure(f"{as_text(path)}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    except UnicodeDecodeError as error:
        raise Failure(f"{as_text(path)}: not UTF-8; write one with --update-baseline") from error


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
