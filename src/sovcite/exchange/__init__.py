"""Citations as JSON: the lines of the machine interface, and whole citations there and back."""

from sovcite.exchange.citations import from_json, to_json
from sovcite.exchange.records import (
    SCHEMA,
    citation_record,
    error_record,
    finding_record,
    line_record,
    mention_record,
)

__all__ = [
    "SCHEMA", "citation_record", "error_record", "finding_record", "from_json", "line_record",
    "mention_record", "to_json",
]  # fmt: skip
