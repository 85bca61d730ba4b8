"""Fonds that are known by name: RGASPI f. 17 is that of the Central Committee."""

from __future__ import annotations

from attrs import frozen

from sovcite.model.repository import Certainty


@frozen(kw_only=True)
class KnownFond:
    """One row of the table of fonds; name is None where only the number is established.

    spellings are the ways in which the number is printed: R-5446, R5446, Р-5446, Р5446, 5446.
    """

    repository: str
    fond: str
    name: str | None = None
    name_english: str | None = None
    years: str | None = None
    note: str | None = None
    spellings: tuple[str, ...] = ()
    certainty: Certainty
    source: str
