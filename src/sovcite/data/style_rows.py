"""One style from the rows of its TOML file; anything amiss is named by file and key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from sovcite.data.style import InNote, Label, RepeatWhen, Script, Style, StyleLanguage
from sovcite.data.transliteration import SCHEMES
from sovcite.model import UNIT_KINDS, DataError
from sovcite.model.repository import Certainty

Row = dict[str, object]

_ORDERED = ("repository", "fond", "opis", "file", *UNIT_KINDS, "leaves", "date")
_LABELLED = ("fond", "opis", "file", *UNIT_KINDS, "leaf", "page", "column")
_FILE_LABELS = ("delo", "ed. khr.", "sprava", "file", "number")
FIELDS = (
    "based_on", "name", "language", "script", "scheme", "source", "certainty", "uncertain", "order", "needs",
    "repository", "first_repository", "names", "after_repository", "separator", "before", "dash", "short_ranges",
    "leaf_separator", "verso", "recto", "date", "around", "labels", "file_labels", "joiner", "in_note", "repeat",
    "after_repeat", "repeat_when", "repeat_after_several", "end",
)  # fmt: skip
_TABLES = ("names", "before", "labels", "file_labels")
_NAME_FIELDS = ("{abbreviation}", "{name}", "{english}")


def row_of_style(where: str, text: str) -> Row:
    """Read the keys of a style's file; raise DataError that names the file for what is no TOML or no key."""
    import tomllib

    try:
        row = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{where} is no TOML: {error}") from error
    _no_others(row, FIELDS, where)
    return row


def row_upon(base: Row, row: Row) -> Row:
    """Lay the keys of a style over those of the one that it is based on; false takes a key away.

    >>> row_upon({"dash": "-", "labels": {"fond": "f. {}", "box": "k. {}"}}, {"labels": {"box": False}})
    {'dash': '-', 'labels': {'fond': 'f. {}'}}
    """
    merged = dict(base)
    for key, value in row.items():
        under = merged.get(key)
        if value is False and key not in ("short_ranges", "repeat_after_several"):
            merged.pop(key, None)
        elif key in _TABLES and isinstance(value, dict) and isinstance(under, dict):
            merged[key] = row_upon(under, value)
        else:
            merged[key] = value
    return merged


def style_from_row(id_: str, row: Row, where: str) -> Style:
    """Make a style of the keys of its file; raise DataError that names the file, the key and what is wrong."""
    separator = _text(row, "separator", where)
    style = Style(
        id=id_,
        name=_text(row, "name", where),
        language=_one_of(row, "language", get_args(StyleLanguage), where),  # type: ignore[arg-type]
        script=_one_of(row, "script", get_args(Script), where),  # type: ignore[arg-type]
        scheme=_one_of(row, "scheme", SCHEMES, where, "ala-lc"),  # type: ignore[arg-type]
        source=_text(row, "source", where),
        certainty=_one_of(row, "certainty", get_args(Certainty), where),  # type: ignore[arg-type]
        uncertain=_names(row, "uncertain", FIELDS, where) if "uncertain" in row else (),
        order=_order(row, where),
        needs=_names(row, "needs", _ORDERED, where) if "needs" in row else (),
        repository=_name_template(row, "repository", where) if "repository" in row else "{abbreviation}",
        first_repository=_name_template(row, "first_repository", where) if "first_repository" in row else None,
        names=_texts(row, "names", where),
        after_repository=_text(row, "after_repository", where),
        separator=separator,
        before=_texts(row, "before", where, _ORDERED),
        dash=_text(row, "dash", where),
        short_ranges=_yes_or_no(row, "short_ranges", where),
        leaf_separator=_text(row, "leaf_separator", where),
        verso=_optional(row, "verso", where),
        recto=_optional(row, "recto", where),
        date=_template(row["date"], f"{where}: date") if "date" in row else None,
        around=_template(row["around"], f"{where}: around") if "around" in row else "{}",
        labels=_labels(row, "labels", _LABELLED, where),
        file_labels=_labels(row, "file_labels", _FILE_LABELS, where) if "file_labels" in row else {},
        joiner=_optional(row, "joiner", where) or "; ",
        in_note=_one_of(row, "in_note", get_args(InNote), where, "changed"),  # type: ignore[arg-type]
        repeat=_optional(row, "repeat", where),
        after_repeat=_optional(row, "after_repeat", where) or separator,
        repeat_when=_one_of(row, "repeat_when", get_args(RepeatWhen), where, "changed"),  # type: ignore[arg-type]
        repeat_after_several=_yes_or_no(row, "repeat_after_several", where),
        end=_optional(row, "end", where) or "",
    )
    for kind in style.labels:
        level = "leaves" if kind in ("leaf", "page", "column") else kind
        if level not in style.order:
            raise DataError(f"{where}: order does not name {level!r}, which has a label")
    return style


def _order(row: Row, where: str) -> tuple[str, ...]:
    """Give the order of the parts; the date stands last if it is not named."""
    order = _names(row, "order", _ORDERED, where)
    return order if "date" in order else (*order, "date")


def _no_others(row: Mapping[str, object], known: tuple[str, ...], where: str) -> None:
    for key in row:
        if key not in known:
            raise DataError(f"{where}: {key!r} unknown; the keys are {', '.join(known)}")


def _found(row: Row, key: str) -> str:
    return f"is {row[key]!r}" if key in row else "missing"


def _text(row: Row, key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise DataError(f"{where}: {key} {_found(row, key)}; write text")
    return value


def _optional(row: Row, key: str, where: str) -> str | None:
    return _text(row, key, where) if key in row else None


def _yes_or_no(row: Row, key: str, where: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise DataError(f"{where}: {key} is {value!r}; write true or false")
    return value


def _one_of(row: Row, key: str, known: tuple[str, ...], where: str, default: str | None = None) -> str:
    value = row.get(key, default)
    if not isinstance(value, str) or value not in known:
        raise DataError(f"{where}: {key} {_found(row, key)}; write one of {', '.join(known)}")
    return value


def _names(row: Row, key: str, known: tuple[str, ...], where: str) -> tuple[str, ...]:
    value = row.get(key)
    kind = "keys" if key == "uncertain" else "parts"
    if not isinstance(value, list):
        raise DataError(f"{where}: {key} {_found(row, key)}; write a list of {kind}")
    for name in value:
        if name not in known:
            raise DataError(f"{where}: {key} names {name!r}; the {kind} are {', '.join(known)}")
        if value.count(name) > 1:
            raise DataError(f"{where}: {key} names {name!r} twice")
    return tuple(value)


def _table(row: Row, key: str, known: tuple[str, ...] | None, where: str, of: str) -> Row:
    value = row.get(key)
    if not isinstance(value, dict):
        raise DataError(f"{where}: {key} {_found(row, key)}; write a table of {of}")
    if known is not None:
        _no_others(value, known, f"{where}: {key}")
    return value


def _texts(row: Row, key: str, where: str, known: tuple[str, ...] | None = None) -> Mapping[str, str]:
    if key not in row:
        return {}
    table = _table(row, key, known, where, "texts")
    return {name: _text(table, name, f"{where}: {key}") for name in table}


def _labels(row: Row, key: str, known: tuple[str, ...], where: str) -> Mapping[str, Label]:
    table = _table(row, key, known, where, "labels")
    return {name: _label(label, f"{where}: {key}.{name}") for name, label in table.items()}


def _label(value: object, where: str) -> Label:
    if not isinstance(value, dict):
        text = _template(value, where)
        return Label(text, text)
    _no_others(value, ("one", "many"), where)
    return Label(_template(value.get("one"), f"{where}.one"), _template(value.get("many"), f"{where}.many"))


def _template(value: object, where: str) -> str:
    if not isinstance(value, str) or value.count("{}") != 1:
        raise DataError(f"{where} is {value!r}; write text with one {{}} for the number")
    return value


def _name_template(row: Row, key: str, where: str) -> str:
    """Read how a repository is named; what is left without the known fields must hold no bracket."""
    value = _text(row, key, where)
    rest = value
    for field in _NAME_FIELDS:
        rest = rest.replace(field, "", 1)
    if rest == value or "{" in rest or "}" in rest:
        raise DataError(f"{where}: {key} is {value!r}; write text with {', '.join(_NAME_FIELDS)}, each once at most")
    return value
