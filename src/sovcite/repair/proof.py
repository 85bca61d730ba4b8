"""The proof that a repair changes no citation, for one note; checking/proof.py holds what the same means."""

from __future__ import annotations

from sovcite.checking.proof import digits, read_alike
from sovcite.model import Note

# so that a short form in the note has something to mean
_BEFORE = Note(text="ГАРФ. Ф. 1. Оп. 1. Д. 1. Л. 1.")


def same_citations(before: str, after: str) -> bool:
    """Say whether the citations that are read in a note are the same before and after, and so are its digits.

    >>> same_citations("RGASPI f. 17 op. 21 d. 3075l. 21.", "RGASPI f. 17 op. 21 d. 3075 l. 21.")
    True
    >>> same_citations("RGASPI f. 17 op. 21 d. 3075", "RGASPI f. 17 op. 21 l. 3075")
    False
    >>> same_citations("Там же. Л. 5 7.", "Там же. Л. 5, 7."), same_citations("Там же. Л. 5 7.", "Там же. Л. 57.")
    (True, False)
    """
    old, new = (_BEFORE, Note(text=before)), (_BEFORE, Note(text=after))
    return digits(before) == digits(after) and read_alike(old, new, {}, "lenient")
