"""Two citations that differ in two digits which changed places: 5446 and 5464."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

from attrs import frozen

from sovcite.checking.survey import Survey, part_of
from sovcite.model import Citation, Mention


def swapped(one: str, other: str) -> bool:
    """Say whether two neighbouring digits of a number changed places, and nothing else.

    >>> swapped("5446", "5464"), swapped("17", "71"), swapped("17", "17"), swapped("162", "163")
    (True, True, False, False)
    """
    if len(one) != len(other):
        return False
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    pair = one[first] + one[second]
    return pair.isdigit() and pair == other[second] + other[first]


@frozen
class Slip:
    """The citation whose number is rare, and one under the usual number."""

    rare: Mention
    usual: Mention


def slips(
    survey: Survey, level: str, same: Callable[[Citation], object | None], *, digits: int = 4
) -> Iterator[Slip]:
    """Give the citations under a number that is another with two digits swapped, all else being the same.

    level is "fond" or "opis"; same gives what must agree, None for a citation that is not compared. Short numbers
    agree by chance: the numbers of the level and of the file must have so many digits together. A number that
    the manuscript uses for other files as well is no slip.
    """
    files: dict[object, dict[str, list[Mention]]] = {}
    for mention in survey.mentions:
        number, key = getattr(mention.citation, level), same(mention.citation)
        if number is not None and key is not None:
            files.setdefault(key, {}).setdefault(number, []).append(mention)
    for by_number in files.values():
        for one, other in combinations(by_number, 2):
            if not swapped(one, other):
                continue
            rare, usual = sorted((by_number[one], by_number[other]), key=len) if len(by_number[one]) != len(
                by_number[other]
            ) else (by_number[other], by_number[one])
            cited = rare[0].citation
            file = cited.file or ""
            number = getattr(cited, level)
            counts = Counter(letter.isdigit() for letter in number + file)
            if counts[True] < digits or _has_other_files(survey, level, same, cited):
                continue
            for mention in rare:
                if part_of(mention, level) is not None:
                    yield Slip(mention, usual[0])


def _has_other_files(
    survey: Survey, level: str, same: Callable[[Citation], object | None], cited: Citation
) -> bool:
    """Say whether another file is cited under the number of a citation."""
    number, key = getattr(cited, level), cited.key
    return any(
        getattr(other, level) == number and other.repository == cited.repository
        and same(other) is not None and other.key != key
        for other in (mention.citation for mention in survey.mentions)
    )  # fmt: skip


def archive_of(cited: Citation) -> object | None:
    """Give what two citations of one repository have in common, None where none is named."""
    name = cited.repository
    return None if name is None else name.id or (name.folded,)
