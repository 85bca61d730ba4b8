"""Citations of many files as one Parquet file on standard output: the columns of sovcite.frames, and their places."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sovcite.cli.failing import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

# so many rows are held before they are written
_A_GROUP = 50_000


class ParquetOutput:
    """Takes records one after the other and writes them in groups; where names the columns of their places."""

    def __init__(self, *where: str) -> None:
        """Open standard output; raise Failure where it is a terminal, ImportError without pyarrow."""
        if sys.stdout.isatty():
            raise Failure("parquet is not for a terminal; write it to a file: > citations.parquet")
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        from sovcite.frames import CITATION_FIELDS

        self._schema = pa.schema([*(pa.field(name, pa.string()) for name in where), *CITATION_FIELDS])
        self._writer = ParquetWriter(sys.stdout.buffer, self._schema)
        self._rows: list[Mapping[str, object]] = []

    def add(self, record: Mapping[str, object]) -> None:
        """Take one record; what is no column is left out."""
        self._rows.append(record)
        if len(self._rows) >= _A_GROUP:
            self._write()

    def _write(self) -> None:
        from sovcite.frames import batch_of

        self._writer.write_batch(batch_of(self._rows, self._schema))
        self._rows.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._write()
            self._writer.close()
