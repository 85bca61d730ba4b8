"""Running text → what looks like a reference, in order: where it stands, what it says, whose it may be.

The search goes from one designator with a number behind it to the next (or to "Там же", or to numbers in a
row behind a name), reads as far as the grammar goes, and looks for the repository's name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from sovcite.grammar import vocabulary
from sovcite.reading.drafts import Draft, drafts, is_bare_letter
from sovcite.reading.names import Name, name_after, name_before, name_nearby
from sovcite.reading.phrases import is_abbreviation, is_phrase
from sovcite.reading.pieces import Number, Piece, Run, RunKind, read_run
from sovcite.reading.view import View

NamePlace = Literal["before", "after", "nearby"]

_ORDER: dict[RunKind, int] = {"ibid": 0, "counted": 1, "bare": 2, "labelled": 3}
_OPENING = frozenset(("FOND", "OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE", "LEAF", "CASE"))
# right behind a known name a unit may stand where others have the fond: РГАДА. Разряд XX. Д. 5
_OPENING_BEHIND_A_NAME = frozenset(("RAZRIAD", "SECTION", "SERIES", "BOX", "FOLDER", "BOOK", "VOLUME", "INVENTORY"))
_LEVELS = frozenset(("FOND", "OPIS", "DELO", "STORAGE_UNIT", "SPRAVA", "FILE", "LEAF"))
_BEFORE_DIGIT = re.compile(
    r"(?<![\w/=#])(?<!\w-)([Фф](?=P-?[0-9])|[^\W\d_]+)(?='*(?: ?\([^\W\d_]{1,5}'?\.?\))?[ .,:'\"№#\nNnro°*}>]{0,60}-?"
    r"(?:BYA|(?:[^\W\d_]{1,2} ?\.? ?-? ?)?[0-9IVXLC]))"
)
_ROW = re.compile(
    r"(?:(?<![\w/.\-])|(?<=[^\W\d_]{2}[-/]))(?:[^\W\d_]{1,2}-?)?[0-9]+(?:-?[^\W\d_]{1,2})?(?:/|\. ?|-|, ?| )"
    r"[0-9]+(?:-?[^\W\d_]{1,2})?(?:/|\.|-|, ?| )[0-9]"
    r"|(?<=[A-Z]{2}\.) ?[0-9]+|(?<![\w/.\-])[0-9]{2,5}/[0-9]{1,4}(?![\w/])|(?<![\w/.\-])[0-9]{3,5}\.[0-9]{1,3}(?![\w.])"
    r"|(?<=[^\W\d_]{2}-)(?:[^\W\d_]-?)?[0-9]{1,5}-[0-9]{1,4}(?![\w/-])"
    r"|(?<=[^\W\d_]{2}/)[0-9]{1,5}(?:/[0-9]{1,4})?(?![\w/-])"
)
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
_YEAR_FIRST = re.compile(r"(?:1[89]|20)[0-9]{2}(?:-(?:1[89]|20)[0-9]{2}-|, ?| )")
_DATE_IN_DOTS = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:1[89]|20)[0-9]{2}(?![0-9/.-])")


class Find(NamedTuple):
    """A run of citations: what is printed for each, and the name beside it; places are of the folded text."""

    start: int
    end: int
    drafts: tuple[Draft, ...]
    name: Name | None = None
    name_place: NamePlace | None = None


class Unreadable(NamedTuple):
    """A run in which a level is named and its number is missing."""

    start: int
    end: int
    reason: str


def scan(view: View) -> Iterator[Find | Unreadable]:
    """Give the runs of a text in order; none overlaps another."""
    floor = 0
    for start, kind in _openings(view.folded):
        if start < floor:
            continue
        found = _read_at(view, start, kind, floor)
        if found is not None:
            yield found
            floor = found.end


def _openings(folded: str) -> Iterator[tuple[int, RunKind]]:
    """Give the places where a run may begin, with what it would be, in order."""
    found: list[tuple[int, RunKind]] = []
    words = vocabulary().words
    for match in _BEFORE_DIGIT.finditer(folded):
        start = match.start(1)
        key = match[1].casefold()
        if key not in words.terminals and key not in words.ends:
            continue
        start = _start_of_term(folded, start, key)
        label = vocabulary().label(folded, start)
        if label and (_OPENING | _OPENING_BEHIND_A_NAME).intersection(label.terminals):
            found.append((start, "labelled"))
    found += [(match.start(), "ibid") for match in _short_forms().finditer(folded)]
    for match in _ROW.finditer(folded):
        if not _DATE_IN_DOTS.match(folded, match.start()):
            found.append((match.start() + match[0].startswith(" "), "bare"))
    found += [(match.start(), "counted") for match in _counted().finditer(folded)]
    # at one place numbers in a row go before a designator: П789-10-11
    return iter(sorted(found, key=lambda one: (one[0], _ORDER[one[1]])))


def _start_of_term(folded: str, start: int, key: str) -> int:
    """Go back from the last word of a term of several to its first: from "хр." to "ед. хр."."""
    if key not in vocabulary().words.ends:
        return start
    for match in re.finditer(r"(?<![^\W\d_])[^\W\d_]+", folded[max(0, start - 16) : start]):
        place = max(0, start - 16) + match.start()
        found = vocabulary().words.at(folded, place)
        if found and found.end > start:
            return place
    return start


@cache
def _short_forms() -> re.Pattern[str]:
    terms = (key for key, names in vocabulary().words.terminals.items() if {"IBID", "IBID_SHORT"} & set(names))
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    pattern = "|".join(re.escape(term).replace(r"\ ", r"[. \n]+") for term in longest_first)
    # "in ibid., 833" is a page of a book
    return re.compile(rf"(?<![^\W\d_])(?<!\bin )(?:{pattern})(?![^\W\d_])", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    terms = sorted(key for key, names in vocabulary().words.terminals.items() if "COUNTED_FOND" in names)
    return re.compile(rf"(?<![\w/.\-])(?:[^\W\d_]-)?[0-9]+(?:\. ?|-)(?:{'|'.join(map(re.escape, terms))})(?![^\W\d_])")


def _read_at(view: View, start: int, kind: RunKind, floor: int) -> Find | Unreadable | None:
    name = name_before(view, start, floor) if kind != "ibid" else None
    if kind == "labelled" and not (name and name.known):
        label = vocabulary().label(view.folded, start)
        if label is None or not _OPENING.intersection(label.terminals):
            return None
    run = read_run(view.folded, start, kind)
    if run is None:
        return None
    if kind == "bare":
        run = _without_bare_letter(view, run)
    if kind == "labelled" and run.pieces[0].kind == "opis":
        run, name = _with_fond_before(view, run, name, floor)
    inside = None
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
    elif (name is None or not name.known) and found[0].highest <= 1 + (kind == "labelled") and not found[0].ibid:
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
    """Take away a single letter without its stop behind numbers in a row: RGADA 5.85.1.1245, L 153."""
    last = run.pieces[-1]
    if not is_bare_letter(view.folded[last.start : last.label_end]):
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
