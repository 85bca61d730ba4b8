"""The files of the table of repositories: repositories/*.toml and ambiguous.toml, found in the package."""

from __future__ import annotations

import unicodedata
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sovcite._version import __version__
from sovcite.data.rows import Row, tables
from sovcite.model import DataError, fold_name

# the day of the last change of the facts; each file repeats it in its header
DATA_VERSION: str = "2026-11-23"

AMBIGUOUS = "ambiguous.toml"


@cache
def table_texts() -> dict[str, str]:
    """Read every file by its name, those of the repositories in the order of the alphabet."""
    folder = files("sovcite").joinpath("data")
    found = [entry for entry in folder.joinpath("repositories").iterdir() if entry.name.endswith(".toml")]
    found.sort(key=lambda entry: entry.name)
    return {entry.name: entry.read_text(encoding="utf-8") for entry in (*found, folder.joinpath(AMBIGUOUS))}


@cache
def fingerprint() -> str:
    """Name the state of the files, and of the folding and the code that work on them."""
    letters = "".join(map(chr, range(0x600)))
    made_by = f"sovcite {__version__} unicode {unicodedata.unidata_version} folding {name_key(letters)}"
    for module in ("index.py", "rows.py", "tables.py"):
        source = files("sovcite").joinpath("data", module)
        made_by += source.read_text(encoding="utf-8") if source.is_file() else ""
    texts = "".join(f"\n{name}\n{text}" for name, text in table_texts().items())
    return sha256(f"{made_by}{texts}".encode()).hexdigest()[:32]


def name_key(name: str) -> str:
    """Fold a name to look it up: as fold_name does, after joining letters with their marks.

    Capitals come first, since letters look alike as capitals: В is like B, в is not.

    >>> name_key("ДАХмО") == name_key("дахмо") == name_key("Д. А. Х. М. О.")
    True
    """
    return fold_name(unicodedata.normalize("NFC", name).upper())


def repository_rows() -> list[Row]:
    """Read the rows of all files of repositories; raise DataError for a file that is no TOML."""
    return [row for name in table_texts() if name != AMBIGUOUS for row in _rows(name, "repository")]


def ambiguous_rows() -> list[Row]:
    """Read the rows of the ambiguous abbreviations; raise DataError if the file is no TOML."""
    return _rows(AMBIGUOUS, "ambiguous")


def _rows(file: str, table: str) -> list[Row]:
    import tomllib

    try:
        content = tomllib.loads(table_texts()[file])
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file} is no TOML: {error}") from error
    others = content.keys() - {table}
    if others:
        raise DataError(f"{file}: {', '.join(sorted(others))} unknown; write [[{table}]]")
    return tables(content, table, file)
