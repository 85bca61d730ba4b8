"""The user's own settings: a file sovcite.toml beside the manuscript, or wherever it is named.

KEYS says which keys it may hold; what stands under each is judged by the module that uses it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from sovcite.model import DataError

FILE_NAME = "sovcite.toml"

KEYS: Mapping[str, str] = {
    "repository": "repositories that are added to the table, or changed: [[repository]] with the fields of a row",
    "check": "which rules look, and what they ask for: style, select, ignore, strict, rules",
    "default_repository": "ids of the repositories that an ambiguous name is taken for where nothing else decides",
}


class Configuration(NamedTuple):
    """The settings of one file, by key, and the file that they stand in as it was given."""

    source: str
    settings: Mapping[str, object]


def read_configuration(path: str | os.PathLike[str]) -> Configuration:
    """Read a file of settings; raise DataError, with its name, for one that is missing, no TOML, or has other keys.

    >>> read_configuration("/nowhere/sovcite.toml")
    Traceback (most recent call last):
    sovcite.model.errors.DataError: /nowhere/sovcite.toml: cannot be read (no such file or directory)
    """
    import tomllib

    source = os.fspath(path)
    try:
        with open(path, "rb") as file:
            settings = tomllib.loads(file.read().decode("utf-8-sig"))
    except OSError as error:
        raise DataError(f"{source}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{source}: not UTF-8; save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError(f"{source} is no TOML: {error}") from error
    for key in settings:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1)
            hint = f"; nearest is {near[0]!r}" if near else f"; the keys are {', '.join(KEYS)}"
            raise DataError(f"{source}: key {key!r} unknown{hint}")
    return Configuration(source, settings)


def configuration_beside(path: str | os.PathLike[str]) -> str | None:
    """Name the file of settings in the folder of a manuscript, None where there is none.

    >>> configuration_beside("/nowhere/chapter.docx") is None
    True
    """
    place = os.path.join(os.path.dirname(os.fspath(path)), FILE_NAME)
    return place if os.path.isfile(place) else None
