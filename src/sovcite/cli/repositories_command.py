"""sovcite repositories: the table of repositories, shown and searched."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sovcite.cli.arguments import as_text
from sovcite.cli.failing import complain
from sovcite.cli.settings import Settings, config_option

if TYPE_CHECKING:
    from sovcite.model import FormerName, Repository

_NOT_FOUND = 1
_WIDTH = 78


@click.command("repositories")
@click.argument("query", nargs=-1, metavar="[QUERY]")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fonds", "with_fonds", is_flag=True, help="Show the known fonds of each repository too.")
@config_option
@click.pass_context
def command(
    ctx: click.Context, query: tuple[str, ...], output_format: str, with_fonds: bool, config: str | None
) -> None:
    """Show the repositories that are known: all, or those whose id, city or any name contains QUERY.

    Former names lead to the repository of today. Each row says how sure it is and where it was read. A
    sovcite.toml is read only where --config names it.

    Exits 0, or 1 where nothing is found.
    """
    from sovcite.data.authority import lookup, nearest_names, repositories

    wanted = " ".join(map(as_text, query)).strip() or None
    with Settings(config).in_force():
        rows = repositories(wanted)
        reason = _reason(wanted, lookup(wanted)) if wanted else None
        nearest = nearest_names(wanted) if wanted and not rows else ()
        if output_format == "json":
            from sovcite.cli.lines import as_line
            from sovcite.exchange.repository_rows import repositories_record

            sys.stdout.buffer.write(as_line(repositories_record(wanted, rows, reason, nearest)))
        else:
            if reason:
                click.echo(f"{reason}\n")
            if wanted or with_fonds:
                click.echo("\n\n".join(_block(row, with_fonds) for row in rows), nl=bool(rows))
            else:
                click.echo(_table(rows))
    if not rows:
        hint = f"; did you mean {' or '.join(map(repr, nearest))}?" if nearest else ""
        complain(f"no repository is found for {wanted!r}{hint}")
    ctx.exit(0 if rows else _NOT_FOUND)


def _reason(query: str, ids: tuple[str, ...]) -> str | None:
    from sovcite.data.ambiguity import why_ambiguous
    from sovcite.model import RepositoryName

    return why_ambiguous(RepositoryName(written=query, candidates=ids)) if len(ids) > 1 else None


def _table(rows: Sequence[Repository]) -> str:
    """Write one repository a line: id, abbreviations, place, certainty, name."""
    cells = [
        (row.id, row.cyrillic or "", row.latin or "", _place(row), row.certainty, row.name)
        for row in rows
    ]
    widths = [max((len(line[column]) for line in cells), default=0) for column in range(5)]
    return "\n".join(
        "  ".join([*(f"{cell:<{width}}" for cell, width in zip(line[:5], widths, strict=True)), line[5]])
        for line in cells
    )


def _block(row: Repository, with_fonds: bool) -> str:
    """Write one repository with its names, former names, certainty and source under one another."""
    from sovcite.data.designators import designators

    abbreviations = " · ".join(name for name in (row.cyrillic, row.latin) if name)
    words = designators(row.language)
    lines: list[tuple[str, str | None]] = [
        ("name", row.name),
        ("english", row.name_english if row.name_english != row.name else None),
        ("place", f"{_place(row)} · {row.kind}" if row.kind else _place(row)),
        ("since", f"{row.since} under this name" if row.since else None),
        ("until", f"{row.until}, then {row.successor}" if row.successor else row.until),
        ("formerly", "; ".join(map(_former, row.former))),
        ("also", "; ".join(row.aliases)),
        ("levels", row.hierarchy),
        ("written", " ".join(words.levels) if words else None),
        ("prefixes", "; ".join(f"{one.prefix} {one.use or ''}".strip() for one in row.fond_prefixes)),
        ("note", row.note),
        ("certainty", row.certainty),
        ("source", row.source),
    ]
    lines += _fonds(row) if with_fonds else []
    stated = [(title, text) for title, text in lines if text]
    return "\n".join([f"{row.id}  {abbreviations}", *(_wrapped(title, text) for title, text in stated)])


def _fonds(row: Repository) -> list[tuple[str, str | None]]:
    from sovcite.data.fonds import known_fonds

    fonds = known_fonds(row.id)
    return [
        (f"f. {fond.fond}", f"{fond.name or fond.note} ({fond.certainty}{', ' + fond.years if fond.years else ''})")
        for fond in fonds
    ]


def _place(row: Repository) -> str:
    return ", ".join(part for part in (row.city, row.country) if part)


def _former(former: FormerName) -> str:
    name = former.cyrillic or former.latin or former.name or ""
    years = f"{former.since or ''}–{former.until or ''}" if former.since or former.until else ""
    return f"{name} {years}".strip()


def _wrapped(title: str, text: str) -> str:
    import textwrap

    indent = f"  {title:<10}"
    return textwrap.fill(
        text, width=_WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
