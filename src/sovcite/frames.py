"""A column of texts → a table of citations, as Arrow record batches in and out.

polars, pandas and DuckDB read and give Arrow as it is: docs/corpora.md has a recipe for each. Only one batch is held at
a time, so a corpus may be larger than the memory. Needs pyarrow: pip install 'sovcite[arrow]'. Without it the import
raises MissingExtra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from sovcite.data.authority import repository
from sovcite.exchange import mention_record
from sovcite.model import Mention, SovciteError, Unread
from sovcite.model.errors import MissingExtra
from sovcite.resolution import Level, find_all

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtra("sovcite.frames needs pyarrow: install sovcite[arrow]") from error

__all__ = ["CITATION_FIELDS", "ColumnError", "citations_of", "find_citations", "finder", "schema_of"]

Finder = Callable[[str], tuple[list[Mention], list[Unread]]]
_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())
CITATION_FIELDS = (
    pa.field("start", pa.int64()),
    pa.field("end", pa.int64()),
    pa.field("raw", _TEXT),
    pa.field("kind", _TEXT),
    pa.field("repository", _TEXT),
    pa.field("repository_raw", _TEXT),
    pa.field("fond", _TEXT),
    pa.field("opis", _TEXT),
    pa.field("file", _TEXT),
    pa.field("file_label", _TEXT),
    pa.field("leaves", _TEXTS),
    pa.field("leaf_label", _TEXT),
    pa.field("other", pa.map_(pa.string(), pa.string())),
    pa.field("inherited", _TEXTS),
    pa.field("date", _TEXT),
    pa.field("confidence", _TEXT),
    pa.field("candidates", _TEXTS),
    pa.field("repository_reason", _TEXT),
    # why a row could not be read; all the other fields of a citation are then null
    pa.field("error", _TEXT),
)


class ColumnError(SovciteError, LookupError):
    """A column that a table has not, that holds no text, or whose name is taken."""


def find_citations(
    data: object,
    text_column: str = "text",
    *,
    keep: Sequence[str] = (),
    level: Level = "normal",
    default_repository: str | Sequence[str] = (),
) -> pa.RecordBatchReader:
    """Find the citations of every text of a column: one row a citation, in order, read as the batches come.

    data is whatever gives Arrow (a polars or pandas DataFrame, a DuckDB relation, a pyarrow Table or reader), or an
    iterable of record batches. A row of the result has the number of the text's row from 0 ("row"), the columns named
    in keep, and the fields of docs/interface.md; a text without citations has no row, one that cannot be read has one
    row with its error. Each text is read for itself: Ibid. never refers to another row. level and
    default_repository are those of sovcite.find.

    Raises ColumnError where a column is missing, holds no text, or bears a name that the result needs, and DataError
    for a default that no repository has as its id.

    >>> import pyarrow
    >>> table = pyarrow.table({"id": ["a", "b"], "text": ["no archive", "GARF f. 374 op. 27 d. 1211 ll. 13, 33"]})
    >>> found = find_citations(table, keep=["id"]).read_all()
    >>> found.select(["row", "id", "repository", "file", "leaves"]).to_pylist()
    [{'row': 1, 'id': 'b', 'repository': 'garf', 'file': '1211', 'leaves': ['13', '33']}]
    """
    schema, batches = _opened(data)
    made = schema_of(schema, text_column, keep, with_row=True)
    find = finder(level, default_repository)
    return pa.RecordBatchReader.from_batches(made, _found(batches, text_column, made, find))


def finder(level: Level, default_repository: str | Sequence[str]) -> Finder:
    """Give the function that reads each text; raise DataError at once for a default that is no repository's id."""
    given = (default_repository,) if isinstance(default_repository, str) else tuple(default_repository)
    for id_ in given:
        repository(id_)
    return partial(find_all, level=level, default_repository=given)


def schema_of(given: pa.Schema, text_column: str, keep: Sequence[str], *, with_row: bool = False) -> pa.Schema:
    """Give the columns of the result for those of the table; raise ColumnError where they do not fit."""
    for name in (text_column, *keep):
        if given.get_field_index(name) < 0:
            raise ColumnError(f"no column is called {name!r}, or two are; there are {', '.join(given.names)}")
    kind = given.field(text_column).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise ColumnError(f"column {text_column!r} holds {kind} and no text")
    own = (*((pa.field("row", pa.int64()),) if with_row else ()), *CITATION_FIELDS)
    taken = {field.name for field in own} & set(keep)
    if taken:
        raise ColumnError(f"a column of the result is called {min(taken)!r} too; rename yours or leave it out of keep")
    kept = [pa.field(name, _takable(given.field(name).type)) for name in keep]
    return pa.schema([*((own[0],) if with_row else ()), *kept, *CITATION_FIELDS])


def _takable(kind: pa.DataType) -> pa.DataType:
    """Give the type that rows of a column can be picked in: Arrow has no take for views yet."""
    if pa.types.is_string_view(kind):
        return pa.large_string()
    return pa.large_binary() if pa.types.is_binary_view(kind) else kind


def _opened(data: object) -> tuple[pa.Schema, Iterable[pa.RecordBatch]]:
    if hasattr(data, "__arrow_c_stream__"):
        reader = pa.RecordBatchReader.from_stream(data)
        return reader.schema, reader
    if hasattr(data, "__arrow_c_array__"):
        batch = pa.record_batch(data)
        return batch.schema, (batch,)
    if not isinstance(data, Iterable):
        raise ColumnError(f"a {type(data).__name__} gives no Arrow record batches; give a table or a data frame")
    batches = iter(data)
    first = next(batches, None)
    if not isinstance(first, pa.RecordBatch):
        raise ColumnError("no record batch was given; give a table, or at least one batch to tell the columns by")
    return first.schema, _chained(first, batches)


def _chained(first: pa.RecordBatch, rest: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    yield first
    yield from rest


def _found(
    batches: Iterable[pa.RecordBatch], text_column: str, made: pa.Schema, find: Finder
) -> Iterator[pa.RecordBatch]:
    passed = 0
    for batch in batches:
        yield citations_of(batch, text_column, made, find, passed)
        passed += batch.num_rows


def citations_of(
    batch: pa.RecordBatch, text_column: str, made: pa.Schema, find: Finder, passed: int = 0
) -> pa.RecordBatch:
    """Give the citations of one batch under the schema made; passed is the number of rows before it."""
    places: list[int] = []
    records: list[Mapping[str, object]] = []
    for place, text in enumerate(batch.column(text_column)):
        for record in _records(text, find):
            places.append(place)
            records.append(record)
    rows = pa.array(places, pa.int64())
    columns: list[pa.Array] = []
    own = {field.name for field in CITATION_FIELDS}
    for field in made:
        if field.name in own:
            columns.append(pa.array([_value(record.get(field.name)) for record in records], field.type))
        elif field.name == "row":
            columns.append(pa.array([passed + place for place in places], pa.int64()))
        else:
            columns.append(batch.column(field.name).cast(field.type).take(rows))
    return pa.RecordBatch.from_arrays(columns, schema=made)


def _records(text: pa.Scalar, find: Finder) -> list[Mapping[str, object]]:
    if not text.is_valid:
        return [{"error": "no text: the row is null"}]
    try:
        mentions, _ = find(text.as_py())
    except UnicodeDecodeError:
        # Arrow does not look at the bytes that it is given for a text
        return [{"error": "not UTF-8; write the text as UTF-8"}]
    except SovciteError as failure:
        return [{"error": str(failure).partition("\n")[0]}]
    return [mention_record(mention) for mention in mentions]


def _value(value: object) -> object:
    """Give a value of a record as Arrow takes it: the units by name as pairs."""
    return list(value.items()) if isinstance(value, dict) else value
