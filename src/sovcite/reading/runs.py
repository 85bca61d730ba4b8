"""Where a run may end, and its pieces: parsed once for each shape, then only the places of the numbers differ."""

from __future__ import annotations

import re
from functools import cache

from sovcite.grammar import vocabulary
from sovcite.grammar.recent import Recent
from sovcite.grammar.words import word_key
from sovcite.reading.common_shapes import common_run
from sovcite.reading.pieces import Run, RunKind
from sovcite.reading.shapes import in_shape, is_marked, parsed, placed, shape

# so much is read at once; a longer run is read again as a whole
_WINDOW = 2000
# longer candidates seldom come again
_LONGEST_SHAPE = 240
_MOST_SHAPES = 8192
_WORD = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)*")
_ROMAN = re.compile(r"[IVXLC]+")
_GLUED = re.compile(r"-?[0-9]")
_HYPHENED = re.compile(r"-[0-9]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n(?!\s*,)")
# so many blanks may stand between a comma and the blank line behind it
_MOST_BLANKS = 80
_LONGEST_BRACKET = 160
_BRACKETS = (("(", ")"), ("[", "]"))
# words so short may be letters of a number
_LETTERS = 2
_SHAPES_WITH_WORDS = ("BETWEEN", "FOND_NUMBER", "YEAR", "DELOPROIZVODSTVO", "EXPEDITION")
# behind a gloss the next designator stands so near
_NEAR = 6
# what no shape is read as
_UNMET = Run("bare", (), 0, 0)
_shapes = Recent[tuple[RunKind, str], Run | None](_MOST_SHAPES)


def read_run(folded: str, start: int, kind: RunKind) -> Run | None:
    """Parse folded[start:] from its beginning as far as it is a run; None where nothing can be read."""
    limit, size = _candidate_end(folded, start), _WINDOW
    while True:
        end = min(limit, start + size)
        if (blank := _blank_line(folded, start, end)) is not None:
            limit = end = blank
        if end - start <= _LONGEST_SHAPE:
            return _by_shape(folded[start:end], start, kind)
        run = parsed(folded, start, end, kind)
        # cut off by the window and not by the text: read it as a whole
        if run is None or end == limit or run.end < end - size // 8:
            return run
        size *= 2


def _blank_line(folded: str, start: int, end: int) -> int | None:
    """Give the end of the first blank line, which no run goes over but behind or before a comma; None without one."""
    for blank in _BLANK_LINE.finditer(folded, start, end):
        # not from the start on: in a list over blank lines that would take time at the square of its length
        before = folded[max(start, blank.start() - _MOST_BLANKS) : blank.start()]
        if not before.rstrip().endswith(","):
            return blank.end()
    return None


def _candidate_end(folded: str, start: int) -> int:
    """Give the end of the first word that no run can hold: what follows cannot change the reading."""
    parts = _known_words()
    place = start
    farthest = start + _WINDOW
    while True:
        word = _WORD.search(folded, place, farthest)
        if word is None:
            return len(folded)
        place = word.end()
        key = word_key(word[0])
        if key in parts or _is_of_a_number(folded, word, parts) or _is_of_a_shape(key):
            continue
        over = _over_bracket(folded, word.start()) or _over_gloss(folded, word.start(), parts)
        if over is None:
            return place
        place = over


@cache
def _known_words() -> frozenset[str]:
    return frozenset(part for key in vocabulary().words.terminals for part in key.split(" "))


def _is_of_a_number(folded: str, word: re.Match[str], parts: frozenset[str]) -> bool:
    """Say whether letters belong to a number or are one, or a word stands behind such: 3996сс, III, 4Aспр350."""
    is_behind = folded[word.start() - 1 : word.start()].isdigit()
    if _ROMAN.fullmatch(word[0]):
        return True
    if len(word[0]) <= _LETTERS:
        return is_behind or _GLUED.match(folded, word.end()) is not None
    if len(word[0]) == _LETTERS + 1 and _HYPHENED.match(folded, word.end()):
        # КМФ-18
        return True
    return is_behind and any(word_key(word[0][letters:]) in parts for letters in range(1, _LETTERS + 1))


def _is_of_a_shape(key: str) -> bool:
    whole, stems = _shape_words()
    return key in whole or key.startswith(stems)


@cache
def _shape_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the words that stand in shapes and not in the table of words: лит., делопроизводство, ВУА."""
    patterns = " ".join(vocabulary().shapes[name].pattern for name in _SHAPES_WITH_WORDS)
    words = frozenset(word_key(word) for word in _WORD.findall(patterns))
    return words, tuple(word for word in words if len(word) > _LETTERS)


def _over_bracket(folded: str, place: int) -> int | None:
    """Go over the rest of a bracket in which a word stands: Ф. 223 (С. Д. Полторацкий). Картон 79."""
    for opens, closes in _BRACKETS:
        opened = folded.rfind(opens, max(0, place - _LONGEST_BRACKET), place)
        if opened >= 0 and closes not in folded[opened:place]:
            closed = folded.find(closes, place, opened + _LONGEST_BRACKET)
            return closed if closed >= 0 else None
    return None


def _over_gloss(folded: str, place: int, parts: frozenset[str]) -> int | None:
    """Go over the name of a fond where a designator follows it: Ф. 17. Центральный комитет КПСС. Оп. 3."""
    for begun in range(place - 1, max(0, place - _NEAR), -1):
        if folded[begun - 1 : begun].isdigit() or (begun == place - 2 and folded[begun - 1 : begun].isalpha()):
            if (end := vocabulary().title_end(folded, begun)) is not None:
                return end
            shapes = vocabulary().shapes
            gloss = shapes["GLOSS_IN_COMMAS"].match(folded, begun) or shapes["GLOSS"].match(folded, begun)
            word = _WORD.search(folded, gloss.end(), gloss.end() + _NEAR) if gloss else None
            return word.start() if word and word_key(word[0]) in parts else gloss.end() if gloss else None
    return None


def _by_shape(text: str, start: int, kind: RunKind) -> Run | None:
    if is_marked(text):
        run = parsed(text, 0, len(text), kind)
        return run and placed(run, range(len(text) + 1), start)
    marked, places = shape(text)
    key = (kind, marked)
    known = _shapes.get(key, _UNMET)
    if known is _UNMET:
        known = common_run(kind, marked)
        if known is None:
            return _parsed_anew(text, start, kind, places, key)
        _shapes[key] = known
    return known and placed(known, places, start)


def _parsed_anew(
    text: str, start: int, kind: RunKind, places: list[int], key: tuple[RunKind, str]
) -> Run | None:
    """Parse a candidate of a shape that was not met, and keep what is read."""
    run = parsed(text, 0, len(text), kind)
    if run is None:
        _shapes[key] = None
        return None
    if (shaped := in_shape(run, places)) is not None:
        _shapes[key] = shaped
    return placed(run, range(len(text) + 1), start)
