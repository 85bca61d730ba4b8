"""Former name beside the present one.

What: A repository is cited under a name that it bore before, and under its present one elsewhere.

Why: A reader takes TsPA IML and RGASPI for two archives. Where the files were read under the old name, that
should be said once. A manuscript that keeps to the old name throughout is no fault, nor is the old name in
brackets beside the new one. Said once a name.

Example: ЦПА ИМЛ. Ф. 17. Оп. 3. Д. 746 (footnote 1), РГАСПИ. Ф. 17. Оп. 3. Д. 747 (footnote 2)

Use instead: РГАСПИ. Ф. 17. Оп. 3. Д. 746; РГАСПИ. Ф. 17. Оп. 3. Д. 747

Source: the former names in the table of repositories.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sovcite.checking.nearness import letters_of
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey, part_of
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.data.rows import own_names_of
from sovcite.model import Part


@frozen
class _Naming:
    note: int
    part: Part
    words: str


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the names of each repository in two heaps, present and former, script by script."""
    present: dict[tuple[str, str], list[_Naming]] = {}
    former: dict[tuple[str, str], list[_Naming]] = {}
    for mention in survey.mentions:
        name, part = mention.citation.repository, part_of(mention, "repository")
        if name is None or name.id is None or part is None:
            continue
        words = survey.text(mention)[part.start : part.end].rstrip(" .,;:")
        row = repository(name.id)
        olds = (name for one in row.former for name in (one.cyrillic, one.latin, one.name) if name)
        if letters_of(words) in {letters_of(own) for own in own_names_of(row)}:
            present.setdefault((row.id, script_of(words)), []).append(_Naming(mention.note, part, words))
        elif letters_of(words) in {letters_of(old) for old in olds}:
            former.setdefault((row.id, script_of(words)), []).append(_Naming(mention.note, part, words))
    for key, namings in former.items():
        usual = present.get(key, [])
        first = {" ".join(naming.words.split()): naming for naming in reversed(namings)}
        for naming in sorted(first.values(), key=lambda one: (one.note, one.part.start)) if usual else ():
            said = {"words": quote(naming.words), "present": quote(usual[0].words), "times": len(usual)}
            yield Finding(note=naming.note, start=naming.part.start, end=naming.part.end, words=said)
