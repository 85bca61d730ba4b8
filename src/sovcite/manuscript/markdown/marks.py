"""The footnote marks in a paragraph of Markdown: [^x] and ^[...], not those in code or behind a backslash."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator

from attrs import frozen

from sovcite.manuscript.tracing import Traced, Tracing

_SIGN = re.compile(r"\\.|(`+)|\[\^([^\[\]\s]+)\]|\^\[|[\[\]]", re.DOTALL)
_TICKS = re.compile("`+")


@frozen(kw_only=True)
class Reference:
    """A mark that names the label of a footnote."""

    label: str


@frozen(kw_only=True)
class Inline:
    """A note that stands in the text itself."""

    text: Traced


@frozen(kw_only=True)
class Scanned:
    """A paragraph without its marks, and the marks in order."""

    text: Traced
    marks: tuple[Reference | Inline, ...]


def fold_label(label: str) -> str:
    """Fold a label: letter case does not tell footnotes apart."""
    return label.casefold()


def scan(source: Traced, labels: Collection[str]) -> Scanned:
    """Take the marks out of a paragraph; labels are the folded ones that have a definition.

    >>> from sovcite.manuscript.tracing import traced
    >>> found = scan(traced("Text[^A] and ^[Ф. 17] and [^none].", 0), {"a"})
    >>> found.text.text, [mark.label if isinstance(mark, Reference) else mark.text.text for mark in found.marks]
    ('Text and  and [^none].', ['a', 'Ф. 17'])
    """
    text = source.text
    signs = list(_signs(text))
    closing = _closing(signs)
    marks: list[str | None] = []
    ranges: list[tuple[int, int]] = []
    at = 0
    for sign in signs:
        if sign.start() < at:
            continue
        if sign[2] is not None and fold_label(sign[2]) in labels:
            marks.append(fold_label(sign[2]))
            end = sign.end()
            inner = (end, end)
        elif sign[0] == "^[" and sign.start() in closing:
            end = closing[sign.start()] + 1
            marks.append(None)
            inner = (sign.end(), end - 1)
        else:
            continue
        ranges += [(at, sign.start()), inner]
        at = end
    if not marks:
        return Scanned(text=source, marks=())
    # by turns a part of the paragraph and what stands in a mark
    parts = list(source.clips([*ranges, (at, len(text))]))
    kept = Tracing()
    for part in parts[::2]:
        kept.extend(part)
    return Scanned(
        text=kept.done(),
        marks=tuple(
            Inline(text=inside.strip()) if label is None else Reference(label=label)
            for label, inside in zip(marks, parts[1::2], strict=True)
        ),
    )


def _signs(text: str) -> Iterator[re.Match[str]]:
    ticks: dict[int, list[int]] = defaultdict(list)
    for run in _TICKS.finditer(text):
        ticks[len(run[0])].append(run.start())
    at = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < at or sign[0].startswith("\\"):
            continue
        if sign[1]:
            # a code span ends at the next run of as many ticks; without one the ticks are text
            runs = ticks[len(sign[1])]
            following = bisect_right(runs, sign.start())
            at = runs[following] + len(sign[1]) if following < len(runs) else sign.end()
        else:
            yield sign


def _closing(signs: list[re.Match[str]]) -> dict[int, int]:
    opened: list[int] = []
    closing: dict[int, int] = {}
    for sign in signs:
        if sign[0] in ("[", "^["):
            opened.append(sign.start())
        elif sign[0] == "]" and opened:
            closing[opened.pop()] = sign.start()
    return closing
