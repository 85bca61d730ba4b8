"""What the rules say, apart from the rules: one file of messages a language, found by code and key.

A message is filled with quoted words and numbers. What has several words for a number in some languages is put
so that none is needed ("citations: 3"), so a translation is a translation of the lines and nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from sovcite.data.package import package_texts
from sovcite.model import DataError


@frozen
class Name:
    """The name of a part of a citation, or of a way to write it, in whatever language the message is written."""

    kind: str


def message(code: str, key: str, words: Mapping[str, object], language: str = "en") -> str:
    """Fill the message that a rule has under a key; raise DataError for one that no file has.

    >>> message("C001", "lost", {"before": Name("file"), "after": Name("leaves"), "words": "'5l'", "right": "'5 l'"})
    "separator lost between file and leaves in '5l': write '5 l'"
    """
    table = messages(language)
    template = table.get(code, {}).get(key)
    if template is None:
        raise DataError(f"messages/{language}.toml: no message {code}.{key}")
    names = table.get("names", {})
    shown = {
        name: names.get(value.kind, value.kind) if isinstance(value, Name) else value
        for name, value in words.items()
    }
    return template.format(**shown)


@cache
def messages(language: str) -> Mapping[str, Mapping[str, str]]:
    """Read the messages of a language by code and key; raise DataError for a language that has none."""
    import tomllib

    texts = package_texts("checking/messages", ".toml")
    text = texts.get(f"{language}.toml")
    if text is None:
        known = ", ".join(sorted(name.removesuffix(".toml") for name in texts))
        raise DataError(f"no messages in language {language!r}; there are {known}")
    table: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return table
