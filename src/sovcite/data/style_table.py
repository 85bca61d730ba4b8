"""The styles that citations are printed in: one TOML file each in styles/, or a file of the user's own."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from sovcite.data.package import package_texts
from sovcite.data.style import Style
from sovcite.data.style_rows import Row, row_of_style, row_upon, style_from_row
from sovcite.model import DataError, UnknownStyle

_ENDING = ".toml"


def all_styles() -> tuple[Style, ...]:
    """Give every style in the order of the ids; raise DataError for a file that is damaged."""
    return tuple(style_by_id(id_) for id_ in sorted(_texts()))


def find_style(name: str) -> Style:
    """Give the style with this id, or of the file at this path, which ends in .toml.

    Raise UnknownStyle where there is none, DataError for a file that is damaged.
    """
    return _style_of_file(name) if name.endswith(_ENDING) else style_by_id(name)


@cache
def style_by_id(id_: str) -> Style:
    """Give the style with this id; raise UnknownStyle for any other, DataError if its file is damaged.

    >>> style_by_id("gost").labels["leaf"].one
    'Л. {}'
    >>> style_by_id("gots")
    Traceback (most recent call last):
    sovcite.model.errors.UnknownStyle: no style has the id 'gots'; nearest is 'gost'
    """
    return style_from_toml(id_, style_text(id_))


def style_text(id_: str) -> str:
    """Give the text of a style's file, to be copied and changed; raise UnknownStyle for an id that none has."""
    texts = _texts()
    if id_ not in texts:
        near = get_close_matches(id_, texts, n=1, cutoff=0.0)
        raise UnknownStyle(f"no style has the id {id_!r}" + (f"; nearest is {near[0]!r}" if near else ""))
    return texts[id_]


def style_from_toml(id_: str, text: str, where: str | None = None) -> Style:
    """Make a style of the text of its file; raise DataError that names the file, the key and what is wrong.

    >>> style_from_toml("mine", 'name = "Mine"')
    Traceback (most recent call last):
    sovcite.model.errors.DataError: style mine.toml: separator missing; write text
    >>> mine = style_from_toml("mine", 'based_on = "gost"\\nname = "Ours"\\nverso = "об."')
    >>> mine.verso, mine.labels["fond"].one
    ('об.', 'Ф. {}')
    """
    where = where or f"style {id_}{_ENDING}"
    return style_from_row(id_, _whole_row(where, text, ()), where)


def _whole_row(where: str, text: str, above: tuple[str, ...]) -> Row:
    """Read the keys of a style with those of the styles that it is based on."""
    row = row_of_style(where, text)
    base = row.pop("based_on", None)
    if base is None:
        return row
    if not isinstance(base, str) or base not in _texts():
        near = get_close_matches(str(base), _texts(), n=1, cutoff=0.0)
        nearest = f"; nearest is {near[0]!r}" if near else ""
        raise DataError(f"{where}: based_on is {base!r}, which is the id of no style{nearest}")
    if base in above:
        raise DataError(f"{where}: based_on goes round in a ring: {', '.join((*above, base))}")
    return row_upon(_whole_row(f"style {base}{_ENDING}", _texts()[base], (*above, base)), row)


def _style_of_file(path: str) -> Style:
    import os

    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnknownStyle(f"style {path} cannot be read ({reason})") from error
    except UnicodeDecodeError as error:
        raise DataError(f"style {path} is not in UTF-8 (byte {error.start}); save it as UTF-8") from error
    id_ = os.path.basename(path).removesuffix(_ENDING)
    return style_from_toml(id_, text.removeprefix("\ufeff"), f"style {path}")


@cache
def _texts() -> dict[str, str]:
    found = package_texts("data/styles", _ENDING)
    return {name.removesuffix(_ENDING): text for name, text in found.items()}
