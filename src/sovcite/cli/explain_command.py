"""sovcite explain: the page of a rule."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
def command(codes: tuple[str, ...]) -> None:
    """Print what the rule with each CODE looks for, why, an example, and where that is written."""
    from sovcite.checking.pages import page_of
    from sovcite.cli.arguments import as_text

    for place, code in enumerate(codes):
        click.echo(("\n" if place else "") + page_of(as_text(code)).rstrip("\n"))
