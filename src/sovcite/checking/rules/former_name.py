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

from sovcite.checking.nearness import letters_of
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Alike, Survey, part_of
from sovcite.checking.wording import quote
from sovcite.data.authority import repository
from sovcite.data.rows import own_names_of
from sovcite.model import Mention

# the words of a name and the citations in one dress that have them
_Namings = list[tuple[str, Alike]]


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the names of each repository in two heaps, present and former, script by script."""
    present: dict[tuple[str, str], _Namings] = {}
    former: dict[tuple[str, str], _Namings] = {}
    for alike in survey.dresses:
        name, part = alike[0].citation.repository, part_of(alike[0], "repository")
        if name is None or name.id is None or part is None:
            continue
        words = survey.text(alike[0])[part.start : part.end].rstrip(" .,;:")
        row = repository(name.id)
        olds = (name for one in row.former for name in (one.cyrillic, one.latin, one.name) if name)
        if letters_of(words) in {letters_of(own) for own in own_names_of(row)}:
            present.setdefault((row.id, script_of(words)), []).append((words, alike))
        elif letters_of(words) in {letters_of(old) for old in olds}:
            former.setdefault((row.id, script_of(words)), []).append((words, alike))
    for key, namings in former.items():
        usual = present.get(key)
        if not usual:
            continue
        first: dict[str, tuple[str, Mention]] = {}
        for words, alike in namings:
            first.setdefault(" ".join(words.split()), (words, alike[0]))
        times = sum(len(alike) for _, alike in usual)
        for words, mention in first.values():
            part = part_of(mention, "repository")
            assert part is not None
            said = {"words": quote(words), "present": quote(usual[0][0]), "times": times}
            yield Finding(note=mention.note, start=part.start, end=part.end, words=said)
