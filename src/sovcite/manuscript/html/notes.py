"""The blocks of a page into notes: what a mark in the text leads to is a note, under the mark's number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define, field

from sovcite.manuscript.html.blocks import HEADINGS, Anchor, Block, blocks_of
from sovcite.manuscript.tracing import Reading, Traced, Tracing, join, reading

_MARK = re.compile(r"[\[(]?(?:[\w.]{1,6}\s)?(\d{1,4}\*?|[ivxlc]{1,7}|[a-zа-я]{1,2}|[*†‡§¶]{1,4})[\])]?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")
_BACK = re.compile(r"[\^↑↩⬆\N{VARIATION SELECTOR-15}\s]{1,4}")
# Word's own names: the div of a note, and the link in it
_WORD_NOTE = re.compile(r"(?:ftn|edn)\d+")
_WORD_MARK = re.compile(r"_(?:ftn|edn)(\d+)")
_MOST_BLOCKS = 30


@define
class _Note:
    number: str
    kind: str
    blocks: list[int]
    mark_id: str | None = None


@define
class _Page:
    blocks: list[Block]
    texts: list[str]
    notes: list[_Note] = field(factory=list)
    # what is cut out of each block: the marks of notes, and the ways back to them
    cuts: dict[int, list[tuple[int, int]]] = field(factory=dict)
    # by block, the notes whose marks it holds, in order
    marks: dict[int, list[tuple[int, _Note]]] = field(factory=dict)


def read_html(text: str) -> tuple[Reading, ...]:
    """Read a page: each block of the body, then the notes whose marks it holds.

    A link whose words are a number or a sign, to something further down that is no heading, is the mark of a
    note; without such links a raised number is one where a block begins with the same raised number.
    Sources: what pandoc, MediaWiki and Word write.

    >>> page = '<p>A<sup><a href="#n1">1</a></sup>.</p><ol><li id="n1">Ф.&nbsp;17</li></ol>'
    >>> [(note.label, note.text) for note, _ in read_html(page)]
    [('body 1', 'A.'), ('footnote 1', 'Ф.\\xa017')]
    """
    blocks = blocks_of(text)
    page = _Page(blocks, [block.text.done().text for block in blocks])
    _linked_notes(page)
    _raised_notes(page)
    taken = {place for note in page.notes for place in note.blocks}
    read: list[Reading] = []
    shown = 0
    given: set[int] = set()

    def give(first: Sequence[_Note]) -> None:
        # a note that another note marks follows it
        waiting = [*reversed(first)]
        while waiting:
            note = waiting.pop()
            if note.blocks[0] in given:
                continue
            given.add(note.blocks[0])
            words = join([_without_cuts(page, place) for place in note.blocks], "\n", "the end of a paragraph").strip()
            if words.text:
                read.append(reading(words, note.kind, note.number))
            waiting += reversed([inner for place in note.blocks for inner in _marked(page, place)])

    for place in range(len(blocks)):
        if place in taken:
            continue
        words = _without_cuts(page, place).strip()
        if words.text:
            shown += 1
            read.append(reading(words, "body", str(shown)))
        give(_marked(page, place))
    give(page.notes)
    return tuple(read)


def _marked(page: _Page, place: int) -> list[_Note]:
    """Give the notes whose marks a block holds, in order."""
    return [note for _, note in sorted(page.marks.get(place, []), key=lambda pair: pair[0])]


def _linked_notes(page: _Page) -> None:
    homes: dict[str, list[int]] = {}
    for place, block in enumerate(page.blocks):
        for id in {*block.ids, *block.holders}:
            homes.setdefault(id, []).append(place)
    found: dict[int, _Note] = {}
    for place, block in enumerate(page.blocks):
        for anchor in block.anchors:
            words = page.texts[place][anchor.start : anchor.end].strip()
            # where Word lets the browser count, the number stands in the name alone
            mark = _MARK.fullmatch(words) if words else _WORD_MARK.fullmatch(anchor.target or "")
            home = homes.get(anchor.target or "", [])
            if anchor.is_back or mark is None or not home or home[0] <= place or len(home) > _MOST_BLOCKS:
                continue
            if page.blocks[home[0]].tag in HEADINGS:
                continue
            note = found.get(home[0])
            if note is None:
                kind = "endnote" if (anchor.target or "").startswith("_edn") else "footnote"
                note = _Note(mark[1], kind, _whole_note(page, home, homes), anchor.id)
                found[home[0]] = note
                page.notes.append(note)
            page.cuts.setdefault(place, []).append(_with_raising(block, anchor))
            page.marks.setdefault(place, []).append((anchor.start, note))
    for note in page.notes:
        for place in note.blocks:
            for anchor in page.blocks[place].anchors:
                words = page.texts[place][anchor.start : anchor.end].strip()
                leads_back = homes.get(anchor.target or "", [place])[0] < place
                if anchor.is_back or (leads_back and (_BACK.fullmatch(words) or _MARK.fullmatch(words))):
                    page.cuts.setdefault(place, []).append(_with_raising(page.blocks[place], anchor))


def _whole_note(page: _Page, home: Sequence[int], homes: dict[str, list[int]]) -> list[int]:
    holder = next((id for id in page.blocks[home[0]].holders if _WORD_NOTE.fullmatch(id)), None)
    return list(homes[holder] if holder else home)


def _with_raising(block: Block, anchor: Anchor) -> tuple[int, int]:
    """Give the place of a mark with the raised figure that it stands in, if any."""
    around = [one for one in block.raised if one.start <= anchor.start and anchor.end <= one.end]
    return min([anchor.start, *(one.start for one in around)]), max([anchor.end, *(one.end for one in around)])


def _raised_notes(page: _Page) -> None:
    """Take the plain convention: a block that begins with a raised number, after a text with that mark."""
    begins: dict[int, str] = {}
    marked: Counter[str] = Counter()
    places: list[tuple[int, Anchor, str]] = []
    for place, block in enumerate(page.blocks):
        for raised in block.raised:
            words = page.texts[place][raised.start : raised.end].strip(" [])(")
            if not _NUMBER.fullmatch(words) or any(a <= raised.start < b for a, b in page.cuts.get(place, [])):
                continue
            if raised.start == 0 and marked[words]:
                begins[place] = words
            else:
                marked[words] += 1
                places.append((place, raised, words))
    waiting: dict[str, list[_Note]] = {}
    for place, number in begins.items():
        note = _Note(number, "footnote", [place])
        page.notes.append(note)
        waiting.setdefault(number, []).append(note)
        page.cuts.setdefault(place, []).append((0, page.blocks[place].raised[0].end))
    for place, raised, number in places:
        meant = next((one for one in waiting.get(number, []) if one.blocks[0] > place), None)
        if meant is not None and place not in begins:
            waiting[number].remove(meant)
            page.cuts.setdefault(place, []).append((raised.start, raised.end))
            page.marks.setdefault(place, []).append((raised.start, meant))


def _without_cuts(page: _Page, place: int) -> Traced:
    whole = page.blocks[place].text.done()
    cuts = sorted(page.cuts.get(place, []))
    if not cuts:
        return whole
    ranges: list[tuple[int, int]] = []
    at = 0
    for start, end in cuts:
        if start >= at:
            ranges.append((at, start))
            at = end
    kept = Tracing()
    for part in whole.clips([*ranges, (at, len(whole.text))]):
        kept.extend(part)
    return kept.done()
