"""A column of texts in a Spark data frame → a data frame of citations, for a corpus beyond one machine.

Needs PySpark 4 and a Java that it runs on (17 or 21): pip install 'sovcite[spark]'. Without it the import raises
MissingExtra. sovcite has to be installed on the workers too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sovcite.frames import Finder, citations_of, finder, schema_of
from sovcite.model.errors import MissingExtra
from sovcite.resolution import Level

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
except ImportError as error:
    raise MissingExtra("sovcite.spark needs PySpark: install sovcite[spark]") from error

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["find_citations"]


def find_citations(
    df: DataFrame,
    text_column: str,
    *,
    keep: Sequence[str] | None = None,
    level: Level = "normal",
    default_repository: str | Sequence[str] = (),
) -> DataFrame:
    """Find the citations of every text of a column: one row a citation, computed when the result is asked for.

    A row has the columns named in keep (all but the text where None) and the fields of docs/interface.md. A text
    without citations has no row; one that cannot be read, a null too, has one row with its error. Each text is read
    for itself. level and default_repository are those of sovcite.find.

    Raises ColumnError where a column is missing, holds no text, or bears a name that the result needs, and DataError
    for a default that no repository has as its id. docs/corpora.md has an example.
    """
    kept = [name for name in df.columns if name != text_column] if keep is None else list(keep)
    made = schema_of(to_arrow_schema(df.schema), text_column, kept)
    # a default that is none is told here and not by each worker
    find = finder(level, default_repository)
    work = partial(_found, text_column=text_column, made=made, find=find)
    return df.mapInArrow(work, from_arrow_schema(made))


def _found(
    batches: Iterable[pa.RecordBatch],
    *,
    text_column: str,
    made: pa.Schema,
    find: Finder,
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield citations_of(batch, text_column, made, find)
