"""Rows of the table of repositories as JSON: docs/schema/repositories.json."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import asdict

from sovcite.data.authority import DATA_VERSION
from sovcite.data.fonds import known_fonds
from sovcite.exchange.records import SCHEMA, Record
from sovcite.model import Repository


def repositories_record(
    query: str | None, rows: Sequence[Repository], reason: str | None = None, nearest: Sequence[str] = ()
) -> Record:
    """Answer a search: the rows, each with its known fonds, why they are several, and names spelt nearly so.

    >>> from sovcite.data.authority import repositories
    >>> record = repositories_record("ЦХСД", repositories("ЦХСД"))
    >>> row = record["repositories"][0]
    >>> row["id"], row["former"][0]["cyrillic"], row["certainty"], row["fonds"][0]["name"]
    ('rgani', 'ЦХСД', 'high', 'Пленумы ЦК КПСС')
    """
    return {
        "schema": SCHEMA,
        "data_version": DATA_VERSION,
        "query": query,
        "repositories": [_row(row) for row in rows],
        "reason": reason,
        "nearest": list(nearest),
    }


def _row(row: Repository) -> Record:
    fonds = [asdict(fond, filter=lambda field, _: field.name != "repository") for fond in known_fonds(row.id)]
    return {**asdict(row), "fonds": fonds}
