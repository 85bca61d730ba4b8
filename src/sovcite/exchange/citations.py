"""A citation → JSON → the same citation, with nothing lost: docs/schema/citation.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import get_args

from sovcite.exchange.records import SCHEMA
from sovcite.model import (
    UNIT_KINDS,
    Citation,
    Leaf,
    LeafRange,
    LeafUnit,
    ModelError,
    RepositoryName,
    Side,
    Unit,
)

_LEAF_UNITS: tuple[LeafUnit, ...] = get_args(LeafUnit)
_SIDES: tuple[Side, ...] = get_args(Side)
_FIELDS = ("schema", "repository", "fond", "opis", "file", "file_label", "units", "leaves", "date")

Object = Mapping[str, object]


def to_json(citation: Citation) -> str:
    """Write a citation as one line of JSON that from_json reads back, its labels and spelling included.

    >>> to_json(Citation(fond="17", opis="3"))[:65]
    '{"schema": 1, "repository": null, "fond": "17", "opis": "3", "fil'
    """
    name = citation.repository
    return json.dumps(
        {
            "schema": SCHEMA,
            "repository": name and _repository_object(name),
            "fond": citation.fond,
            "opis": citation.opis,
            "file": citation.file,
            "file_label": citation.file_label,
            "units": [{"kind": unit.kind, "number": unit.number} for unit in citation.units],
            "leaves": [
                {
                    "first": _leaf_object(one.first),
                    "last": one.last and _leaf_object(one.last),
                    "unit": one.unit,
                }
                for one in citation.leaves
            ],
            "date": citation.date,
        },
        ensure_ascii=False,
    )


def from_json(text: str) -> Citation:
    """Read a citation from what to_json wrote; raise ModelError that names the field for anything else.

    >>> from_json(to_json(Citation(fond="17", opis="3"))) == Citation(fond="17", opis="3")
    True
    >>> from_json('{"schema": 1, "fond": 17}')
    Traceback (most recent call last):
    sovcite.model.errors.ModelError: fond is 17; write text or null
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError("not JSON; write one object as to_json does") from error
    row = _object(given, "citation", _FIELDS)
    if type(row.get("schema")) is not int or row["schema"] != SCHEMA:
        raise ModelError(f"schema is {row.get('schema')!r}; this version reads schema {SCHEMA}")
    return Citation(
        repository=None if row.get("repository") is None else _repository(row["repository"]),
        fond=_text(row, "fond"),
        opis=_text(row, "opis"),
        file=_text(row, "file"),
        file_label=_text(row, "file_label"),
        units=tuple(_unit(one, f"units[{n}]") for n, one in enumerate(_list(row, "units"))),
        leaves=tuple(_leaves(one, f"leaves[{n}]") for n, one in enumerate(_list(row, "leaves"))),
        date=_text(row, "date"),
    )


def _repository_object(name: RepositoryName) -> dict[str, object]:
    return {"written": name.written, "id": name.id, "candidates": name.candidates, "reason": name.reason}


def _leaf_object(leaf: Leaf) -> dict[str, str | None]:
    return {"number": leaf.number, "side": leaf.side}


def _repository(value: object) -> RepositoryName:
    row = _object(value, "repository", ("written", "id", "candidates", "reason"))
    candidates = _list(row, "candidates", "repository")
    for n, one in enumerate(candidates):
        if not isinstance(one, str):
            raise ModelError(f"repository.candidates[{n}] is {one!r}; write the id of a repository")
    return RepositoryName(
        written=_needed(row, "written", "repository"),
        id=_text(row, "id", "repository"),
        candidates=tuple(str(one) for one in candidates),
        reason=_text(row, "reason", "repository"),
    )


def _unit(value: object, where: str) -> Unit:
    row = _object(value, where, ("kind", "number"))
    for kind in UNIT_KINDS:
        if kind == row.get("kind"):
            return Unit(kind=kind, number=_needed(row, "number", where))
    raise ModelError(f"{where}.kind is {row.get('kind')!r}; the units are {', '.join(UNIT_KINDS)}")


def _leaves(value: object, where: str) -> LeafRange:
    row = _object(value, where, ("first", "last", "unit"))
    for unit in _LEAF_UNITS:
        if unit == row.get("unit", "leaf"):
            last = row.get("last")
            return LeafRange(
                first=_leaf(row.get("first"), f"{where}.first"),
                last=None if last is None else _leaf(last, f"{where}.last"),
                unit=unit,
            )
    raise ModelError(f"{where}.unit is {row.get('unit')!r}; write one of {', '.join(_LEAF_UNITS)}")


def _leaf(value: object, where: str) -> Leaf:
    row = _object(value, where, ("number", "side"))
    for side in (None, *_SIDES):
        if side == row.get("side"):
            return Leaf(number=_needed(row, "number", where), side=side)
    raise ModelError(f"{where}.side is {row.get('side')!r}; write {', '.join(_SIDES)} or null")


def _object(value: object, where: str, known: tuple[str, ...]) -> Object:
    if not isinstance(value, dict):
        raise ModelError(f"{where} is {value!r}; write an object")
    for field in value:
        if field not in known:
            raise ModelError(f"{where} has no field {field!r}; the fields are {', '.join(known)}")
    return value


def _text(row: Object, field: str, where: str = "") -> str | None:
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise ModelError(f"{where and where + '.'}{field} is {value!r}; write text or null")
    return value


def _needed(row: Object, field: str, where: str) -> str:
    value = _text(row, field, where)
    if value is None:
        raise ModelError(f"{where}.{field} missing; write text")
    return value


def _list(row: Object, field: str, where: str = "") -> list[object]:
    value = row.get(field, [])
    if not isinstance(value, list):
        raise ModelError(f"{where and where + '.'}{field} is {value!r}; write a list")
    return value
