"""One style from the text of its TOML file; anything amiss is named by file and key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import frozen

from sovcite.data.letters import CyrillicLanguage
from sovcite.model import UNIT_KINDS, DataError
from sovcite.model.repository import Certainty

Script = Literal["cyrillic", "latin"]
StyleLanguage = Literal["en", "ru", "uk"]

_ORDERED = ("repository", "fond", "opis", "file", *UNIT_KINDS, "leaves")
_LABELLED = ("fond", "opis", "file", *UNIT_KINDS, "leaf", "page", "column")
_FILE_LABELS = ("delo", "ed. khr.", "sprava", "file", "number")
_FIELDS = (
    "name", "language", "script", "source", "certainty", "order", "needs", "after_repository", "separator",
    "dash", "leaf_separator", "verso", "recto", "date", "labels", "file_labels",
)  # fmt: skip


@frozen
class Label:
    """What is printed around a number, with "{}" for it: "Л. {}"; many is for ranges and lists."""

    one: str
    many: str


@frozen(kw_only=True)
class Style:
    """How a journal or standard prints a citation: its words, what stands between them, and in what order.

    needs names the levels that the style cannot do without. What has no label here cannot be printed in
    the style; nor can a side of a leaf or a date whose mark is None.
    """

    id: str
    name: str
    language: StyleLanguage
    script: Script
    source: str
    certainty: Certainty
    order: tuple[str, ...]
    needs: tuple[str, ...]
    after_repository: str
    separator: str
    dash: str
    leaf_separator: str
    verso: str | None
    recto: str | None
    date: str | None
    labels: Mapping[str, Label]
    file_labels: Mapping[str, Label]

    @property
    def letters(self) -> CyrillicLanguage | None:
        """The language whose letters numbers are printed in; None for Latin ones."""
        if self.script == "latin":
            return None
        return "uk" if self.language == "uk" else "ru"


def style_from_toml(id_: str, text: str) -> Style:
    """Make a style of the text of its file; raise DataError that names the file, the key and what is wrong.

    >>> style_from_toml("mine", 'name = "Mine"')
    Traceback (most recent call last):
    sovcite.model.errors.DataError: style mine.toml: language missing; write one of en, ru, uk
    """
    import tomllib

    where = f"style {id_}.toml"
    try:
        row = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{where} is no TOML: {error}") from error
    _no_others(row, _FIELDS, where)
    style = Style(
        id=id_,
        name=_text(row, "name", where),
        language=_one_of(row, "language", get_args(StyleLanguage), where),  # type: ignore[arg-type]
        script=_one_of(row, "script", get_args(Script), where),  # type: ignore[arg-type]
        source=_text(row, "source", where),
        certainty=_one_of(row, "certainty", get_args(Certainty), where),  # type: ignore[arg-type]
        order=_names(row, "order", where),
        needs=_names(row, "needs", where) if "needs" in row else (),
        after_repository=_text(row, "after_repository", where),
        separator=_text(row, "separator", where),
        dash=_text(row, "dash", where),
        leaf_separator=_text(row, "leaf_separator", where),
        verso=_text(row, "verso", where) if "verso" in row else None,
        recto=_text(row, "recto", where) if "recto" in row else None,
        date=_template(row["date"], f"{where}: date") if "date" in row else None,
        labels=_labels(row, "labels", _LABELLED, where),
        file_labels=_labels(row, "file_labels", _FILE_LABELS, where) if "file_labels" in row else {},
    )
    for kind in style.labels:
        level = "leaves" if kind in ("leaf", "page", "column") else kind
        if level not in style.order:
            raise DataError(f"{where}: order does not name {level!r}, which has a label")
    return style


def _no_others(row: Mapping[str, object], known: tuple[str, ...], where: str) -> None:
    for key in row:
        if key not in known:
            raise DataError(f"{where}: {key!r} unknown; the keys are {', '.join(known)}")


def _text(row: Mapping[str, object], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        found = "missing" if key not in row else f"is {value!r}"
        raise DataError(f"{where}: {key} {found}; write text")
    return value


def _one_of(row: Mapping[str, object], key: str, known: tuple[str, ...], where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or value not in known:
        found = "missing" if key not in row else f"is {value!r}"
        raise DataError(f"{where}: {key} {found}; write one of {', '.join(known)}")
    return value


def _names(row: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = row.get(key)
    if not isinstance(value, list):
        found = "missing" if key not in row else f"is {value!r}"
        raise DataError(f"{where}: {key} {found}; write a list of parts")
    for name in value:
        if name not in _ORDERED:
            raise DataError(f"{where}: {key} names {name!r}; the parts are {', '.join(_ORDERED)}")
    return tuple(value)


def _labels(row: Mapping[str, object], key: str, known: tuple[str, ...], where: str) -> Mapping[str, Label]:
    value = row.get(key)
    if not isinstance(value, dict):
        found = "missing" if key not in row else f"is {value!r}"
        raise DataError(f"{where}: {key} {found}; write a table of labels")
    _no_others(value, known, f"{where}: {key}")
    return {name: _label(label, f"{where}: {key}.{name}") for name, label in value.items()}


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
