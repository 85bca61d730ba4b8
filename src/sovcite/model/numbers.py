"""Numbers of fonds, opisi, files and leaves: strings, ordered as an archivist shelves them.

"2v", "R-5446", "06" and "12/3" are names, not quantities: none of them ever becomes an integer
except to be put in order.
"""

from __future__ import annotations

import re

NaturalKey = tuple[tuple[tuple[int, int, str], ...], str]

_PIECES = re.compile(r"([0-9]+)|([^0-9]+)")


def natural_key(number: str | None) -> NaturalKey:
    """Order a number as people do: absent first, then 9 < 10 < 10a; equal only if equal letter by letter.

    >>> sorted(["10a", "9", "10", "R-5446", "06"], key=natural_key)
    ['06', '9', '10', '10a', 'R-5446']
    """
    if number is None:
        return ((), "")
    pieces = tuple(
        (0, int(digits), "") if digits else (1, 0, letters) for digits, letters in _PIECES.findall(number)
    )
    return (((0, 0, ""), *pieces), number)
