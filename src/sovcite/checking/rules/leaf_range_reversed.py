"""Leaf range reversed.

What: A range of leaves ends before it begins.

Why: Either the two ends changed places or a digit is missing (47–142). Ends in short form, as journals
in English print them, are no fault: 137–38 is 137–138, 165–8 is 165–168.

Example: РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42

Use instead: РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 42–47

Source: Chicago Manual of Style, 17th ed., 9.61 (ends in short form); the ends themselves are
arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix, Severity

_RANGE = re.compile(
    r"(?<![0-9])([0-9]+)([^0-9,;/\-\u2010-\u2015\u2212]{0,8}?)"
    r"\s*[\-\u2010-\u2015\u2212]\s*([0-9]+)((?:\s*(?:об|ob|зв|zv)\b\.?)?)"
)


def look(survey: Survey) -> Iterator[Finding]:
    """Look at each range among the printed leaves."""
    for mention in survey.mentions:
        text = survey.text(mention)
        ranges = {
            (_digits(leaves.first.number), _digits(leaves.last.number))
            for leaves in mention.citation.leaves
            if leaves.last
        }
        if not any(int(last or 0) < int(first or 0) for first, last in ranges):
            continue
        for part in mention.parts:
            if part.kind != "leaves":
                continue
            for match in _RANGE.finditer(text, part.label_end, part.end):
                severity = reversed_by(match[1], match[3])
                if severity is not None and (match[1], match[3]) in ranges:
                    yield Finding(
                        note=mention.note,
                        start=match.start(),
                        end=match.end(),
                        words={"words": quote(match[0])},
                        severity=severity,
                        fix=_swap(match),
                    )


def reversed_by(first: str, last: str) -> Severity | None:
    """Say whether a range runs backwards: surely, probably (a short end that leads back), or not.

    >>> reversed_by("47", "42"), reversed_by("147", "42"), reversed_by("137", "38")
    ('error', 'warning', None)
    """
    if int(last) >= int(first):
        return None
    if len(last) == len(first):
        return "error"
    whole = first[: len(first) - len(last)] + last
    return None if int(whole) > int(first) else "warning"


def _digits(number: str) -> str:
    if number.isdecimal():
        return number
    match = re.match(r"[0-9]+", number)
    return match[0] if match else ""


def _swap(match: re.Match[str]) -> Fix:
    # the letters and the side of a leaf move with its number
    first, last = (match.start(1), match.end(2)), (match.start(3), match.end(4))
    edits = (
        Edit(start=first[0], end=first[1], new=match[3] + match[4]),
        Edit(start=last[0], end=last[1], new=(match[1] + match[2]).rstrip()),
    )
    return Fix(edits=edits, safety="ask")
