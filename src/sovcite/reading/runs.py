"""Where a run may end, and its pieces: parsed once for each shape, then only the places of the numbers differ.

The grammar asks whether a number may be a year or stand for thousands, and nothing else of its value (but for
o6, which scanners make of об.). Two
candidates that are equal when each number is replaced by a mark of its kind therefore have the same tree
(docs/design.md; tests/reading/test_runs.py holds it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sovcite.grammar import vocabulary
from sovcite.grammar.words import word_key
from sovcite.reading.pieces import Number, Piece, Run, RunKind, parse_run

# so much is read at once; a longer run is read again as a whole
_WINDOW = 2000
# longer candidates seldom come again
_LONGEST_SHAPE = 240
_MOST_SHAPES = 8192
_WORD = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)*")
_ROMAN = re.compile(r"[IVXLC]+")
_GLUED = re.compile(r"-?[0-9]")
_HYPHENED = re.compile(r"-[0-9]")
_LONGEST_BRACKET = 160
_BRACKETS = (("(", ")"), ("[", "]"))
# words so short may be letters of a number
_LETTERS = 2
_SHAPES_WITH_WORDS = ("BETWEEN", "FOND_NUMBER", "YEAR", "DELOPROIZVODSTVO", "EXPEDITION")
# behind a gloss the next designator stands so near
_NEAR = 6
_NUMBER = re.compile(r"[0-9]+")
# what no text holds stands for the numbers; a text that does is read without
_MARKS = tuple(chr(0xE000 + kind) for kind in range(9))
_MARKED = re.compile(f"[{_MARKS[0]}-{_MARKS[-1]}]")
_MOST_DIGITS = 6
# more than whether there are four digits is asked of thousands (33 987) and grants (24-18-00665) alone
_COUNTS_DIGITS = re.compile(r"[0-9] [0-9]{3}(?![0-9])|[0-9]-[0-9]{2}-[0-9]{5}")
_YEAR, _EARLY_YEAR = 7, 8
_SCANNED = ("o", "O")
_FOUR_DIGITS = (4, _YEAR, _EARLY_YEAR)

_shapes: dict[tuple[RunKind, str], Run | None] = {}
_shapes_before: dict[tuple[RunKind, str], Run | None] = {}


def read_run(folded: str, start: int, kind: RunKind) -> Run | None:
    """Parse folded[start:] from its beginning as far as it is a run; None where nothing can be read."""
    limit = _candidate_end(folded, start)
    if limit - start <= _LONGEST_SHAPE:
        return _by_shape(folded[start:limit], start, kind)
    size = _WINDOW
    while True:
        end = min(limit, start + size)
        run = parse_run(folded, start, end, kind)
        # cut off by the window and not by the text: read it as a whole
        if run is None or end == limit or run.end < end - size // 8:
            return run
        size *= 2


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
    if _MARKED.search(text):
        found = parse_run(text, 0, len(text), kind)
        return found and _placed(found, range(len(text) + 1), start)
    shape, places = _shape(text)
    key = (kind, shape)
    if key not in _shapes and key in _shapes_before:
        _keep(key, _shapes_before[key])
    if key in _shapes:
        found = _shapes[key]
        return found and _placed(found, places, start)
    run = parse_run(text, 0, len(text), kind)
    if run is None:
        _keep(key, None)
        return None
    where = {place: number for number, place in enumerate(places)}
    if all(place in where for place in _places_of(run)):
        _keep(key, _placed(run, where, 0))
    return _placed(run, range(len(text) + 1), start)


def _keep(key: tuple[RunKind, str], run: Run | None) -> None:
    """Keep a shape; where there are too many, those that were not asked for since the last time go."""
    if len(_shapes) >= _MOST_SHAPES:
        _shapes_before.clear()
        _shapes_before.update(_shapes)
        _shapes.clear()
    _shapes[key] = run


def _shape(text: str) -> tuple[str, list[int]]:
    """Give the text with a mark for each number, and for each place in it the place in the text."""
    parts: list[str] = []
    places: list[int] = []
    by_length = _COUNTS_DIGITS.search(text) is not None
    place = 0
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if number[0] == "6" and text[start - 1 : start] in _SCANNED:
            # o6 is a word of the grammar: об. as scanners make it
            continue
        kind = _kind(number[0])
        parts += (text[place:start], _MARKS[kind if by_length or kind in _FOUR_DIGITS else 0])
        places.extend(range(place, start + 1))
        place = end
    parts.append(text[place:])
    places.extend(range(place, len(text) + 1))
    return "".join(parts), places


def _kind(number: str) -> int:
    if len(number) == 4:
        return _YEAR if number[:2] in ("18", "19") else _EARLY_YEAR if number[:2] in ("15", "16", "17") else 4
    return min(len(number), _MOST_DIGITS)


def _placed(run: Run, places: dict[int, int] | list[int] | range, start: int) -> Run:
    """Move a run to where its candidate stands: places are those of the text for those of the run."""
    pieces = tuple(
        Piece(
            piece.kind,
            places[piece.start] + start,
            places[piece.label_end] + start,
            places[piece.end] + start,
            tuple(
                Number(
                    places[number.start] + start,
                    places[number.end] + start,
                    tuple((places[one] + start, places[end] + start, side) for one, end, side in number.ends),
                )
                for number in piece.numbers
            ),
            piece.opens,
        )
        for piece in run.pieces
    )
    return Run(run.kind, pieces, places[run.start] + start, places[run.end] + start)


def _places_of(run: Run) -> Iterator[int]:
    yield run.start
    yield run.end
    for piece in run.pieces:
        yield from (piece.start, piece.label_end, piece.end)
        for number in piece.numbers:
            yield from (number.start, number.end)
            for one, end, _ in number.ends:
                yield from (one, end)
