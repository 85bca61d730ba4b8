"""The tables of the generator: languages, names, forms, damages and decoys, all TOML files beside this one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from sovcite.testing.numbers import Language

_HERE = files("sovcite.testing")


@frozen(kw_only=True)
class Form:
    """A template copied from print: its text with slots, and where it was seen.

    ⟦ and ⟧ hold a citation, ‹one|other› is a choice, {f:shape} a slot: a(rchive), f(ond), o(pis), d (the file),
    l(eaves), p(ages), c(olumns), date, ibid, or a unit by its name; {n} and {m} are numbers that mean nothing.
    """

    family: str
    language: str
    text: str
    source: str
    # words may stand before and behind it
    in_words: bool


@frozen(kw_only=True)
class Damage:
    """What scanners, web pages and markup do to a citation: a pattern and what becomes of it."""

    name: str
    pattern: str
    becomes: str
    source: str
    # every place, or one of them
    everywhere: bool
    # not with another: what is lost can be told only from what is whole around it
    alone: bool
    languages: tuple[str, ...]
    families: tuple[str, ...]


@frozen(kw_only=True)
class Decoy:
    """A template of a text that holds no citation."""

    kind: str
    language: str
    text: str
    source: str


@frozen(kw_only=True)
class Name:
    """A repository as written, with the id of its row; without one where no table need know it."""

    written: str
    id: str | None


def _table(path: str) -> dict[str, Any]:
    return tomllib.loads(_HERE.joinpath(path).read_text(encoding="utf-8"))


def _folder(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(_HERE.joinpath(name).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            yield path.name.removesuffix(".toml"), _table(f"{name}/{path.name}")


@cache
def languages() -> dict[str, Language]:
    """Give each language by its code."""
    return {
        name: Language(
            name=name, prefixes=row["prefixes"], letters=row["letters"], suffixes=row["suffixes"],
            verso=tuple(row["verso"]), joins=tuple(row["joins"]), dashes=tuple(row["dashes"]), ibid=tuple(row["ibid"]),
            dates=tuple(row["dates"]), before=tuple(row["before"]), after=tuple(row.get("after", ())),
        )
        for name, row in _table("languages.toml").items()
    }  # fmt: skip


@cache
def names() -> dict[str, tuple[Name, ...]]:
    """Give the names of repositories by their kind: "ru", "ru-long" … as the slots of forms ask for them."""
    found = {}
    for kind, rows in _table("names.toml").items():
        found[kind] = tuple(Name(written=written, id=id or None) for written, id in rows.items())
    return found


@cache
def named(written: str) -> Name:
    """Give the name that is written so."""
    return next(name for kind in names().values() for name in kind if name.written == written)


@cache
def forms() -> tuple[Form, ...]:
    """Give all forms, one file a family."""
    return tuple(
        Form(
            family=family, language=group["language"], text=text, source=group["source"],
            in_words=group.get("in_words", True),
        )
        for family, table in _folder("forms")
        for group in table["forms"]
        for text in group["texts"]
    )  # fmt: skip


@cache
def damages() -> tuple[Damage, ...]:
    """Give all kinds of damage."""
    return tuple(
        Damage(
            name=name, pattern=row["pattern"], becomes=row["becomes"], source=row["source"],
            everywhere=row.get("everywhere", False), alone=row.get("alone", False),
            languages=tuple(row.get("languages", ())), families=tuple(row.get("families", ())),
        )
        for name, row in _table("damage.toml").items()
    )  # fmt: skip


@cache
def decoys() -> tuple[Decoy, ...]:
    """Give all decoys, one file a language."""
    return tuple(
        Decoy(kind=group["kind"], language=language, text=text, source=group["source"])
        for language, table in _folder("decoys")
        for group in table["decoys"]
        for text in group["texts"]
    )
