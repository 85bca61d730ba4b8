"""The user's own settings for a command: sovcite.toml beside each manuscript, or the file that --config names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from sovcite.data.overlay import Overlay

_Command = TypeVar("_Command", bound=Callable[..., object])
_STANDARD_INPUT = "-"


class Settings(NamedTuple):
    """What --config and --default-repository were given."""

    config: str | None = None
    defaults: tuple[str, ...] = ()

    @contextmanager
    def in_force(self, manuscript: str | None = None) -> Iterator[None]:
        """Let the settings for a manuscript hold meanwhile; raise DataError that names the file, key and reason."""
        file = self.config or _beside(manuscript)
        if file is None and not self.defaults:
            yield
            return
        from sovcite.data.authority import overlaid

        with overlaid(_overlay(file, self.defaults)):
            yield


config_option = click.option(
    "--config",
    metavar="FILE",
    help="The file of settings; without it, sovcite.toml in the folder of the manuscript.",
)
_default_option = click.option(
    "--default-repository",
    multiple=True,
    metavar="ID",
    help="What an ambiguous name is taken for where nothing else tells (sovcite repositories shows the ids).",
)


def settings_options(command: _Command) -> _Command:
    """Give a command the options whose values Settings takes: config and default_repository."""
    return config_option(_default_option(command))


def _beside(manuscript: str | None) -> str | None:
    if manuscript is None or manuscript == _STANDARD_INPUT:
        return None
    from sovcite.data.configuration import configuration_beside

    return configuration_beside(manuscript)


@cache
def _overlay(file: str | None, defaults: tuple[str, ...]) -> Overlay:
    """Read the overlay of a file; defaults, where there are any, stand in place of those of the file."""
    from attrs import evolve

    from sovcite.data.authority import overlaid, repository
    from sovcite.data.overlay import Overlay, read_overlay

    overlay = read_overlay(file) if file else Overlay()
    with overlaid(overlay):
        for id_ in defaults:
            repository(id_)
    return evolve(overlay, defaults=defaults or overlay.defaults)
