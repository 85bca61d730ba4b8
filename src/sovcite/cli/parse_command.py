"""sovcite parse: one citation, read into its parts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain
from sovcite.cli.settings import Settings, settings_options

if TYPE_CHECKING:
    from sovcite.model import Mention

_NOT_A_CITATION = 1


@click.command("parse")
@click.argument("strings", nargs=-1, required=True, metavar="STRING...")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@settings_options
@click.pass_context
def command(
    ctx: click.Context,
    strings: tuple[str, ...],
    output_format: str,
    config: str | None,
    default_repository: tuple[str, ...],
) -> None:
    """Read each STRING as one citation and show its parts.

    A sovcite.toml is read only where --config names it. Exits 0, or 1 where a string cannot be read as a citation.
    """
    with Settings(config, default_repository).in_force():
        failed = _parse_all(strings, output_format)
    ctx.exit(_NOT_A_CITATION if failed else 0)


def _parse_all(strings: tuple[str, ...], output_format: str) -> bool:
    """Show the parts of each string; say whether any could not be read."""
    from sovcite.model import CitationSyntaxError
    from sovcite.reading import parse_mention

    failed = False
    for place, string in enumerate(map(as_text, strings)):
        try:
            mention = _in_context(parse_mention(string), string)
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
            if mention.citation.repository and mention.citation.repository.reason:
                click.echo(f"\n{mention.citation.repository.reason}")
    return failed


def _in_context(mention: Mention, text: str) -> Mention:
    """Let what stands in the string decide about an ambiguous name, as find does."""
    name = mention.citation.repository
    if name is None or len(name.candidates) < 2:
        return mention
    from sovcite.data.authority import overlay_in_force
    from sovcite.model import Note
    from sovcite.resolution.context import decided

    overlay = overlay_in_force()
    return decided([mention], [Note(text=text)], (overlay.defaults,) if overlay else ())[0]
