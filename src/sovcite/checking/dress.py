"""The dress of a citation: all that is printed in it but for the numbers themselves, so that each is judged once.

A manuscript of thousands of citations has few dresses. What depends on nothing but words, stops and blanks is looked
at in the first citation of a dress, and in the others only where it is a fault there.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

from sovcite.model import Mention, Note

_DIGITS = re.compile("[0-9]+")
# parts that are words, not numbers
_WORDS = frozenset(("repository", "short"))


def dress_of(mention: Mention, note: Note) -> Hashable:
    """Give what two citations of one dress have in common.

    That is: the kinds of note and of citation, how sure it is, what was taken over, the archive, what its file is
    called, its other units, whether it has several leaves and what they are called, and of each part its kind, what
    stands before it, its words, and its number with every row of digits as one.

    >>> from sovcite.resolution import find
    >>> notes = [Note(text=text) for text in ("ГАРФ. Ф. Р-374. Оп. 27", "ГАРФ. Ф. Р-5. Оп. 1", "ГАРФ. Ф. 5. Оп. 1")]
    >>> one, same, other = (dress_of(find(note.text)[0], note) for note in notes)
    >>> one == same, one == other
    (True, False)
    """
    text, cited, parts = note.text, mention.citation, mention.parts
    name, leaves = cited.repository, cited.leaves
    dress: list[Hashable] = [
        note.kind, mention.kind, mention.confidence, mention.inherited,
        name and (name.id or name.candidates), name and name.written,
        cited.file_label, cited.units and tuple(unit.kind for unit in cited.units),
        (leaves[0].unit, len(leaves) > 1, leaves[0].last is None) if leaves else None,
    ]  # fmt: skip
    at = parts[0].start if parts else 0
    if parts and parts[0].label_end > at:
        dress.append(text[:at].rstrip()[-1:])
    for part in parts:
        start, label_end, end = part.start, part.label_end, part.end
        dress += (part.kind, text[at:start], start - at < 0)
        if part.kind in _WORDS:
            dress += (label_end - start, text[start:end])
        else:
            number = text[label_end:end]
            plain = number.isdigit() and number.isascii()
            dress += (text[start:label_end], "0" if plain else _DIGITS.sub("0", number))
        at = end
    return tuple(dress)
