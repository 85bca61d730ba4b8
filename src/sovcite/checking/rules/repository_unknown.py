"""Repository unknown.

What: The repository of a citation is not in the table of repositories.

Why: Mostly the archive is a small one, and the finding is only a hint, given once a name. Where one
letter parts the name from one that the manuscript itself uses elsewhere, or from a federal archive, it
is probably a slip.

Example: RGASPY, f. 17, op. 3, d. 746, l. 2

Use instead: RGASPI, f. 17, op. 3, d. 746, l. 2

Source: the table of repositories, each row with its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from sovcite.checking.nearness import letters_of, one_edit_apart
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey, in_order, part_of
from sovcite.checking.wording import quote
from sovcite.data.authority import all_repositories
from sovcite.data.rows import names_of
from sovcite.model import Edit, Fix, Mention, RepositoryName

# shorter abbreviations have too many true neighbours: ГАКО, ГАНО, ГАСО, ГАТО are four archives
_SHORTEST = 5


@frozen
class _Known:
    """A name of the table, and whether one letter beside it is a slip rather than another archive."""

    printed: str
    id: str
    outstanding: bool


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each name that no row of the table has, where it stands first."""
    names = (alike[0].citation.repository for alike in survey.dresses)
    cited_ids = {name.id for name in names if name}
    seen: set[str] = set()
    unknown = (alike for alike in survey.dresses if _is_unknown(alike[0].citation.repository))
    for mention in in_order(unknown):
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or part is None or mention.confidence != "certain":
            continue
        near = nearest(name.written)
        if near is not None and _is_slip(name.written, near, cited_ids):
            words = {"words": quote(name.written), "near": quote(near.printed)}
            fix = Fix(edits=(Edit(start=part.start, end=part.end, new=near.printed),), safety="ask")
            yield Finding(
                note=mention.note,
                start=part.start,
                end=part.end,
                say="slip",
                words=words,
                severity="warning",
                fix=fix,
            )
        elif name.folded not in seen:
            seen.add(name.folded)
            yield _hint(mention, part.start, part.end, name.written, near)


def _is_unknown(name: RepositoryName | None) -> bool:
    return name is not None and not name.id and not name.candidates


def _is_slip(written: str, near: _Known, cited_ids: set[str | None]) -> bool:
    """Say whether another archive is out of the question; a first letter mostly tells archives apart."""
    same_start = letters_of(written)[0] == letters_of(near.printed)[0]
    return same_start and (near.outstanding or near.id in cited_ids)


def _hint(mention: Mention, start: int, end: int, written: str, near: _Known | None) -> Finding:
    words = {"words": quote(written), "near": quote(near.printed) if near else ""}
    return Finding(note=mention.note, start=start, end=end, say="near" if near else "fault", words=words)


@lru_cache(maxsize=4096)
def nearest(written: str) -> _Known | None:
    """Give the one known name that is a single letter away in the same script, if there is just one archive.

    >>> found = nearest("RGASPY")
    >>> found and found.printed
    'RGASPI'
    >>> nearest("АГЦТМ") is None
    True
    """
    wanted = letters_of(written)
    if len(wanted) < _SHORTEST:
        return None
    near = [
        known
        for length in (len(wanted) - 1, len(wanted), len(wanted) + 1)
        for name, known in _names().get(length, {}).items()
        if one_edit_apart(wanted, name)
    ]
    return near[0] if len({known.id for known in near}) == 1 else None


@cache
def _names() -> dict[int, dict[str, _Known]]:
    """Order the names of the table by their length in letters."""
    by_length: dict[int, dict[str, _Known]] = {}
    for row in all_repositories():
        current = (row.cyrillic, row.latin)
        for printed in names_of(row):
            folded = letters_of(printed or "")
            if len(folded) >= _SHORTEST:
                known = _Known(printed, row.id, row.kind == "federal" and printed in current)
                by_length.setdefault(len(folded), {}).setdefault(folded, known)
    return by_length
