"""The files of the tables of facts: repositories/*.toml and those beside it, found in the package."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from sovcite._version import __version__
from sovcite.data.package import package_state, package_texts
from sovcite.model import DataError, fold_name

if TYPE_CHECKING:
    from sovcite.data.rows import Row

# the day of the last change of the facts; each file repeats it in its header
DATA_VERSION: str = "2026-11-25"

AMBIGUOUS = "ambiguous.toml"
FONDS = "fonds.toml"
PLACES = "places.toml"
DESIGNATORS = "designators.toml"
_BESIDE = (AMBIGUOUS, FONDS, PLACES, DESIGNATORS)


@cache
def table_texts() -> dict[str, str]:
    """Read every file by its name, those of the repositories in the order of the alphabet."""
    beside = package_texts("data", ".toml")
    return {**package_texts("data/repositories", ".toml"), **{name: beside[name] for name in _BESIDE}}


@cache
def fingerprint() -> str:
    """Name the state of the files, and of the folding and the code that work on them."""
    made_by = f"sovcite {__version__} unicode {unicodedata.unidata_version} python {sys.version_info[:2]}"
    state = package_state("data", "data/repositories", "model")
    return sha256(f"{made_by} {state}".encode()).hexdigest()[:32]


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Fold a name to look it up: as fold_name does, after joining letters with their marks.

    Capitals come first, since letters look alike as capitals: В is like B, в is not.

    >>> name_key("ДАХмО") == name_key("дахмо") == name_key("Д. А. Х. М. О.")
    True
    """
    return fold_name(unicodedata.normalize("NFC", name).upper())


def repository_rows() -> list[Row]:
    """Read the rows of all files of repositories; raise DataError for a file that is no TOML."""
    return [row for name in table_texts() if name not in _BESIDE for row in rows_of_table(name, "repository")]


def ambiguous_rows() -> list[Row]:
    """Read the rows of the ambiguous abbreviations; raise DataError if the file is no TOML."""
    return rows_of_table(AMBIGUOUS, "ambiguous")


def content_of(file: str) -> dict[str, object]:
    """Read a file of the tables; raise DataError if it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(table_texts()[file])
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file} is no TOML: {error}") from error


def rows_of_table(file: str, table: str) -> list[Row]:
    """Read a file that holds the rows of one table; raise DataError for any other content."""
    from sovcite.data.rows import tables

    content = content_of(file)
    others = content.keys() - {table}
    if others:
        raise DataError(f"{file}: {', '.join(sorted(others))} unknown; write [[{table}]]")
    return tables(content, table, file)
