"""Citations to JSON and back, and what is said of JSON that is no citation."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.exchange import from_json, to_json
from sovcite.model import (
    UNIT_KINDS,
    Citation,
    Leaf,
    LeafRange,
    ModelError,
    RepositoryName,
    SovciteError,
    Unit,
)

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_maybe = st.none() | _texts
_leaves = st.builds(Leaf, number=_texts, side=st.sampled_from([None, "recto", "verso"]))
_citations = st.builds(
    Citation,
    repository=st.none()
    | st.builds(
        RepositoryName,
        written=_texts,
        id=_maybe,
        candidates=st.lists(_texts, max_size=2).map(tuple),
        reason=_maybe,
    ),
    fond=_maybe,
    opis=_maybe,
    file=_maybe,
    file_label=_maybe,
    units=st.lists(st.builds(Unit, kind=st.sampled_from(UNIT_KINDS), number=_texts), max_size=3).map(tuple),
    leaves=st.lists(
        st.builds(
            LeafRange,
            first=_leaves,
            last=st.none() | _leaves,
            unit=st.sampled_from(["leaf", "page", "column"]),
        ),
        max_size=2,
    ).map(tuple),
    date=_maybe,
)


@given(_citations)
def test_there_and_back(citation: Citation) -> None:
    written = to_json(citation)
    assert "\n" not in written
    back = from_json(written)
    assert back == citation
    # what equality passes over comes back too
    assert back.file_label == citation.file_label
    if citation.repository and back.repository:
        assert back.repository.written == citation.repository.written
        assert back.repository.candidates == citation.repository.candidates
        assert back.repository.reason == citation.repository.reason


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ("", "not JSON; write one object as to_json does"),
        ("{'schema': 1}", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", r"citation is \[1\]; write an object"),
        ("{}", "schema is None; this version reads schema 1"),
        ('{"schema": 2}', "schema is 2; this version reads schema 1"),
        ('{"schema": true}', "schema is True"),
        (
            '{"schema": 1, "colour": "red"}',
            "citation has no field 'colour'; the fields are schema, repository",
        ),
        ('{"schema": 1, "fond": 17}', "fond is 17; write text or null"),
        ('{"schema": 1, "date": ["1937"]}', r"date is \['1937'\]; write text or null"),
        ('{"schema": 1, "repository": "garf"}', "repository is 'garf'; write an object"),
        ('{"schema": 1, "repository": {"id": "garf"}}', "repository.written missing; write text"),
        (
            '{"schema": 1, "repository": {"written": "ГАРФ", "id": 5}}',
            "repository.id is 5; write text or null",
        ),
        (
            '{"schema": 1, "repository": {"written": "ГАРФ", "candidates": [5]}}',
            r"repository.candidates\[0\] is 5",
        ),
        ('{"schema": 1, "units": {}}', "units is {}; write a list"),
        (
            '{"schema": 1, "units": [{"kind": "tom", "number": "1"}]}',
            r"units\[0\].kind is 'tom'; the units are",
        ),
        ('{"schema": 1, "units": [{"kind": "volume"}]}', r"units\[0\].number missing"),
        ('{"schema": 1, "units": [{"kind": [], "number": "1"}]}', r"units\[0\].kind is \[\]"),
        ('{"schema": 1, "leaves": ["13"]}', r"leaves\[0\] is '13'; write an object"),
        ('{"schema": 1, "leaves": [{}]}', r"leaves\[0\].first is None; write an object"),
        (
            '{"schema": 1, "leaves": [{"first": {"number": "5", "side": "ob"}}]}',
            r"leaves\[0\].first.side is 'ob'",
        ),
        (
            '{"schema": 1, "leaves": [{"first": {"number": "5"}, "unit": "folio"}]}',
            r"leaves\[0\].unit is 'folio'",
        ),
        (
            '{"schema": 1, "leaves": [{"first": {"number": "5"}, "last": {}}]}',
            r"leaves\[0\].last.number missing",
        ),
    ],
)
def test_what_is_no_citation(given_: str, message: str) -> None:
    with pytest.raises(ModelError, match=f"^{message}"):
        from_json(given_)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["schema", "repository", "written", "fond", "units", "kind", "leaves", "first"]),
            inner,
        )
    ),
    max_leaves=8,
)


@given(_json | st.dictionaries(st.sampled_from(["repository", "units", "leaves", "fond"]), _json))
def test_any_json_ends_in_a_citation_or_an_error(value: object) -> None:
    text = json.dumps({"schema": 1, **value} if isinstance(value, dict) else value)
    try:
        citation = from_json(text)
    except SovciteError:
        return
    assert from_json(to_json(citation)) == citation
