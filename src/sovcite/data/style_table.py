"""The styles that citations are printed in: one TOML file each in styles/, with its source."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from sovcite.data.package import package_texts
from sovcite.data.style_rows import Style, style_from_toml
from sovcite.model import UnknownStyle


def all_styles() -> tuple[Style, ...]:
    """Give every style in the order of the ids; raise DataError for a file that is damaged."""
    return tuple(style_by_id(id_) for id_ in sorted(_texts()))


@cache
def style_by_id(id_: str) -> Style:
    """Give the style with this id; raise UnknownStyle for any other, DataError if its file is damaged.

    >>> style_by_id("gost").labels["leaf"].one
    'Л. {}'
    >>> style_by_id("gots")
    Traceback (most recent call last):
    sovcite.model.errors.UnknownStyle: no style has the id 'gots'; nearest is 'gost'
    """
    texts = _texts()
    if id_ not in texts:
        near = get_close_matches(id_, texts, n=1, cutoff=0.0)
        raise UnknownStyle(f"no style has the id {id_!r}" + (f"; nearest is {near[0]!r}" if near else ""))
    return style_from_toml(id_, texts[id_])


@cache
def _texts() -> dict[str, str]:
    found = package_texts("data/styles", ".toml")
    return {name.removesuffix(".toml"): text for name, text in found.items()}
