"""sovcite styles: the styles that citations are printed in, and the files that they are made of."""

from __future__ import annotations

import click

from sovcite.cli.arguments import as_text


@click.group("styles", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the styles, each with how sure its rules are: high, medium or low.

    'sovcite styles show NAME' prints the TOML file of one, to be copied and changed; 'sovcite format --style
    MINE.toml' takes the copy. docs/styles.md explains the keys.
    """
    if ctx.invoked_subcommand is None:
        list_styles()


@command.command("show")
@click.argument("name")
def show(name: str) -> None:
    """Print the TOML file of the style NAME."""
    from sovcite.data.style_table import style_text

    click.echo(style_text(as_text(name)), nl=False)


def list_styles() -> None:
    """Print a line for each style: its id, how sure it is, its name."""
    from sovcite.formatting import styles

    known = styles()
    width = max((len(style.id) for style in known), default=0)
    for style in known:
        click.echo(f"{style.id:<{width}}  {style.certainty:<6}  {style.name}")
