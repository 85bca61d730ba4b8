"""The proof that a repair changes no citation: the note is read before and after."""

from __future__ import annotations

from sovcite.model import Citation
from sovcite.resolution import find_all


def digits(text: str) -> str:
    """Give the digits of a text in order: no repair may change them unasked.

    >>> digits("ll. 13 33")
    '1333'
    """
    return "".join(letter for letter in text if letter.isdigit())


def same_citations(before: str, after: str) -> bool:
    """Say whether the citations that are read in a note are the same before and after, and so are its digits.

    >>> same_citations("RGASPI f. 17 op. 21 d. 3075l. 21.", "RGASPI f. 17 op. 21 d. 3075 l. 21.")
    True
    >>> same_citations("RGASPI f. 17 op. 21 d. 3075", "RGASPI f. 17 op. 21 l. 3075")
    False
    """
    return digits(before) == digits(after) and _citations(before) == _citations(after)


def _citations(text: str) -> list[Citation]:
    mentions, _ = find_all(text, "lenient")
    return [mention.citation for mention in mentions]
