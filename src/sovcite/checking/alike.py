"""Faults that the dress of a citation decides: one citation of each dress is looked at, the others where it has one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.model import Mention


def faults(survey: Survey, look_at: Callable[[Mention, str], Iterable[Finding]]) -> Iterator[Finding]:
    """Give what look_at finds in the citations, each given with the text of its note.

    Whether it finds anything must be decided by the dress (dress.py), and not by the numbers or by what stands
    outside the citation.
    """
    notes = survey.notes
    for alike in survey.dresses:
        found = list(look_at(alike[0], notes[alike[0].note].text))
        if found:
            yield from found
            for mention in alike[1:]:
                yield from look_at(mention, notes[mention.note].text)
