"""Which form is written, and with which damage."""

from __future__ import annotations

from collections.abc import Collection

from sovcite.model import ModelError
from sovcite.testing.document import Document
from sovcite.testing.numbers import Random
from sovcite.testing.tables import Damage, Decoy, Form, damages, decoys, forms
from sovcite.testing.writing import write, write_decoy


def chosen_forms(families: Collection[str] | None, languages: Collection[str] | None) -> tuple[Form, ...]:
    """Give the forms of these families and languages; raise ModelError for one that is not known or an empty choice."""
    known = {"family": {form.family for form in forms()}, "language": {form.language for form in forms()}}
    _refuse("family", families, known["family"])
    _refuse("language", languages, known["language"])
    found = tuple(
        form for form in forms()
        if (families is None or form.family in families) and (languages is None or form.language in languages)
    )  # fmt: skip
    if not found:
        raise ModelError("no form is of these families and these languages; leave one of them out")
    return found


def chosen_damages(names: Collection[str] | None) -> tuple[Damage, ...]:
    """Give the damages of these names, all where None is given; raise ModelError for one that is not known."""
    _refuse("damage", names, {damage.name for damage in damages()})
    return tuple(damage for damage in damages() if names is None or damage.name in names)


def chosen_decoys(kinds: Collection[str] | None, languages: Collection[str] | None) -> tuple[Decoy, ...]:
    """Give the decoys of these kinds and languages; raise ModelError for one that is not known or an empty choice."""
    _refuse("kind", kinds, {decoy.kind for decoy in decoys()})
    _refuse("language", languages, {decoy.language for decoy in decoys()})
    found = tuple(
        decoy for decoy in decoys()
        if (kinds is None or decoy.kind in kinds) and (languages is None or decoy.language in languages)
    )  # fmt: skip
    if not found:
        raise ModelError("no decoy is of these kinds and these languages; leave one of them out")
    return found


def fitting(form: Form, choice: Collection[Damage]) -> list[Damage]:
    """Give the damages that a form may suffer."""
    return [
        damage for damage in choice
        if (not damage.families or form.family in damage.families)
        and (not damage.languages or form.language in damage.languages)
    ]  # fmt: skip


def some_document(
    rng: Random, among: Collection[Form] = (), spoilt_by: Collection[Damage] = (), times: int = 1
) -> Document:
    """Write one of the forms (of all where none is given) with numbers drawn from rng.

    spoilt_by: so many of these damages (times) that fit the form and find something to spoil are done, if there are
    any. Document.damage says which.

    >>> from random import Random
    >>> document = some_document(Random(2))
    >>> [document.text[one.start : one.end] == one.raw for one in document.mentions] != []
    True
    """
    form = rng.choice(tuple(among) or forms())
    choice = fitting(form, spoilt_by)
    seed = rng.getrandbits(32)
    rng.shuffle(choice)
    choice = [damage for damage in choice if times == 1 or not damage.alone]
    done: tuple[Damage, ...] = ()
    document = write(form, Random(seed))
    for damage in choice[: 8 * times]:
        spoilt = write(form, Random(seed), *done, damage)
        if spoilt.damage != document.damage:
            done, document = (*done, damage), spoilt
        if len(done) == times:
            break
    return document


def some_decoy(rng: Random, among: Collection[Decoy] = ()) -> Document:
    """Write one of the decoys (of all where none is given) with numbers drawn from rng."""
    return write_decoy(rng.choice(tuple(among) or decoys()), rng)


def _refuse(what: str, given: Collection[str] | None, known: Collection[str]) -> None:
    for one in given or ():
        if one not in known:
            raise ModelError(f"no {what} is called {one!r}; there are {', '.join(sorted(known))}")
