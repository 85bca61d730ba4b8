"""The lines of the machine interface, held against their schemas; a field more or less is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from sovcite import find
from sovcite.data.authority import DATA_VERSION, repositories
from sovcite.exchange import (
    citation_record,
    error_record,
    finding_record,
    line_record,
    mention_record,
    to_json,
)
from sovcite.exchange.repository_rows import repositories_record
from sovcite.model import (
    UNIT_KINDS,
    Citation,
    Diagnostic,
    LeafRange,
    Mention,
    RepositoryName,
    Unit,
    Unread,
)

_FOLDER = Path(__file__).parents[2] / "docs" / "schema"
_SCHEMAS = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in _FOLDER.glob("*.json")}
_REGISTRY: Registry = Registry().with_resources(
    [(name, Resource.from_contents(schema)) for name, schema in _SCHEMAS.items()]
)

_RAW = "ГА РФ. Ф. Р-5446. Оп. 1. Д. 2. Т. 1. Л. 5об., 7–8"
FULL = Mention(
    citation=Citation(
        repository=RepositoryName(written="ГА РФ", id="garf"),
        fond="R-5446",
        opis="1",
        file="2",
        file_label="delo",
        units=(Unit(kind="volume", number="1"),),
        leaves=(LeafRange.from_string("5ob"), LeafRange.from_string("7-8")),
    ),
    start=0,
    end=len(_RAW),
    raw=_RAW,
)
AMBIGUOUS = Mention(
    citation=Citation(
        repository=RepositoryName(written="НА РБ", candidates=("narb", "garb-buriatiia")), fond="1"
    ),
    start=3,
    end=14,
    raw="НА РБ. Ф. 1",
    confidence="probable",
)
SHORT = Mention(
    citation=Citation(
        file="9", units=(Unit(kind="part", number="1"), Unit(kind="part", number="2")), date="1937"
    ),
    start=0,
    end=4,
    raw="д. 9",
    kind="short",
    inherited=("fond", "opis"),
)
FINDING = Diagnostic(
    code="C201", severity="warning", message="leaf range reversed", note=0, start=1, end=6, raw="47-42"
)

RECORDS = [
    ("mention.json", mention_record(FULL)),
    ("mention.json", mention_record(AMBIGUOUS)),
    ("mention.json", mention_record(SHORT)),
    ("citation-line.json", citation_record("ch.docx", "footnote 41", FULL)),
    ("citation-line.json", citation_record("-", "note 3", AMBIGUOUS)),
    ("find-line.json", line_record("a7", [FULL, AMBIGUOUS, SHORT])),
    (
        "find-line.json",
        line_record({"any": 1}, [], [Unread(start=0, end=5, raw="Ф. 17", reason="no archive")]),
    ),
    ("error-line.json", error_record(None, "line 2: not UTF-8; write the line as UTF-8")),
    ("finding-line.json", finding_record("ch.docx", "footnote 41", FINDING)),
    ("citation.json", json.loads(to_json(FULL.citation))),
    ("citation.json", json.loads(to_json(Citation()))),
    ("repositories.json", repositories_record("ЦПА ИМЛ", repositories("ЦПА ИМЛ"))),
    ("repositories.json", repositories_record(None, repositories())),
    ("repositories.json", repositories_record("ГАБО", repositories("ГАБО"), "'ГАБО' is borne by two")),
    ("repositories.json", repositories_record("РЦХИДНЫ", (), nearest=("РЦХИДНИ",))),
]


def _check(schema: str, record: object) -> None:
    Draft202012Validator(_SCHEMAS[schema], registry=_REGISTRY).validate(json.loads(json.dumps(record)))


def test_every_schema_is_one_and_has_records() -> None:
    assert _SCHEMAS.keys() == {schema for schema, _ in RECORDS}
    for schema in _SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("schema", "record"), RECORDS)
def test_records_fit_their_schemas(schema: str, record) -> None:
    _check(schema, record)


@pytest.mark.parametrize(("schema", "record"), RECORDS)
def test_an_unexpected_field_is_refused(schema: str, record) -> None:
    with pytest.raises(ValidationError):
        _check(schema, {**record, "colour": "red"})


@pytest.mark.parametrize(("schema", "record"), [row for row in RECORDS if row[0] != "citation.json"])
def test_a_missing_field_is_refused(schema: str, record) -> None:
    for field in record.keys() - {"candidates", "repository_reason"}:
        with pytest.raises(ValidationError):
            _check(schema, {key: value for key, value in record.items() if key != field})


def _changed(record, path: str, value: object):
    copy = json.loads(json.dumps(record))
    *way, last = path.split(".")
    inner = copy
    for step in way:
        inner = inner[int(step) if step.isdigit() else step]
    inner[last] = value
    return copy


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("citations.0.colour", "red"),
        ("citations.0.other.colour", "red"),
        ("citations.0.fond", 17),
        ("citations.0.kind", "half"),
        ("citations.0.leaves", "13"),
        ("citations.0.leaf_label", "list"),
        ("citations.0.inherited", ["archive"]),
        ("citations.1.candidates", []),
        ("schema", 2),
        ("data_version", "today"),
    ],
)
def test_a_wrong_value_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        _check("find-line.json", _changed(line_record("a7", [FULL, AMBIGUOUS]), path, value))


def test_the_kinds_of_units_are_those_of_the_model() -> None:
    assert set(_SCHEMAS["mention.json"]["$defs"]["mention"]["properties"]["other"]["properties"]) == set(
        UNIT_KINDS
    )
    assert set(
        _SCHEMAS["citation.json"]["properties"]["units"]["items"]["properties"]["kind"]["enum"]
    ) == set(UNIT_KINDS)


def test_a_full_citation() -> None:
    assert mention_record(FULL) == {
        "schema": 1,
        "data_version": DATA_VERSION,
        "start": 0,
        "end": len(_RAW),
        "raw": _RAW,
        "kind": "full",
        "repository": "garf",
        "repository_raw": "ГА РФ",
        "fond": "R-5446",
        "opis": "1",
        "file": "2",
        "file_label": "delo",
        "leaves": ["5ob", "7-8"],
        "leaf_label": "leaf",
        "other": {"volume": "1"},
        "inherited": [],
        "date": None,
        "confidence": "certain",
    }


def test_an_ambiguous_name_has_candidates() -> None:
    record = mention_record(AMBIGUOUS)
    assert (record["repository"], record["repository_raw"]) == (None, "НА РБ")
    assert record["candidates"] == ["narb", "garb-buriatiia"]
    said = "'НА РБ' is borne by NARB (Minsk), and can stand for GARB (Ulan-Ude): "
    assert str(record["repository_reason"]).startswith(said)
    assert "repository_reason" not in mention_record(FULL)


def test_what_context_decided_says_by_what() -> None:
    (mention,) = find("НА РБ (Минск). Ф. 4п. Оп. 1. Д. 2.")
    record = mention_record(mention)
    assert (record["repository"], record["confidence"]) == ("narb", "probable")
    assert record["repository_reason"] == "'НА РБ' is taken for NARB (Minsk): 'Минск' stands beside it"
    assert "candidates" not in record
    _check("mention.json", record)


def test_candidates_that_are_in_no_table_are_shown_by_their_ids() -> None:
    name = RepositoryName(written="XYZ", candidates=("one", "two"))
    record = mention_record(Mention(citation=Citation(repository=name, fond="1"), start=0, end=3, raw="XYZ"))
    assert record["repository_reason"] == "'XYZ' can stand for one or two"


def test_what_is_not_stated_is_null() -> None:
    record = mention_record(SHORT)
    assert (record["repository"], record["repository_raw"], record["fond"]) == (None, None, None)
    assert (record["leaves"], record["leaf_label"], record["date"]) == ([], None, "1937")
    assert record["inherited"] == ["fond", "opis"]
    # a kind that comes twice
    assert record["other"] == {"part": "1, 2"}


@pytest.mark.parametrize(
    ("make", "first"),
    [
        (lambda: mention_record(FULL), ["schema", "data_version"]),
        (lambda: citation_record("ch.docx", "note 1", FULL), ["schema", "data_version", "source", "note"]),
        (lambda: line_record("a7", []), ["schema", "data_version", "id", "citations", "unknown"]),
    ],
)
def test_what_comes_first_in_a_line(make: Callable[[], dict[str, object]], first: list[str]) -> None:
    assert list(make())[: len(first)] == first
