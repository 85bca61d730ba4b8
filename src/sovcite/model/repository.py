"""Repositories: the archives, libraries and museums that keep the fonds."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Certainty = Literal["high", "medium", "low"]


@frozen(kw_only=True)
class FormerName:
    """A name that a repository, or one merged into it, bore from one year to another ('1990s' where vague)."""

    cyrillic: str | None = None
    latin: str | None = None
    name: str | None = None
    since: str | None = None
    until: str | None = None


@frozen(kw_only=True)
class FondPrefix:
    """A letter before fond numbers, in Latin, and what it is for there."""

    prefix: str
    use: str | None = None


@frozen(kw_only=True)
class Repository:
    """One row of the table of repositories, with the source it was read in and how sure it is.

    since and until are the years of the present name, successor the id of the repository that took its place.
    hierarchy is the levels of a citation in order, file_designators what files are called where it says less.
    """

    id: str
    cyrillic: str | None = None
    latin: str | None = None
    name: str
    name_latin: str | None = None
    name_english: str | None = None
    language: str | None = None
    city: str | None = None
    country: str | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    successor: str | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    fond_prefixes: tuple[FondPrefix, ...] = ()
    hierarchy: str | None = None
    file_designators: tuple[str, ...] = ()
    note: str | None = None
    certainty: Certainty
    source: str
