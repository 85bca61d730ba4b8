"""The commands by name; each stands in a file of its own that is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from sovcite.cli.failing import Failure

COMMANDS = {
    "find": "sovcite.cli.find_command",
    "parse": "sovcite.cli.parse_command",
    "format": "sovcite.cli.format_command",
    "check": "sovcite.cli.check_command",
    "explain": "sovcite.cli.explain_command",
    "styles": "sovcite.cli.styles_command",
    "repositories": "sovcite.cli.repositories_command",
    "fix": "sovcite.cli.fix_command",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        from sovcite.model.errors import SovciteError

        try:
            return super().invoke(ctx)
        except SovciteError as error:
            raise Failure(str(error).partition("\n")[0]) from error


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from sovcite._version import __version__

        click.echo(f"sovcite {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
def group() -> None:
    """Find, read, check and rewrite citations of Russian and Soviet archives."""
