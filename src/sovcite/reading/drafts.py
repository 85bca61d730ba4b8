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
_LEAF_UNITS: dict[str, LeafUnit] = {"leaf": "leaf", "lapa": "leaf", "varaq": "leaf", "page": "page", "column": "column"}
_RANK = {"fond": 1, "opis": 2, "file": 3, "leaves": 4}
# designators of one or two letters are words of many things (д. 5 is a house, л. 3 a horse-power)
_WEAK_LENGTH = 2
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


def drafts(run: Run, view: View) -> list[Draft]:
    """Deal the pieces of a run out to storage units: a level that comes again begins the next one."""
    found: list[Draft] = []
    current = Draft(start=run.start, end=run.start, kind=run.kind)
    filled: set[str] = set()
    for place, piece in enumerate(run.pieces):
        if piece.kind == "short":
            current = _with(current, piece, view, ibid=True)
            continue
        if _is_fila(piece, run, place, view):
            piece = _as_leaves(piece, view) or piece
        kind = _kind(piece, run.pieces[place + 1 :], filled, view, ibid=current.ibid)
        level = "leaves" if kind in _LEAF_UNITS else "file" if kind in FILE_LABELS else kind
        if level == "leaves" in filled and _goes_on(run.pieces[place - 1], piece, view):
            current = _with_leaves(current, piece, kind, view)
            continue
        if filled and _begins_next(level, filled, piece, first=not found and not current.ibid):
            found.append(current)
            current = Draft(start=piece.start, end=piece.start, kind=run.kind, continues=True)
            filled = set()
        if level == "date" and filled == {"fond"}:
            # the date of a fond is not that of a document
            continue
        if level == "leaves":
            current = _with_leaves(current, piece, kind, view)
            filled.add(level)
            continue
        for printed in piece.numbers:
            if printed is not piece.numbers[0]:
                found.append(current)
                current = Draft(start=printed.start, end=printed.start, kind=run.kind, continues=True)
                piece = Piece(piece.kind, printed.start, printed.start, printed.end, (printed,))
                filled = set()
            current = _with_number(current, piece, level, printed, view)
            filled.add(level)
    found.append(current)
    return [draft for draft in found if draft.parts]


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


def _kind(piece: Piece, after: Sequence[Piece], filled: set[str], view: View, *, ibid: bool) -> str:
    """Decide by its place what a word means that means several things."""
    following = after[0].kind if after else ""
    if piece.kind == "numero":
        return "document" if "file" in filled else "numero"
    if piece.kind == "page_or_folder":
        opens = "file" not in filled or "leaves" in filled
        is_folder = following == "leaf" or (opens and following in FILE_LABELS)
        return "folder" if is_folder else "page"
    if piece.kind == "page_or_file":
        return "page_or_file" if filled & {"fond", "opis"} and "file" not in filled else "page"
    if piece.kind == "box_or_leaf":
        is_karta = view.text[view.back(piece.start)].isascii() and ("file" in filled or (ibid and not filled))
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


@lru_cache(maxsize=2048)
def _letters(label: str) -> int:
    return sum(letter.isalpha() for letter in label)


def _with(draft: Draft, piece: Piece, view: View, kind: str | None = None, **changes: object) -> Draft:
    part = Printed(kind or piece.kind, piece.start, piece.end, piece.label_end)
    label = view.folded[piece.start : piece.label_end]
    if not label and piece.numbers:
        # 1535. f.: the word stands behind the number
        label = view.folded[piece.numbers[-1].end : piece.end]
    letters = _letters(label)
    return draft._replace(
        end=max(draft.end, piece.end),
        parts=(*draft.parts, part),
        strong=draft.strong or (letters > _WEAK_LENGTH and piece.kind != "short") or label.startswith(_CYRILLIC_OPIS),
        labels=draft.labels + bool(letters and piece.kind != "short"),
        **changes,  # type: ignore[arg-type]
    )


def _with_number(draft: Draft, piece: Piece, level: str, printed: Number, view: View) -> Draft:
    raw = view.printed(printed.start, printed.end)
    if level in ("fond", "file"):
        # 33 987: the blank groups the digits
        raw = re.sub(r"(?<=[0-9]) (?=[0-9])", "", raw)
    if level != "date" and len(piece.numbers) > 1:
        piece = Piece(piece.kind, piece.start, piece.label_end, printed.end, (printed,))
    if level == "fond":
        return _with(draft, piece, view, level, fond=fond_number(raw))
    if level == "opis":
        return _with(draft, piece, view, level, opis=number(raw))
    if level == "file":
        label = FILE_LABELS.get(piece.kind) if piece.label_end > piece.start else None
        return _with(draft, piece, view, level, file=file_number(raw), file_label=label)
    if level == "date":
        return _with(draft, piece, view, level, date=" ".join(raw.split()))
    unit = Unit(kind=_unit_kind(level), number=_unit_number(level, raw))
    return _with(draft, piece, view, unit.kind, units=(*draft.units, unit))


def _with_leaves(draft: Draft, piece: Piece, kind: str, view: View) -> Draft:
    ranges: list[LeafRange] = []
    for printed in piece.numbers:
        ends = [_leaf(start, end, side, ranges, view) for start, end, side in printed.ends]
        if len(ends) == 1 and ends[0].side == "verso" and ends[0].number.endswith("r"):
            # 11rv: both sides of the leaf
            number = ends[0].number.removesuffix("r")
            ends = [Leaf(number=number, side="recto"), Leaf(number=number, side="verso")]
        ranges.append(
            LeafRange(first=ends[0], last=ends[1] if len(ends) == 2 else None, unit=_LEAF_UNITS[kind])
        )
    return _with(draft, piece, view, "leaves", leaves=(*draft.leaves, *ranges))


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
