"""python -m sovcite.testing: a long random run against sovcite's own find; prints what is read wrong."""

from __future__ import annotations

import sys
from collections import Counter
from random import Random

import click

from sovcite import find
from sovcite.testing import differences, some_decoy, some_document
from sovcite.testing.choosing import chosen_damages, chosen_forms


@click.command()
@click.option("--citations", default=20000, show_default=True, help="How many citations are checked at least.")
@click.option("--decoys", default=1000, show_default=True, help="How many decoys are checked.")
@click.option("--seed", default=0, show_default=True, help="The same seed gives the same texts.")
@click.option("--damaged", default=0.3, show_default=True, help="The share of texts that are damaged, some twice.")
@click.option("--family", multiple=True, help="Only forms of this family; may be given again.")
@click.option("--language", multiple=True, help="Only forms of this language; may be given again.")
@click.option("--show", default=20, show_default=True, help="How many wrong texts are printed of each kind.")
def main(
    citations: int,
    decoys: int,
    seed: int,
    damaged: float,
    family: tuple[str, ...],
    language: tuple[str, ...],
    show: int,
) -> None:
    """Check that find reads generated texts as they are meant; exit 1 where it does not."""
    rng = Random(seed)
    forms, damages = chosen_forms(family or None, language or None), chosen_damages(None)
    checked = 0
    wrong: Counter[tuple[str, str]] = Counter()
    texts: Counter[tuple[str, str]] = Counter()
    while checked < citations:
        document = some_document(rng, forms, damages if rng.random() < damaged else (), times=rng.choice((1, 1, 2)))
        checked += len(document.mentions)
        kind = (document.form, document.damage or "")
        texts[kind] += 1
        found = differences(document, find(document.text))
        if found:
            wrong[kind] += 1
            if wrong[kind] <= show:
                click.echo(f"{document.family} {document.language} {document.damage or ''}")
                click.echo(f"  text:   {document.text!r}")
                click.echo("".join(f"  {line}\n" for line in found))
    loud = 0
    for _ in range(decoys):
        decoy = some_decoy(rng)
        said = find(decoy.text)
        if said:
            loud += 1
            click.echo(f"decoy {decoy.family} {decoy.language}\n  text:   {decoy.text!r}")
            click.echo("".join(f"  {line}\n" for line in differences(decoy, said)))
    for kind, count in wrong.most_common():
        click.echo(f"{count} of {texts[kind]} wrong: {kind[0]!r} {kind[1]}")
    click.echo(f"{checked} citations in {sum(texts.values())} texts, {sum(wrong.values())} texts wrong; ", nl=False)
    click.echo(f"{decoys} decoys, {loud} not left alone")
    sys.exit(1 if wrong or loud else 0)


if __name__ == "__main__":
    main()
