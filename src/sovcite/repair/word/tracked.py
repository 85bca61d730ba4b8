"""Tracked changes: runs cut at the places of the edits, w:del and w:ins (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from sovcite.manuscript.elements import TEXT, Element, start_tag
from sovcite.manuscript.word.inline import CHARACTERS, shown
from sovcite.model import Edit, Piece, SourceMap
from sovcite.repair.obstacles import host
from sovcite.repair.splicing import Splice, escape
from sovcite.repair.word.markup import Names, closing_tag, parse_piece

_TEXTS = frozenset({"t", "sym", *CHARACTERS})


class _Insertion(NamedTuple):
    at: int
    text: str
    looks: Element


class _Cut(NamedTuple):
    """What is to be done with one run, by the places of its elements: letters to delete, texts to put in."""

    run: Element
    deleted: dict[int, list[tuple[int, int]]]
    inserted: dict[int, list[_Insertion]]


class Tracker(NamedTuple):
    """Who makes the changes, and in what part; ids gives each change one that nothing has yet."""

    data: bytes
    names: Names
    ids: Iterator[int]
    author: str
    moment: str

    def splices(self, place: SourceMap, edits: Iterable[Edit]) -> list[Splice]:
        """Give the changes in the part for the edits of a note, in order, which were found to have no obstacle."""
        touched = [(edit, _pieces(place, edit)) for edit in edits]
        places = {piece.at for _, pieces in touched for piece in pieces}
        runs = dict(_runs(parse_piece(self.data, place.start, place.stop, self.names, places)))
        cuts: dict[int, _Cut] = {}

        def cut(piece: Piece) -> _Cut:
            run = runs[piece.at]
            return cuts.setdefault(run.start, _Cut(run, {}, {}))

        for edit, pieces in touched:
            if edit.start == edit.end:
                (piece,) = pieces
                inserted = _Insertion(piece.skip + edit.start - piece.start, edit.new, runs[piece.at])
                cut(piece).inserted.setdefault(piece.at, []).append(inserted)
                continue
            for piece in pieces:
                low, high = max(piece.start, edit.start), min(piece.end, edit.end)
                span = (piece.skip + low - piece.start, piece.skip + high - piece.start)
                cut(piece).deleted.setdefault(piece.at, []).append(span)
            if edit.new:
                # behind all that is struck out, in the looks of its first run
                inserted = _Insertion(span[1], edit.new, runs[pieces[0].at])
                cut(pieces[-1]).inserted.setdefault(pieces[-1].at, []).append(inserted)
        return [Splice(one.run.start, one.run.end, self._written(one)) for one in cuts.values()]

    def _written(self, cut: _Cut) -> bytes:
        """Write a run anew, as runs that are kept, struck out and put in."""
        pieces: list[bytes] = []
        group: list[bytes] = []
        is_struck = False

        def close() -> None:
            if group:
                run = self._run(cut.run, b"".join(group))
                pieces.append(self._change("del", run) if is_struck else run)
                group.clear()

        for element in cut.run.children:
            if element.name in ("rPr", TEXT):
                continue
            for content, struck in self._cut_element(cut, element):
                if struck is None:
                    close()
                    pieces.append(content)
                    continue
                if struck != is_struck:
                    close()
                    is_struck = struck
                group.append(content)
        close()
        return b"".join(pieces)

    def _cut_element(self, cut: _Cut, element: Element) -> Iterator[tuple[bytes, bool | None]]:
        """Give what an element becomes: content with whether it is struck out, None for what is put in."""
        deleted, inserted = cut.deleted.get(element.start, []), cut.inserted.get(element.start, [])
        raw = self.data[element.start : element.end]
        if not deleted and not inserted:
            yield raw, False
            return
        text = shown(element) if element.name == "t" else "?"
        edges = {0, len(text), *(edge for span in deleted for edge in span), *(one.at for one in inserted)}
        for low, high in pairwise([*sorted(edges), len(text) + 1]):
            for one in inserted:
                if one.at == low:
                    new = f'<{self.names.tag("t")} xml:space="preserve">{escape(one.text)}</{self.names.tag("t")}>'
                    yield self._change("ins", self._run(one.looks, new.encode())), None
            part = text[low:high]
            if part:
                struck = any(start <= low and high <= end for start, end in deleted)
                yield (self._text(part, struck) if element.name == "t" else raw), struck

    def _text(self, text: str, struck: bool) -> bytes:
        tag = self.names.tag("delText" if struck else "t")
        return f'<{tag} xml:space="preserve">{escape(text)}</{tag}>'.encode()

    def _run(self, like: Element, content: bytes) -> bytes:
        looks = like.child("rPr")
        properties = b"" if looks is None else self.data[looks.start : looks.end]
        opening = start_tag(self.data, like)
        return opening + properties + content + closing_tag(opening)

    def _change(self, kind: str, run: bytes) -> bytes:
        tag, w = self.names.tag(kind), self.names.prefix
        who = f'{w}:id="{next(self.ids)}" {w}:author="{escape(self.author)}" {w}:date="{self.moment}"'
        return f"<{tag} {who}>".encode() + run + f"</{tag}>".encode()


def _pieces(place: SourceMap, edit: Edit) -> list[Piece]:
    """Give the pieces that an edit falls into; the one that an insertion belongs to."""
    if edit.start < edit.end:
        return [piece for piece in place.touched(edit.start, edit.end) if piece.start < piece.end]
    piece = host(place, edit.start)
    assert not isinstance(piece, str), piece
    return [piece]


def _runs(element: Element) -> Iterator[tuple[int, Element]]:
    """Go through the elements that hold a text, by their place, each with its run."""
    for inner in element.children:
        if element.name == "r" and inner.name in _TEXTS:
            yield inner.start, element
        elif inner.children:
            yield from _runs(inner)
