"""Running text → what looks like a reference, in order: where it stands, what it says, whose it may be.

The search goes from one designator with a number behind it to the next (or to "Там же", or to numbers in a
row behind a name), reads as far as the grammar goes, and looks for the repository's name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sovcite.grammar import vocabulary
from sovcite.reading.drafts import BELOW_OPIS, Draft, drafts, is_bare_letter
from sovcite.reading.keepers import keeper_behind, read_held
from sovcite.reading.labels import OPENING, are_pages, labelled
from sovcite.reading.names import Name, name_after, name_before, name_nearby
from sovcite.reading.openings import Openings
from sovcite.reading.phrases import is_abbreviation, is_phrase
from sovcite.reading.pieces import Number, Piece, Run, RunKind
from sovcite.reading.prose import is_letter_of_prose, is_said_in_prose
from sovcite.reading.runs import read_run
from sovcite.reading.view import View

NamePlace = Literal["before", "after", "nearby"]

_LEVELS = frozenset(("FOND", "OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE", "LEAF"))
_FOND_BEFORE_OPIS = re.compile(r"(?<![\w-])(?:[^\W\d_]{1,2}-)?[0-9]+(?=,?\s*\Z)")
# telephone numbers and spans of years: 8-495-245-81-41, 2019-2020-2021; ЦДІАК, 2010, 3, 45
_MOST_HYPHENS = 3
# fond, opis, file and leaf behind an abbreviation that nobody knows: RCCSMHR, 497/2/1/3
_LONGEST_SLASHED = 3
_SURE_ABBREVIATION = 4
_OTHER_ROW = re.compile(r"[/.]")
# fond and opis alone: 17/3, 640.1, and neither 9.00 nor 12/3
_PAIR = re.compile(
    r"(?:[0-9]{2,5}/[0-9]{1,4}|(?<=/)[0-9]/[0-9]{1,4}|[0-9]{3,5}\.[0-9]{1,3}|(?:[^\W\d_]-?)?[0-9]{1,5}-[0-9]{1,4})"
    r"(?![\w/-]|\.[0-9])"
)
_GOES_ON = re.compile(r"-[0-9]")
# 1799, 1800, 1824 are years, 1604, 1, 15 a fond, an opis and a file
_YEAR_FIRST = re.compile(r"(?:1[89]|20)[0-9]{2}(?:-(?:1[89]|20)[0-9]{2}-|, ?| )|1[5-7][0-9]{2}, ?1[5-9][0-9]{2}")

_FOND, _FILE, _LEAVES = 1, 3, 4
# the short form and one part more
_WITH_SHORT_FORM = 2
_LONE_LETTER = re.compile(r"[^\W\d_] [0-9]")
_LETTER_OF_FOND = re.compile(r"[^\W\d_]")


class Find(NamedTuple):
    """A run of citations: what is printed for each, and the name beside it; places are of the folded text.

    held: it is an archive's file without a fond, and who keeps it stands beside it.
    """

    start: int
    end: int
    drafts: tuple[Draft, ...]
    name: Name | None = None
    name_place: NamePlace | None = None
    held: bool = False


class Unreadable(NamedTuple):
    """A run in which a level is named and its number is missing."""

    start: int
    end: int
    reason: str


def scan(view: View, *, behind: bool = True) -> Iterator[Find | Unreadable]:
    """Give the runs of a text in order; none overlaps another. behind: a citation stands before the text."""
    openings = Openings(view.folded, behind=behind)
    cited = behind
    for place, kind in openings:
        if place < openings.floor:
            continue
        if not cited and kind == "labelled" and is_letter_of_prose(view.folded, place):
            continue
        start = labelled(view.folded, place) if kind == "labelled" else place
        if start is None or start < openings.floor:
            continue
        if not cited and kind == "labelled" and _is_lone_letter(view, start):
            continue
        found = _read_held(view, start) if kind == "held" else _read_at(view, start, kind, openings.floor)
        if found is None or (not cited and _is_folio(view, found)):
            continue
        yield found
        openings.floor = found.end
        cited = cited or (isinstance(found, Find) and _is_surely_cited(found))


def _read_held(view: View, start: int) -> Find | None:
    read = read_held(view, start)
    if read is None:
        return None
    run, name = read
    return Find(name.start, run.end, tuple(drafts(run, view)), name, "before", held=True)


def _read_at(view: View, start: int, kind: RunKind, floor: int) -> Find | Unreadable | None:
    if kind == "bare" and are_pages(view.folded, start):
        return None
    name = name_before(view, start, floor) if kind != "ibid" else None
    if kind == "labelled" and not (name and name.known):
        label = vocabulary().label(view.folded, start)
        if label is None or not OPENING.intersection(label.terminals):
            return None
    if kind == "bare" and name is None and not _LETTER_OF_FOND.match(view.folded, start):
        # no sound row, which need not be read to be seen: a table of numbers is not read anew from each of them
        return None
    run = read_run(view.folded, start, kind)
    if run is None or (kind == "ibid" and is_said_in_prose(view, run)):
        return None
    if kind == "bare":
        run = _without_bare_letter(view, run)
    if kind == "labelled" and run.pieces[0].kind == "opis":
        run, name = _with_fond_before(view, run, name, floor)
    inside = None
    if name is None and len(run.pieces) == 1 and run.pieces[0].kind == "delo":
        keeper = keeper_behind(view, run)
        if keeper is not None:
            found = tuple(drafts(run, view))
            if len(found) == 1:
                found = (found[0]._replace(end=keeper.end),)
            return Find(run.start, keeper.end, found, keeper, "after", held=True)
    if name is None and len(run.pieces) == 1 and run.pieces[0].kind == "fond":
        run, inside = _over_name(view, run)
    found = tuple(drafts(run, view))
    if kind == "counted" and len(run.pieces) == 1 and not found[0].strong:
        # "л. 5. ф. 17" is none
        return None
    if kind == "bare" and not _is_sound_row(view, found[0], name):
        return None
    missing = _missing_number(view, run)
    if missing is not None:
        return missing._replace(start=name.start) if name else missing
    place: NamePlace | None = "before" if name else None
    end = max(run.end, found[-1].end)
    if inside is not None:
        name, place = inside, "after"
    elif (name is None or not name.known) and not found[0].ibid and _may_be_named_behind(found[0], kind):
        behind = name_after(view, end)
        if behind is not None:
            closes = view.folded[behind.start - 1] == "(" and view.folded.startswith(")", behind.end)
            name, place, end = behind, "after", behind.end + closes
            found = (*found[:-1], found[-1]._replace(end=end)) if len(found) == 1 else found
        elif name is None and (found[0].fond or found[0].opis):
            name = name_nearby(view, start, floor)
            place = "nearby" if name else None
    start = name.start if name and place == "before" else run.start
    return Find(start=start, end=end, drafts=found, name=name, name_place=place)


def _is_lone_letter(view: View, start: int) -> bool:
    """Say whether a word of one letter, a file or leaf, and its number are all that is there: В 1932 г. урожай."""
    if not _LONE_LETTER.match(view.folded, start):
        return False
    run = read_run(view.folded, start, "labelled")
    return run is not None and len(run.pieces) == 1 and run.pieces[0].kind in BELOW_OPIS


def _is_surely_cited(found: Find) -> bool:
    return bool(found.name and found.name.known) or any(draft.opis for draft in found.drafts)


def _is_folio(view: View, found: Find | Unreadable) -> bool:
    """Say whether a short form gives the folio of a manuscript or print, where no archive is cited before it."""
    if isinstance(found, Unreadable) or not found.drafts[0].ibid:
        return False
    first = found.drafts[0]
    part = next((part for part in first.parts if part.kind != "short"), first.parts[0])
    is_alone = first.highest == _LEAVES or (first.highest == _FOND and len(first.parts) == _WITH_SHORT_FORM)
    return is_alone and view.folded[part.start : part.label_end][:1] in ("f", "F")


def _may_be_named_behind(draft: Draft, kind: RunKind) -> bool:
    """Say whether the archive may follow: Fond 102, Case 35, GARF; Дело: П-21475, Госархив ХмО."""
    is_criminal = draft.highest == _FILE and draft.strong and "-" in (draft.file or "")
    return draft.highest <= 1 + (kind == "labelled") or is_criminal


def _over_name(view: View, run: Run) -> tuple[Run, Name | None]:
    """Read on over the name of the archive: в фонде 17 РГАСПИ (опись 3, дело 746)."""
    name = name_after(view, run.end, inside=True)
    if name is None or not name.known:
        return run, None
    start = vocabulary().end_of("BETWEEN", view.folded, name.end)
    label = vocabulary().label(view.folded, start)
    if label is None or not {"OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE"}.intersection(label.terminals):
        return run, None
    rest = read_run(view.folded, start, "labelled")
    return (Run(run.kind, (*run.pieces, *rest.pieces), run.start, rest.end), name) if rest else (run, None)


def _without_bare_letter(view: View, run: Run) -> Run:
    """Take away a capital letter without its stop behind numbers in a row: RGADA 5.85.1.1245, L 153; not ", l 12"."""
    last = run.pieces[-1]
    label = view.folded[last.start : last.label_end]
    if not is_bare_letter(label) or label.islower():
        return run
    pieces = run.pieces[:-1]
    return Run(run.kind, pieces, run.start, pieces[-1].end)


def _with_fond_before(view: View, run: Run, name: Name | None, floor: int) -> tuple[Run, Name | None]:
    """Read the fond of "K-1, ap. 58, b. 125" and "РГАСПИ, 17, оп. 3": a number alone before the opis."""
    match = _FOND_BEFORE_OPIS.search(view.folded, max(floor, run.start - 16), run.start)
    if match is None or name is not None:
        return run, name
    named = name_before(view, match.start(), floor)
    if named is None and "-" not in match[0]:
        return run, name
    number = Number(match.start(), match.end())
    piece = Piece("fond", match.start(), match.start(), match.end(), (number,))
    return Run(run.kind, (piece, *run.pieces), match.start(), run.end), named


def _is_sound_row(view: View, draft: Draft, name: Name | None) -> bool:
    """Say whether numbers in a row can be a citation: behind a known name, or by the letter of the fond."""
    row = view.folded[draft.start : draft.end]
    is_hyphened = "-" in row and not _OTHER_ROW.search(row)
    goes_on = _GOES_ON.match(view.folded, draft.end) or row.count("-") > _MOST_HYPHENS
    if (is_hyphened and goes_on) or _YEAR_FIRST.match(row):
        return False
    if draft.opis and not draft.file and (name is None or not _PAIR.match(view.folded, draft.start)):
        return False
    if is_hyphened and draft.opis and not draft.file and not view.folded.startswith("-", draft.start - 1):
        # GPB 237-40 are pages
        return False
    if name is None:
        # whether its fond is cited elsewhere is for the resolution to see
        return bool(draft.fond and "-" in draft.fond and draft.file)
    if name.name.written.islower():
        # a part of an address
        return False
    if not name.known:
        is_long = row.count("/") == _LONGEST_SLASHED and len(name.name.written) >= _SURE_ABBREVIATION
        is_sure = is_long or is_phrase(name.name.written) or draft.labels > 0
        return "/" in row and draft.file is not None and is_sure
    if view.folded[name.end : draft.start] == "/" and is_abbreviation(name.name.written):
        # ДАХО/40
        return True
    return draft.opis is not None or ("." in view.folded[name.end : draft.start] and _writes_dots(name))


def _writes_dots(name: Name) -> bool:
    """Say whether a repository cites whole fonds as ERA.1608, as its row in the table tells."""
    from sovcite.data.authority import repository

    row = repository(name.name.id) if name.name.id else None
    return row is not None and row.language == "et"


def _missing_number(view: View, run: Run) -> Unreadable | None:
    """Say that a level is named behind a run without its number, and another level with one follows."""
    if run.kind == "bare":
        return None
    text, shapes = view.folded, vocabulary().shapes
    between = shapes["BETWEEN"].match(text, run.end)
    place = between.end() if between else run.end
    named = vocabulary().words.at(text, place)
    if named is None or not _LEVELS.intersection(named.terminals) or vocabulary().label(text, place):
        return None
    if text[named.end : named.end + 1] != "." or "\n" in text[run.end : place]:
        return None
    between = shapes["BETWEEN"].match(text, named.end)
    after = between.end() if between else named.end
    label = vocabulary().label(text, after)
    if label is None or not _LEVELS.intersection(label.terminals):
        return None
    rest = read_run(text, after, "labelled")
    level = next(name for name in named.terminals if name in _LEVELS).lower()
    level = level if level in ("fond", "opis", "leaf") else "file"
    printed = view.printed(named.start, named.end + 1)
    reason = f"{level} number missing after {printed!r}"
    return Unreadable(start=run.start, end=rest.end if rest else after, reason=reason)
