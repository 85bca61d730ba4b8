"""sovcite parse: one citation, read into its parts."""

from __future__ import annotations

import sys

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain

_NOT_A_CITATION = 1


@click.command("parse")
@click.argument("strings", nargs=-1, required=True, metavar="STRING...")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, strings: tuple[str, ...], output_format: str) -> None:
    """Read each STRING as one citation and show its parts.

    Exits 0, or 1 where a string cannot be read as a citation.
    """
    from sovcite.model import CitationSyntaxError
    from sovcite.reading import parse_mention

    failed = False
    for place, string in enumerate(map(as_text, strings)):
        try:
            mention = parse_mention(string)
        except CitationSyntaxError as error:
            complain(str(error))
            failed = True
            continue
        if output_format == "json":
            from sovcite.cli.lines import as_line
            from sovcite.exchange import mention_record

            sys.stdout.buffer.write(as_line(mention_record(mention)))
        else:
            from sovcite.report.listing import parts_table

            click.echo(("\n" if place else "") + parts_table(mention.citation))
    ctx.exit(_NOT_A_CITATION if failed else 0)
