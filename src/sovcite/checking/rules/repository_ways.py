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
from sovcite.checking.survey import Alike, Survey, part_of
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.grammar.folding import fold
from sovcite.model import Edit, Fix, Repository


@frozen
class _Naming:
    """A name in citations of one dress: the words, and whether they are the repository's full name."""

    alike: Alike
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
        counts: Counter[str] = Counter()
        for naming in namings:
            counts[naming.way] += 0 if naming.is_full else len(naming.alike)
        usual_way, number = counts.most_common(1)[0]
        if not number:
            continue
        usual = next(naming.words for naming in namings if naming.way == usual_way)
        for naming in namings:
            if naming.way == usual_way or (naming.is_full and naming.in_body):
                continue
            words = {"count": len(counts), "words": quote(naming.words), "usual": quote(usual), "times": number}
            # the full name may stand where the repository is named first
            for mention in naming.alike[naming.is_full and naming is namings[0] :]:
                part = part_of(mention, "repository")
                assert part is not None
                yield Finding(
                    note=mention.note,
                    start=part.start,
                    end=part.end,
                    say="ways",
                    words=words,
                    severity="info" if naming.is_full else None,
                    fix=Fix(edits=(Edit(start=part.start, end=part.end, new=usual),), safety="ask"),
                )


def _by_repository(survey: Survey) -> dict[tuple[str, bool], list[_Naming]]:
    """Gather the names by repository and script; what may well differ is left out."""
    gathered: dict[tuple[str, bool], list[_Naming]] = {}
    for alike in survey.dresses:
        name, part = alike[0].citation.repository, part_of(alike[0], "repository")
        if name is None or name.id is None or part is None:
            continue
        words = " ".join(survey.text(alike[0])[part.start : part.end].split()).rstrip(" .,;:")
        row = repository(name.id)
        is_full = _is_full(row, words)
        if is_full or _is_short(row, words):
            in_body = survey.notes[alike[0].note].kind == "body"
            naming = _Naming(alike, words, is_full, in_body)
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
