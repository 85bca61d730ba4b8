"""sovcite format: citations, printed in the style of a journal or standard."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain

_NOT_A_CITATION = 1


@click.command("format")
@click.argument("strings", nargs=-1, metavar="[STRING...|-]")
@click.option("--style", default="gost", show_default=True, help="The id of a style; --list shows them.")
@click.option("--list", "wants_list", is_flag=True, help="Show the styles and stop.")
@click.pass_context
def command(ctx: click.Context, strings: tuple[str, ...], style: str, wants_list: bool) -> None:
    """Print citations in a style: the STRINGs, or the lines of standard input.

    What cannot be read as one citation is printed as it was given, and named on standard error.
    Exits 0, 1 where a line was left as it was, 2 where there is no such style.
    """
    if wants_list:
        _list_styles()
        return
    lines = _standard_input() if strings in ((), ("-",)) else map(as_text, strings)
    ctx.exit(_NOT_A_CITATION if _print_formatted(lines, style) else 0)


def _print_formatted(lines: Iterable[str], style: str) -> bool:
    """Print each line in the style; say whether any was left as it was."""
    from sovcite.data.style_table import style_by_id
    from sovcite.formatting import format as format_citation
    from sovcite.model import CitationSyntaxError, StyleLimit
    from sovcite.reading import parse

    chosen = style_by_id(style)
    failed = False
    for number, line in enumerate(lines, start=1):
        printed = line
        if line.strip():
            try:
                printed = format_citation(parse(line), chosen)
            except (CitationSyntaxError, StyleLimit) as error:
                complain(f"line {number}: {error}")
                failed = True
        click.echo(printed)
    return failed


def _list_styles() -> None:
    from sovcite.formatting import styles

    known = styles()
    width = max((len(style.id) for style in known), default=0)
    for style in known:
        click.echo(f"{style.id:<{width}}  {style.name}")


def _standard_input() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")
