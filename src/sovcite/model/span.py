"""A place in a text, counted in code points."""

from __future__ import annotations

from attrs import frozen


@frozen(order=True)
class Span:
    """From start (included) to end (excluded), in code points of the text that was given in."""

    start: int
    end: int
