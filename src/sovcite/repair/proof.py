"""The proof that a repair changes no citation: the note is read before and after."""

from __future__ import annotations

from sovcite.model import Citation, Note
from sovcite.resolution import survey

# so that a short form in the note has something to mean
_BEFORE = Note(text="ГАРФ. Ф. 1. Оп. 1. Д. 1. Л. 1.")


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
    >>> same_citations("Там же. Л. 5 7.", "Там же. Л. 5, 7."), same_citations("Там же. Л. 5 7.", "Там же. Л. 57.")
    (True, False)
    """
    return digits(before) == digits(after) and _citations(before) == _citations(after)


def _citations(text: str) -> list[Citation]:
    mentions, _ = survey((_BEFORE, Note(text=text)), "lenient")
    return [mention.citation for mention in mentions if mention.note == 1]
