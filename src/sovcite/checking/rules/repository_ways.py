"""One repository named in several ways.

What: The manuscript names a repository now one way, now another.

Why: A reader takes GARF and GA RF for two archives, and an index will make two entries of them. The way
that the manuscript uses most is offered. No fault: the full name where the repository is first
mentioned or in the text itself, the full name with the abbreviation in brackets, the name in another
script, and a former name, which may be meant.

Example: GARF (footnote 3), GA RF (footnote 7)

Use instead: GARF throughout

Source: custom of the journals; the names and former names in the table of repositories.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from sovcite.checking.nearness import is_variant, letters_of
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.grammar.folding import fold
from sovcite.model import Edit, Fix, Part, Repository


@frozen
class _Naming:
    """One place where a repository is named: the words, and whether they are its full name."""

    note: int
    part: Part
    words: str
    is_full: bool
    in_body: bool

    @property
    def way(self) -> str:
        """What is compared: letters that look alike are another rule's matter."""
        return fold(self.words)


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the places that differ from the way of the majority, repository by repository."""
    for namings in _by_repository(survey).values():
        counts = Counter(naming.way for naming in namings if not naming.is_full)
        if not counts:
            continue
        usual_way, number = counts.most_common(1)[0]
        usual = next(naming.words for naming in namings if naming.way == usual_way)
        for place, naming in enumerate(namings):
            if naming.way == usual_way or (naming.is_full and (place == 0 or naming.in_body)):
                continue
            ways = len({one.way for one in namings})
            words = {"count": ways, "words": quote(naming.words), "usual": quote(usual), "times": number}
            yield Finding(
                note=naming.note,
                start=naming.part.start,
                end=naming.part.end,
                say="ways",
                words=words,
                severity="info" if naming.is_full else None,
                fix=Fix(edits=(Edit(start=naming.part.start, end=naming.part.end, new=usual),), safety="ask"),
            )


def _by_repository(survey: Survey) -> dict[tuple[str, bool], list[_Naming]]:
    """Gather the places by repository and script; what may well differ is left out."""
    gathered: dict[tuple[str, bool], list[_Naming]] = {}
    for mention in survey.mentions:
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or name.id is None or part is None:
            continue
        words = " ".join(survey.text(mention)[part.start : part.end].split()).rstrip(" .,;:")
        row = repository(name.id)
        is_full = _is_full(row, words)
        if is_full or _is_short(row, words):
            in_body = survey.notes[mention.note].kind == "body"
            naming = _Naming(mention.note, part, words, is_full, in_body)
            gathered.setdefault((row.id, _is_cyrillic(words)), []).append(naming)
    return gathered


def _is_full(row: Repository, words: str) -> bool:
    """Say whether the words are a full name of the repository as it is called now."""
    names = (row.name, row.name_latin, row.name_english)
    return not _is_abbreviation(row, words) and letters_of(words) in (
        letters_of(name or "") for name in names
    )


def _is_short(row: Repository, words: str) -> bool:
    """Say whether the words are a way to write the abbreviation of the repository, and no former one."""
    if _is_abbreviation(row, words):
        return True
    former = (name for one in row.former for name in (one.cyrillic, one.latin) if name)
    if "(" in words or any(is_variant(words, name) for name in former):
        return False
    return any(is_variant(words, name) for name in (row.cyrillic, row.latin) if name)


def _is_abbreviation(row: Repository, words: str) -> bool:
    return letters_of(words) in (letters_of(row.cyrillic or ""), letters_of(row.latin or ""))


def _is_cyrillic(words: str) -> bool:
    letters = [unicodedata.name(letter, "") for letter in words if letter.isalpha()]
    return sum(name.startswith("CYRILLIC") for name in letters) * 2 > len(letters)
