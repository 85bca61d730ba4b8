"""One string → a citation; running text → what looks like a reference, with its place."""

from sovcite.reading.parsing import parse, parse_mention

__all__ = ["parse", "parse_mention"]
