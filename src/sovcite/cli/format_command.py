"""sovcite format: citations, printed in the style of a journal or standard."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import Failure, complain

if TYPE_CHECKING:
    from sovcite.data.style import Script

_NOT_A_CITATION = 1
_STANDARD_INPUT = "-"


@click.command("format")
@click.argument("strings", nargs=-1, metavar="[STRING...|-]")
@click.option("--style", default="gost", show_default=True, help="The id of a style, or the path of a style's file.")
@click.option("--script", type=click.Choice(["latin", "cyrillic"]), help="Print the style in these letters.")
@click.option("--file", "files", multiple=True, metavar="FILE", help="A text file with a citation on each line.")
@click.option("--list", "wants_list", is_flag=True, help="Show the styles and stop, as 'sovcite styles' does.")
@click.pass_context
def command(
    ctx: click.Context,
    strings: tuple[str, ...],
    style: str,
    script: Script | None,
    files: tuple[str, ...],
    wants_list: bool,
) -> None:
    """Print citations in a style: the STRINGs, the lines of FILEs, or else those of standard input.

    What cannot be read as one citation is printed as it was given, and named on standard error. So is a citation
    that the style cannot express. Exits 0, 1 where a line was left as it was, 2 where there is no such style or a
    file cannot be read.
    """
    if wants_list:
        from sovcite.cli.styles_command import list_styles

        list_styles()
        return
    ctx.exit(_NOT_A_CITATION if _print_formatted(_lines(strings, files), as_text(style), script) else 0)


def _print_formatted(lines: Iterable[tuple[str, str]], style: str, script: Script | None) -> bool:
    """Print each line in the style; say whether any was left as it was."""
    from sovcite.formatting import format as format_citation
    from sovcite.formatting.printing import chosen_style
    from sovcite.model import CitationSyntaxError, StyleLimit
    from sovcite.reading import parse

    chosen = chosen_style(style, script)
    failed = False
    for place, line in lines:
        printed = line
        if line.strip():
            try:
                printed = format_citation(parse(line), chosen)
            except (CitationSyntaxError, StyleLimit) as error:
                complain(f"{place}: {error}")
                failed = True
        click.echo(printed)
    return failed


def _lines(strings: tuple[str, ...], files: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give the lines with the name of each one's place."""
    for number, string in enumerate(strings, start=1):
        if string != _STANDARD_INPUT:
            yield f"line {number}", as_text(string)
    if _STANDARD_INPUT in strings or not (strings or files):
        for number, line in enumerate(sys.stdin, start=1):
            yield f"line {number}", line.rstrip("\r\n")
    for file in files:
        for number, line in enumerate(_text_lines(file), start=1):
            yield f"{as_text(file)}, line {number}", line


def _text_lines(file: str) -> list[str]:
    from pathlib import Path

    from sovcite.manuscript.decoding import decode

    name = as_text(file)
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise Failure(f"{name}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    return decode(content, name).text.removesuffix("\n").split("\n") if content else []
