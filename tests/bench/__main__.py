"""python tests/bench: how fast citations are found, beside other finders and beside the limit of pure Python.

All cases are run in turn, round after round, in one process; times are the processor's, so that other work on the
machine disturbs less. What counts are the ratios: each is taken within a round, and the median of the rounds is given.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import NamedTuple

import click
import start
from cases import Case, cases, share_right
from peers import installed

_PACKAGES = ("sovcite", "lark", "attrs", "legal-reference-extraction", "eyecite", "hyperscan", "pythonbible")


class Goal(NamedTuple):
    """A ratio of two rates and what it should be: at least least, or at most most."""

    name: str
    ours: str
    theirs: str
    least: float | None = None
    most: float | None = None


_GOALS = (
    Goal("warm, dense notes : refex", "find, dense notes", "refex", least=1),
    Goal("warm, dense notes of 40 a text : refex", "find, dense notes, 40 a text", "refex", least=1),
    Goal("first pass, dense notes : refex", "first pass, dense notes", "first pass, refex", least=0.5),
    Goal("warm, notes of new shapes : refex", "find, notes of new shapes", "refex"),
    Goal("dense notes : eyecite", "find, dense notes", "eyecite", least=10),
    Goal("dense notes : eyecite with hyperscan", "find, dense notes", "eyecite, hyperscan", least=10),
    Goal("dense notes : pythonbible", "find, dense notes", "pythonbible"),
    Goal("plain notes : a regex by hand, same objects", "find, plain notes", "by hand, plain notes", least=0.4),
    Goal("prose, Russian : bare re", "find, prose: russian", "bare re, prose: russian", least=0.5),
    Goal("prose, English : bare re", "find, prose: english", "bare re, prose: english", least=0.5),
    Goal("prose full of figures : bare re", "find, prose: figures", "bare re, prose: figures", least=0.25),
    Goal("cold sovcite parse : import lark, attrs", "import lark, attrs", "sovcite parse", most=1.6),
    Goal("cold sovcite --version : import click", "import click", "sovcite --version", most=1.3),
)
_COMMANDS = {
    "sovcite parse": start.PARSE,
    "import lark, attrs": start.IMPORT_PARSERS,
    "sovcite --version": start.VERSION,
    "import click": start.IMPORT_CLICK,
}


def _rates(runs: int, size: int) -> dict[str, list[float]]:
    made = cases(size)
    for number in range(-1, runs):
        for case in made:
            case.run(number)
            if number < 0:
                # what is made once is made now, and not counted
                case.seconds.clear()
                case.counts.clear()
        click.echo(".", nl=False, err=True)
    rates = {case.name: case.rates for case in made}
    _echo_cases(made)
    for name, command in _COMMANDS.items():
        start.seconds(command)
        rates[name] = []
    firsts = {"first pass, dense notes": "find"}
    if "refex" in rates:
        firsts["first pass, refex"] = "refex"
    rates |= {name: [] for name in firsts}
    for _ in range(runs):
        for name, what in firsts.items():
            rates[name].append(_first_pass(what, size))
        for name, command in _COMMANDS.items():
            rates[name].append(1 / start.seconds(command))
    return rates


def _first_pass(what: str, size: int) -> float:
    command = [sys.executable, str(Path(__file__).with_name("cold.py")), what, str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _echo_cases(made: list[Case]) -> None:
    click.echo("\n| case | a second | |\n|---|---:|---|")
    for case in made:
        click.echo(f"| {case.name} | {case.rate:,.0f} | {case.unit} |")


def _ratios(rates: dict[str, list[float]]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for goal in _GOALS:
        if goal.ours not in rates or goal.theirs not in rates:
            continue
        ratio = median(one / other for one, other in zip(rates[goal.ours], rates[goal.theirs], strict=True))
        met = (goal.least is None or ratio >= goal.least) and (goal.most is None or ratio <= goal.most)
        rows.append({"name": goal.name, "ratio": ratio, "at least": goal.least, "at most": goal.most, "met": met})
    return rows


def _echo_ratios(rows: list[dict[str, object]]) -> None:
    click.echo("\n| ratio | is | should be | |\n|---|---:|---|---|")
    for row in rows:
        least, most = row["at least"], row["at most"]
        wanted = f"≥ {least}" if least is not None else f"≤ {most}" if most is not None else ""
        click.echo(f"| {row['name']} | {row['ratio']:.3f} | {wanted} | {'' if row['met'] else 'falls short'} |")


def _versions() -> dict[str, str]:
    found = {"python": sys.version.split()[0]}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


@click.command()
@click.option("--runs", default=5, show_default=True, help="How many rounds are counted.")
@click.option("--size", default=3000, show_default=True, help="How many citations the dense texts hold.")
@click.option("--json", "json_path", type=click.Path(dir_okay=False), help="Where the figures are written.")
def main(runs: int, size: int, json_path: str | None) -> None:
    """Print the table of rates and ratios; --json writes all figures."""
    absent = installed()[1]
    if absent:
        click.echo(f"not installed, left out: {', '.join(absent)} (pip install 'sovcite[bench]')", err=True)
    rates = _rates(runs, size)
    ratios = _ratios(rates)
    _echo_ratios(ratios)
    right = share_right(size)
    click.echo(f"\nvaried notes read right in every field: {right:.2%}")
    if json_path:
        figures = {"versions": _versions(), "right": right, "ratios": ratios, "rates a second": rates}
        Path(json_path).write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
