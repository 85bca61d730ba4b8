"""Designators of two scripts in one citation.

What: One citation has some of its designators in Cyrillic and some in Latin letters.

Why: It comes from retyping half a citation; an index or a search takes the two for different things. A single
letter that looks the same in both scripts is left alone.

Example: РГАСПИ, f. 17, оп. 3, d. 5

Use instead: РГАСПИ, ф. 17, оп. 3, д. 5

Source: custom of the journals; ALA-LC Romanization Tables (2012) for the letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from sovcite.checking.alike import faults
from sovcite.checking.places import Word, designators
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import TO_CYRILLIC, TO_LATIN, script_of
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix, Mention

_PAIRS = (
    ("ф", "f"), ("оп", "op"), ("д", "d"), ("л", "l"), ("лл", "ll"), ("ед. хр", "ed. khr"), ("спр", "spr"),
    ("арк", "ark"), ("фонд", "fond"), ("опись", "opis"), ("дело", "delo"), ("лист", "list"),
)  # fmt: skip
_OTHER = {**dict(_PAIRS), **{latin: cyrillic for cyrillic, latin in _PAIRS}}


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the designators of each citation that has both kinds."""
    return faults(survey, _faults)


def _faults(mention: Mention, text: str) -> Iterator[Finding]:
    sure = [word for word in designators(mention, text) if not _looks_the_same(word.text)]
    cyrillic = [word for word in sure if script_of(word.text) == "cyrillic"]
    latin = [word for word in sure if script_of(word.text) == "latin"]
    if not cyrillic or not latin:
        return
    few, many = (cyrillic, latin) if len(cyrillic) < len(latin) else (latin, cyrillic)
    if len(few) == len(many):
        name = part_of(mention, "repository")
        script = script_of(text[name.start : name.end]) if name else script_of(sure[0].text)
        few, many = (latin, cyrillic) if script == "cyrillic" else (cyrillic, latin)
    for word in few:
        yield _finding(word, many)


def _finding(word: Word, many: list[Word]) -> Finding:
    right = _translated(word.text)
    words = {
        "words": quote(word.text),
        "others": ", ".join(quote(one.text) for one in many),
        "usual": quote(right) if right else "all in one script",
    }
    edits = (Edit(start=word.start, end=word.end, new=right),) if right else ()
    fix = Fix(edits=edits, safety="safe") if edits else None
    return Finding(note=word.mention.note, start=word.start, end=word.end, words=words, fix=fix)


def _looks_the_same(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return all(letter in TO_LATIN or letter in TO_CYRILLIC for letter in letters)


def _translated(word: str) -> str | None:
    bare = word.rstrip(".")
    other = _OTHER.get(bare.lower())
    if other is None:
        return None
    return (other.capitalize() if bare[0].isupper() else other) + word[len(bare) :]
