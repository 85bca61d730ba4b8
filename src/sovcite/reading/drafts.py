"""Pieces of a run → drafts: one a storage unit, holding only what is printed for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from sovcite.data.letters import file_number, fond_number, leaf_number, number
from sovcite.model import (
    UNIT_KINDS,
    Citation,
    Leaf,
    LeafRange,
    LeafUnit,
    Part,
    RepositoryName,
    Side,
    Unit,
    UnitKind,
)
from sovcite.reading.pieces import Number, Piece, Run, RunKind
from sovcite.reading.runs import read_run
from sovcite.reading.view import View

# the terminals that label a file, and the label as the model keeps it
FILE_LABELS = {
    "delo": "delo",
    "storage_unit": "ed. khr.",
    "sprava": "sprava",
    "file": "file",
    "numero": "number",
    "page_or_file": "file",
    "ish": "file",
}
BELOW_OPIS = frozenset((*FILE_LABELS, "leaf"))
_LEAF_UNITS: dict[str, LeafUnit] = {"leaf": "leaf", "lapa": "leaf", "varaq": "leaf", "page": "page", "column": "column"}
_RANK = {"fond": 1, "opis": 2, "file": 3, "leaves": 4}
# designators of one or two letters are words of many things (д. 5 is a house, л. 3 a horse-power)
_WEAK_LENGTH = 2
# a file before its fond and opis
_FILE_FIRST = ("delo", "fond", "opis")
# a designator of leaves, and so far a list of them goes
_LEAF = "l."
_FARTHEST_LEAVES = 200
# in Cyrillic nothing else is shortened so; music has op. and соч.
_CYRILLIC_OPIS = ("oп", "Oп")


class Printed(NamedTuple):
    """A part as model.Part has it; places are of the folded text."""

    kind: str
    start: int
    end: int
    label_end: int


class Draft(NamedTuple):
    """What is printed for one storage unit, before anything is taken over; places are of the folded text.

    continues: it follows another draft in one run. strong: one of its designators, of three letters or more,
    can hardly mean anything else. labels: how many parts bear a designator.
    """

    start: int
    end: int
    kind: RunKind
    fond: str | None = None
    opis: str | None = None
    file: str | None = None
    file_label: str | None = None
    units: tuple[Unit, ...] = ()
    leaves: tuple[LeafRange, ...] = ()
    date: str | None = None
    ibid: bool = False
    continues: bool = False
    strong: bool = False
    labels: int = 0
    parts: tuple[Printed, ...] = ()

    @property
    def highest(self) -> int:
        """The rank of the highest level that is printed: 1 fond … 4 leaves, 5 nothing."""
        return next((rank for name, rank in _RANK.items() if getattr(self, name)), 5)


def as_citation(draft: Draft, name: RepositoryName | None) -> Citation:
    """Give what is printed for a draft as a citation, under the name of its repository."""
    return Citation(
        repository=name, fond=draft.fond, opis=draft.opis, file=draft.file, file_label=draft.file_label,
        units=draft.units, leaves=draft.leaves, date=draft.date,
    )  # fmt: skip


def in_text(parts: Iterable[Printed], view: View) -> tuple[Part, ...]:
    """Move parts from their places in the folded text to those in the text that was given."""
    return tuple(
        Part(
            kind=part.kind,
            start=view.back(part.start),
            end=view.back_end(part.end),
            label_end=view.back(part.label_end),
        )
        for part in parts
    )


def is_bare_letter(label: str) -> bool:
    """Say whether a designator is one letter without its stop: of a leaf it counts only among other levels.

    >>> is_bare_letter("L "), is_bare_letter("l. "), is_bare_letter("лист ")
    (True, False, False)
    """
    return len(label.strip()) == 1 and label.strip().isalpha()


class _Making:
    """A draft to which one part after the other is added."""

    __slots__ = (
        "continues", "date", "end", "file", "file_label", "filled", "fond", "ibid", "kind", "labels", "leaves", "opis",
        "parts", "start", "strong", "units",
    )  # fmt: skip

    def __init__(self, start: int, kind: RunKind, *, continues: bool = False) -> None:
        self.start = self.end = start
        self.kind = kind
        self.continues = continues
        self.fond = self.opis = self.file = self.file_label = self.date = None  # type: str | None
        self.ibid = self.strong = False
        self.labels = 0
        self.units: list[Unit] = []
        self.leaves: list[LeafRange] = []
        self.parts: list[Printed] = []
        self.filled: set[str] = set()

    def made(self) -> Draft:
        """Give the draft as it is now."""
        return Draft(
            self.start, self.end, self.kind, self.fond, self.opis, self.file, self.file_label, tuple(self.units),
            tuple(self.leaves), self.date, self.ibid, self.continues, self.strong, self.labels, tuple(self.parts),
        )  # fmt: skip

    def add(self, kind: str, piece: Piece, view: View) -> None:
        """Add a part that is printed as a piece."""
        self.parts.append(Printed(kind, piece.start, piece.end, piece.label_end))
        self.end = max(self.end, piece.end)
        if piece.kind == "short":
            self.ibid = True
            return
        label = view.folded[piece.start : piece.label_end]
        if not label and piece.numbers:
            # 1535. f.: the word stands behind the number
            label = view.folded[piece.numbers[-1].end : piece.end]
        letters = _letters(label)
        self.strong = self.strong or letters > _WEAK_LENGTH or label.startswith(_CYRILLIC_OPIS)
        self.labels += letters > 0

    def add_number(self, level: str, piece: Piece, printed: Number, view: View) -> None:
        """Add a number of a level, of those of a piece."""
        raw = view.printed(printed.start, printed.end)
        if level != "date" and len(piece.numbers) > 1:
            piece = Piece(piece.kind, piece.start, piece.label_end, printed.end, (printed,))
        if level in ("fond", "file") and " " in raw:
            # 33 987: the blank groups the digits
            raw = re.sub(r"(?<=[0-9]) (?=[0-9])", "", raw)
        kind = level
        if level == "fond":
            self.fond = fond_number(raw)
        elif level == "opis":
            self.opis = number(raw)
        elif level == "file":
            self.file = file_number(raw)
            self.file_label = FILE_LABELS.get(piece.kind) if piece.label_end > piece.start else None
        elif level == "date":
            self.date = " ".join(raw.split())
        else:
            unit = Unit(kind=_unit_kind(level), number=_unit_number(level, raw))
            self.units.append(unit)
            kind = unit.kind
        self.filled.add(level)
        self.add(kind, piece, view)

    def add_leaves(self, unit: LeafUnit, piece: Piece, view: View) -> None:
        """Add the leaves of a piece."""
        ranges: list[LeafRange] = []
        for printed in piece.numbers:
            ends = [_leaf(start, end, side, ranges, view) for start, end, side in printed.ends]
            if len(ends) == 1 and ends[0].side == "verso" and ends[0].number.endswith("r"):
                # 11rv: both sides of the leaf
                number_ = ends[0].number.removesuffix("r")
                ends = [Leaf(number=number_, side="recto"), Leaf(number=number_, side="verso")]
            ranges.append(LeafRange(first=ends[0], last=ends[1] if len(ends) == 2 else None, unit=unit))
        self.leaves += ranges
        self.filled.add("leaves")
        self.add("leaves", piece, view)


def drafts(run: Run, view: View) -> list[Draft]:
    """Deal the pieces of a run out to storage units: a level that comes again begins the next one."""
    current = _Making(run.start, run.kind)
    made = [current]
    for place, piece in enumerate(run.pieces):
        if piece.kind == "short":
            current.add("short", piece, view)
            continue
        if _is_fila(piece, run, place, view):
            piece = _as_leaves(piece, view) or piece
        following = run.pieces[place + 1].kind if place + 1 < len(run.pieces) else ""
        kind = _kind(piece, following, current.filled, view, ibid=current.ibid)
        level = "leaves" if kind in _LEAF_UNITS else "file" if kind in FILE_LABELS else kind
        if level == "leaves" in current.filled and _goes_on(run.pieces[place - 1], piece, view):
            current.add_leaves(_LEAF_UNITS[kind], piece, view)
            continue
        is_first = len(made) == 1 and not current.ibid
        goes_down = is_first and _goes_down_behind_file(run, place)
        if current.filled and not goes_down and _begins_next(level, current.filled, piece, first=is_first):
            current = _Making(piece.start, run.kind, continues=True)
            made.append(current)
        if level == "date" and current.filled == {"fond"}:
            # the date of a fond is not that of a document
            continue
        if level == "leaves":
            current.add_leaves(_LEAF_UNITS[kind], piece, view)
            continue
        for printed in piece.numbers:
            if printed is not piece.numbers[0]:
                current = _Making(printed.start, run.kind, continues=True)
                made.append(current)
                piece = Piece(piece.kind, printed.start, printed.start, printed.end, (printed,))
            current.add_number(level, piece, printed, view)
    return [draft.made() for draft in made if draft.parts]


def _is_fila(piece: Piece, run: Run, place: int, view: View) -> bool:
    """Say whether "f." is the leaf (filă) of Moldova: the last part, small where the fond was F., or after Ibidem."""
    if piece.kind != "fond" or place + 1 < len(run.pieces) or piece.label_end == piece.start:
        return False
    if not view.folded.startswith("f", piece.start) or place == 0:
        return False
    before = [one for one in run.pieces[:place] if one.kind == "fond"]
    if run.kind == "ibid":
        return place == 1
    is_capital = any(view.folded.startswith("F", one.start) for one in before)
    return is_capital and run.pieces[place - 1].kind in FILE_LABELS


def _as_leaves(piece: Piece, view: View) -> Piece | None:
    """Read the numbers of a piece once more, as leaves: 109, 134, 206-207v; None where they are none (I 70)."""
    start = piece.numbers[0].start
    run = read_run(_LEAF + view.folded[start : start + _FARTHEST_LEAVES], 0, "labelled")
    if run is None:
        return None
    shift = start - len(_LEAF)
    leaves = tuple(_shifted(number, shift) for number in run.pieces[0].numbers)
    return Piece("leaf", piece.start, piece.label_end, leaves[-1].end, leaves)


def _shifted(number: Number, shift: int) -> Number:
    ends = tuple((start + shift, end + shift, side) for start, end, side in number.ends)
    return Number(number.start + shift, number.end + shift, ends)


def _kind(piece: Piece, following: str, filled: set[str], view: View, *, ibid: bool) -> str:
    """Decide by its place what a word means that means several things; following is the kind of the next piece."""
    if piece.kind == "numero":
        return "document" if "file" in filled else "numero"
    if piece.kind == "page_or_folder":
        opens = "file" not in filled or "leaves" in filled
        is_folder = following == "leaf" or (opens and following in FILE_LABELS)
        return "folder" if is_folder else "page"
    if piece.kind == "page_or_file":
        return "page_or_file" if filled & {"fond", "opis"} and "file" not in filled else "page"
    if piece.kind == "item" and "opis" in filled and "file" not in filled and following not in FILE_LABELS:
        # Fund 7021, inventory 65, item 5; behind a file an item is a part of it
        return "file" if view.folded[piece.start : piece.label_end].isascii() else "item"
    if piece.kind == "box_or_leaf":
        is_karta = view.text[view.back(piece.start)].isascii() and (filled & {"file", "order"} or (ibid and not filled))
        return "leaf" if is_karta and following != "leaf" else "box"
    if piece.kind == "leaf" and following == "lapa" and "file" not in filled:
        # Latvian: l. is lieta, the file
        return "file"
    if piece.kind == "column" and following == "leaf" and "file" not in filled:
        # a столбец of the Muscovite chanceries is a roll, a storage unit
        return "file"
    return piece.kind


def _goes_on(before: Piece, piece: Piece, view: View) -> bool:
    """Say whether leaves go on behind a comma: арк. 12, арк. 18."""
    return before.kind == piece.kind and view.folded[before.end : piece.start].strip() == ","


def _begins_next(level: str, filled: set[str], piece: Piece, *, first: bool) -> bool:
    """Say whether a part belongs to the next storage unit: its level is there already, or a lower one is."""
    if piece.opens or level in filled:
        return True
    rank = _RANK.get(level)
    if rank is None or not any(_RANK.get(other, -1) > rank for other in filled):
        return False
    # the smallest first: file 14, inventory 2, fond 19
    lower_only = all(_RANK.get(other, 9) > rank for other in filled)
    return not (first and lower_only)


def _goes_down_behind_file(run: Run, place: int) -> bool:
    """Say whether a part is the opis of a file that stands before its fond: Архивное дело 437. Фонд Р-467. Опись 6."""
    if place != len(_FILE_FIRST) - 1 or len(run.pieces) != len(_FILE_FIRST):
        return False
    return tuple("delo" if piece.kind == "file" else piece.kind for piece in run.pieces) == _FILE_FIRST


@lru_cache(maxsize=2048)
def _letters(label: str) -> int:
    return sum(letter.isalpha() for letter in label)


def _leaf(start: int, end: int, side: str | None, before: Sequence[LeafRange], view: View) -> Leaf:
    raw = view.printed(start, end)
    named: Side | None = "verso" if side == "verso" else "recto" if side == "recto" else None
    if not raw[:1].isdigit() and before:
        # "5 и об.": the back of the leaf before
        return Leaf(number=(before[-1].last or before[-1].first).number, side=named)
    return Leaf(number=leaf_number(raw), side=named)


def _unit_kind(level: str) -> UnitKind:
    kind = {"department": "section", "expedition": "section", "razriad": "section"}.get(level, level)
    return next(known for known in UNIT_KINDS if known == kind)


def _unit_number(level: str, raw: str) -> str:
    if level in ("department", "expedition"):
        return " ".join(raw.split())
    if level in ("year", "deloproizvodstvo"):
        return "-".join("".join(c if c.isdigit() else " " for c in raw).split())
    return fond_number(raw) if level == "case" else number(raw)
