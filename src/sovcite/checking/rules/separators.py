"""Separators lost or misplaced.

What: A number runs into the next designator, a stop has slipped away from its designator, or the commas
of a list of leaves are gone.

Why: "2486l. 83" can be read as file 2486 or as file 24861, and "13 33" as one leaf or as two. Such
places mostly come from a conversion of the text; the words in them are right, what stood between the
words is lost. A citation that is printed without any separators throughout ("ф487оп1спр545") is a way
of writing and no fault.

Example: TsGAIPD SPb f. 24 op. 2v d. 2486l. 83; GARF f. 374 op. 27 d. 1211 ll. 13 33 41

Use instead: TsGAIPD SPb f. 24 op. 2v d. 2486 l. 83; GARF f. 374 op. 27 d. 1211 ll. 13, 33, 41

Source: GOST R 7.0.5-2008, 11.4 (every search element of an archival reference is set off from the
next).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from sovcite.checking.alike import faults
from sovcite.checking.messages import Name
from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix, Mention, Part

_SLIPPED_GAP = re.compile(r"\s+([,.;:])\s*")
_SLIPPED_STOP = re.compile(r"(?<=\w)(?:\s+[.,:]|,)\s*$")
_LOST_COMMA = re.compile(r"(?<![^\W_])[0-9]+[^\W\d_]{0,2}(?:\s*\(?(?:об|ob|зв|zv)\b\.?\)?)?(\s+)(?=[0-9])")


def look(survey: Survey) -> Iterator[Finding]:
    """Compare the gaps between the printed parts of each citation, and those inside them."""
    return faults(survey, _faults)


def _faults(mention: Mention, text: str) -> Iterator[Finding]:
    parts = sorted(mention.parts, key=lambda part: part.start)
    labelled = [part for part in parts if part.label_end > part.start and part.end > part.label_end]
    if not _is_compact(labelled, text):
        usual = _usual_gap(labelled, text)
        for before, after in pairwise(parts):
            if after in labelled:
                yield from _between(mention, before, after, text, usual)
    for part in labelled:
        yield from _after_label(mention, part, text)
        if part.kind == "leaves":
            yield from _in_list(mention, part, text)


def _is_compact(labelled: list[Part], text: str) -> bool:
    """Say whether a citation is written without any separators on purpose: ф487оп1спр545."""
    apart = any(text[part.label_end - 1].isspace() for part in labelled)
    return not apart and all(one.end == next_one.start for one, next_one in pairwise(labelled))


def _usual_gap(labelled: list[Part], text: str) -> str:
    gaps = Counter(text[one.end : next_one.start] for one, next_one in pairwise(labelled))
    good = [gap for gap, _ in gaps.most_common() if re.fullmatch(r"[,.;]?\s", gap)]
    return good[0] if good else " "


def _between(mention: Mention, before: Part, after: Part, text: str, usual: str) -> Iterator[Finding]:
    gap = text[before.end : after.start]
    start, end = before.label_end, after.start + len(text[after.start : after.label_end].rstrip())
    if before.kind == "repository":
        start = before.start
    names = {"before": Name(before.kind), "after": Name(after.kind)}
    if not gap and text[before.end - 1].isalnum() and text[after.start].isalnum():
        edit = Edit(start=before.end, end=after.start, new=usual)
        yield _finding(mention, start, end, "lost", (edit,), text, **names)
    elif (slipped := _SLIPPED_GAP.fullmatch(gap)) is not None:
        edit = Edit(start=before.end, end=after.start, new=f"{slipped[1]} ")
        yield _finding(mention, start, end, "misplaced", (edit,), text, **names)


def _after_label(mention: Mention, part: Part, text: str) -> Iterator[Finding]:
    slipped = _SLIPPED_STOP.search(text[part.start : part.label_end])
    if slipped is not None:
        edit = Edit(start=part.start + slipped.start(), end=part.label_end, new=". ")
        yield _finding(mention, part.start, part.end, "stop", (edit,), text, part=Name(part.kind))


def _in_list(mention: Mention, part: Part, text: str) -> Iterator[Finding]:
    lost = list(_LOST_COMMA.finditer(text, part.label_end, part.end))
    if lost:
        edits = tuple(Edit(start=gap.start(1), end=gap.end(1), new=", ") for gap in lost)
        yield _finding(mention, part.label_end, part.end, "comma", edits, text)


def _finding(
    mention: Mention, start: int, end: int, say: str, edits: tuple[Edit, ...], text: str, **names: Name
) -> Finding:
    words = {"words": quote(text[start:end]), "right": quote(_edited(text, start, end, edits)), **names}
    return Finding(
        note=mention.note, start=start, end=end, say=say, words=words, fix=Fix(edits=edits, safety="safe")
    )


def _edited(text: str, start: int, end: int, edits: tuple[Edit, ...]) -> str:
    pieces = []
    for edit in edits:
        pieces += [text[start : edit.start], edit.new]
        start = edit.end
    return "".join([*pieces, text[start:end]])
