"""What stands between the numbers of a text: it tells where a designator may stand, and where numbers in a row.

A text full of figures has one for every dozen letters. It is cut at its digits at once, and what stands between them
often comes again; each piece is judged once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import compress, repeat
from typing import NamedTuple

from sovcite.grammar import lowered
from sovcite.reading.labels import are_pages, labels_in, loosely_designated
from sovcite.reading.names import SEPARATORS

# a text is cut so much at a time, so that a long one is not held twice
_BLOCK = 1 << 16
# of so many pieces those that may hold a designator are first sought by one pattern
_MANY = 256
# farther back no designator of a number stands, and no name
_REACH = 320
_SEPARATORS = "".join(SEPARATORS)
_CLOSING = (")", "]")
# between two numbers of a row: 17/3, 1a-2, 71, 1; no line ends there
_JOIN = re.compile(r"(-?[^\W\d_]{1,2})?(?:/|\.( ?)|-|, ?| )")
_LONGEST_JOIN = 5
# a stop between numbers that may be a row by themselves, as in 640.1 and not in 69.9: no text has this character
_STOP = "\ufdd0"
# what a number that is a row by itself stands behind, each sought by its sign: ERA.1608; KA-12-3; ДАХО/40
_BEFORE_ONE = tuple(map(re.compile, (
    r"\.(?<=[A-Z]{2}\.) ?0", r"-(?<=[^\W\d_]{2}-)(?:[^\W\d_]-?)?0", r"/(?<=[^\W\d_]{2}/)0",
)))  # fmt: skip
# the signs of pieces: none that stands in a row; one that does, before its second number alone, between two that are a
# row too; in capitals with letters, which a row may begin with
_NONE, _ANY, _FIRST, _PAIR = ".afp"
_JOINING = frozenset("afpAF")
_JOINED = re.compile("[afpAF]*")
_ROW = re.compile("[.AF](?=[afpAF][apA]|p)")


class Chain(NamedTuple):
    """Numbers with nothing but the separators of a row between them: where the first stands, and how many they are."""

    start: int
    size: int


def zeroed(folded: str) -> str:
    """Give a text with all its digits made zeros."""
    for digit in "123456789":
        folded = folded.replace(digit, "0")
    return folded


def words_and_chains(zeros: str) -> tuple[list[int], list[Chain]]:
    """Give the places of words that may be the designator of an Arabic number, and the chains that may hold a row.

    zeros is the text as zeroed gives it. No row of a chain that is left out has a name before it or letters.
    """
    words: list[int] = []
    chains: list[Chain] = []
    for start, block, pieces in _cut(zeros):
        distinct = set(pieces)
        joined = f"0{'0'.join(distinct)}0"
        labels = _labels(distinct, joined)
        sizes = _chains(pieces, distinct, joined)
        wanted = {*labels, *(pieces[first] for first in sizes)}
        for number, place in _numbers_behind(wanted, block, pieces):
            for back in labels.get(pieces[number], ()):
                words.append(start + place - back)
            if number in sizes:
                chains.append(Chain(start + place, sizes[number]))
    return words, chains


def _cut(zeros: str) -> Iterator[tuple[int, str, list[str]]]:
    """Cut a text at its digits: where a block of it begins, the block, and its pieces in order.

    Each piece has a number behind it, and one before it: what is not of the text is before its start.
    """
    start, before = 0, "0\n"
    while (digit := zeros.find("0", start)) >= 0:
        # no row goes over the end of a line
        end = zeros.find("\n", max(start + _BLOCK, digit))
        end = len(zeros) if end < 0 else end
        block = (before + zeros[start:end]).replace("000.0", f"000{_STOP}0")
        pieces = block.split("0")
        rest = pieces.pop()
        yield start - len(before), block, list(filter(None, pieces))
        start, before = end - len(rest), "0"


def _labels(distinct: Collection[str], joined: str) -> dict[str, tuple[int, ...]]:
    """Give the pieces that hold a designator of the number behind them, and how far from their end it stands."""
    if len(distinct) > _MANY:
        ends = (len(joined) - 1 - match.start() for match in loosely_designated().finditer(lowered(joined)[::-1]))
        distinct = {_piece_at(joined, end) for end in ends}
    found = ((piece, labels_in(piece[-_REACH:])) for piece in distinct)
    return {piece: backs for piece, backs in found if backs}


def _piece_at(joined: str, end: int) -> str:
    return joined[joined.rfind("0", 0, end) + 1 : end]


def _chains(pieces: list[str], distinct: Iterable[str], joined: str) -> dict[int, int]:
    """Give the sizes of the chains that may hold a row, by the numbers of the pieces before them."""
    known = {piece: _sign(piece) for piece in distinct if len(piece) <= _LONGEST_JOIN}
    signs = "".join(map(known.get, pieces, repeat(_NONE)))
    hits = [match.start() for match in _ROW.finditer(signs) if _may_name(pieces[match.start()][-_REACH:])]
    alone = {_piece_at(joined, match.end() - 1) for before in _BEFORE_ONE for match in before.finditer(joined)}
    if alone:
        hits = sorted({*hits, *compress(range(len(pieces)), map(alone.__contains__, pieces))})
    sizes: dict[int, int] = {}
    done = 0
    for first in hits:
        if first < done:
            continue
        # a separator with letters may be a name itself, and the row before it goes first: 12, 15аб-18-3
        while first > done and signs[first] in _JOINING:
            first -= 1
        row = _JOINED.match(signs, first + 1)
        done = row.end() if row else first + 1
        sizes[first] = done - first
    return sizes


@lru_cache(maxsize=4096)
def _sign(piece: str) -> str:
    if piece in ("/", _STOP):
        return _PAIR
    join = _JOIN.fullmatch(piece)
    if join is None:
        return _NONE
    sign = _FIRST if join[2] else _ANY
    return sign.upper() if join[1] else sign


@lru_cache(maxsize=4096)
def _may_name(piece: str) -> bool:
    """Say whether a piece may end with a name, or with the letters of a fond, that a row stands behind."""
    end = piece.rstrip(_SEPARATORS)[-1:]
    if not end.isalpha() and end not in _CLOSING:
        return False
    # letters right before a number may be those of a fond
    return piece[-1].isalpha() or not are_pages(f"0{piece}", len(piece) + 1)


def _numbers_behind(wanted: set[str], block: str, pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Give the numbers of some pieces, wherever they stand, and the place of the number behind each."""
    place = 0
    for number in compress(range(len(pieces)), map(wanted.__contains__, pieces)):
        piece = pieces[number]
        place = block.find(f"0{piece}0", place) + len(piece) + 1
        yield number, place
