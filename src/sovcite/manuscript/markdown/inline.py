"""What a paragraph of Markdown shows: its text without emphasis marks, escapes, link targets, tags, entities."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from sovcite.manuscript.tracing import Traced, Tracing

_SIGN = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!(?P=ticks)(?!`))[\s\S]){0,2000}?(?<!`)(?P=ticks)(?!`))"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~\n])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<hidden><!--[\s\S]{0,2000}?-->|</?[A-Za-z][^<>\n]{0,300}>)"
    r"|(?P<target>\]\((?:[^()\s\\]|\\.|\([^()\s]{0,300}\)){0,1000}(?:\s+\"[^\"\n]{0,300}\")?\)|\]\{[^{}\n]{0,300}\})"
    r"|(?P<quote>(?:^|(?<=\n)) {0,3}>[ ]?)"
    r"|(?P<run>\*+|_+)"
    r"|(?P<open>!?\[)|(?P<close>\])"
)


class _Run(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool


def shown(source: Traced) -> Traced:
    """Take the markup out of a paragraph; code spans are left as they are.

    Source: CommonMark 0.31, 2.4 (escapes), 2.5 (entities), 6.2 (emphasis), 6.3 (links); pandoc's bracketed spans.

    >>> from sovcite.manuscript.tracing import traced
    >>> shown(traced("*ГАРФ*. Ф.&nbsp;17\\\\. [Оп.](http://x.org) 3*", 0)).text
    'ГАРФ. Ф.\\xa017. Оп. 3*'
    """
    text = source.text
    # what is left out, each with what stands for it
    cuts: list[tuple[int, int, str]] = []
    runs: list[_Run] = []
    opened: list[re.Match[str]] = []
    for sign in _SIGN.finditer(text):
        start, end = sign.span()
        if sign["escaped"]:
            cuts.append((start, start + 1, ""))
        elif sign["entity"]:
            letters = unescape(sign[0])
            if letters != sign[0]:
                cuts.append((start, end, letters))
        elif sign["hidden"] or sign["quote"]:
            cuts.append((start, end, ""))
        elif sign["run"]:
            runs.append(_run(text, start, end))
        elif sign["open"]:
            opened.append(sign)
        elif sign["close"]:
            del opened[-1:]
        elif sign["target"] and opened:
            opening = opened.pop()
            cuts.append((*opening.span(), ""))
            cuts.append((start, end, ""))
    cuts += _emphasis(text, runs)
    return _without(source, sorted(cuts)) if cuts else source


def _run(text: str, start: int, end: int) -> _Run:
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    if text[start] == "_":
        # inside a word an underline is a letter
        left, right = left and not before.isalnum(), right and not after.isalnum()
    return _Run(start, end, left, right)


def _emphasis(text: str, runs: list[_Run]) -> list[tuple[int, int, str]]:
    """Pair the runs of stars and underlines; one without a partner is text."""
    cuts: list[tuple[int, int, str]] = []
    waiting: dict[tuple[str, int], list[int]] = {}
    for place, run in enumerate(runs):
        key = (text[run.start], run.end - run.start)
        if run.closes and waiting.get(key):
            opening = runs[waiting[key].pop()]
            cuts += [(opening.start, opening.end, ""), (run.start, run.end, "")]
        elif run.opens:
            waiting.setdefault(key, []).append(place)
    return cuts


def _without(source: Traced, cuts: list[tuple[int, int, str]]) -> Traced:
    ranges: list[tuple[int, int]] = []
    letters: list[str] = []
    at = 0
    for start, end, instead in cuts:
        if start < at:
            continue
        ranges += [(at, start), (start, end)]
        letters.append(instead)
        at = end
    parts = list(source.clips([*ranges, (at, len(source.text))]))
    kept = Tracing()
    for part, cut, instead in zip(parts[::2], parts[1::2], letters, strict=False):
        kept.extend(part)
        if instead and cut.pieces:
            kept.add(instead, cut.pieces[0].at, cut.pieces[-1].stop)
    kept.extend(parts[-1])
    return kept.done()
