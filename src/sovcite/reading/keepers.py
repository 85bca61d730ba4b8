"""Criminal files of police and security, whose archives have no fonds: the archive and the file's number alone.

Арх.дело: 16657 – УСБУ в Одесской обл.    Арх.дело: КГБ РБ – 30018-с    Арх.дело: ГУ СБУ в Крыму, д. 018317

That the file is an archive's stands before it, and who keeps it beside it; with one of them alone nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sovcite.data.authority import lookup
from sovcite.grammar import fold, vocabulary
from sovcite.model import RepositoryName
from sovcite.reading.names import Name, name_after
from sovcite.reading.pieces import Number, Piece, Run
from sovcite.reading.view import View

# between a file and its keeper, and between the keeper and the file
_BETWEEN = re.compile(r"[ ,(]{0,4}(?:[-/] ?)?")
_BEFORE_NUMBER = fold(r" ?(?:[-/]|, ?(?:дело|д\.)) ?(?:№ ?)?(?=[^\W\d_]?-?[0-9])")
_IN = fold(r"(?:(?:в|во|у) )?")
_LONGEST_LABEL = 40
_ARCHIVAL = fold("рх")


def held_files(folded: str) -> Iterator[int]:
    """Give the places behind "Арх.дело:" where an archive and then the file's number stand."""
    if _ARCHIVAL in folded:
        yield from (match.end() for match in _held().finditer(folded))


def read_held(view: View, start: int) -> tuple[Run, Name] | None:
    """Read the archive and the number behind it: КГБ РБ – 30018-с."""
    match = _keeper_and_number().match(view.folded, start)
    end = vocabulary().number_end("FILE_NUMBER", view.folded, match.end()) if match else None
    if match is None or end is None:
        return None
    number = Number(match.end(), end)
    piece = Piece("delo", match.end(1), match.end(), end, (number,))
    return Run("labelled", (piece,), match.end(1), end), _as_keeper(view, match.start(1), match.end(1))


def keeper_behind(view: View, run: Run) -> Name | None:
    """Give who keeps a file that is called an archive's: Арх.дело: 16657 – УСБУ в Одесской обл."""
    folded, shapes = view.folded, vocabulary().shapes
    before = folded[max(0, run.start - _LONGEST_LABEL) : run.pieces[0].label_end].rstrip(" .:№")
    is_archival = any(label.end() == len(before) for label in shapes["ARCHIVAL_FILE"].finditer(before))
    place = _over_blanks(folded, run.end)
    said = shapes["KEPT_AT"].match(folded, place)
    if said is None and not is_archival:
        return None
    place = _over_blanks(folded, said.end()) if said else place
    keeper = _keeper().match(folded, place)
    return _as_keeper(view, keeper.start(1), keeper.end(1)) if keeper else name_after(view, place)


def _over_blanks(folded: str, place: int) -> int:
    match = _BETWEEN.match(folded, place)
    return match.end() if match else place


def _as_keeper(view: View, start: int, end: int) -> Name:
    words = view.text[view.back(start) : view.back_end(end)]
    parts = words.split(" ")
    ids = next((found for size in range(len(parts), 0, -1) if (found := lookup(" ".join(parts[:size])))), ())
    return Name(start, end, RepositoryName(written=words, id=ids[0] if len(ids) == 1 else None))


@cache
def _held() -> re.Pattern[str]:
    shapes = vocabulary().shapes
    return re.compile(rf"{shapes['ARCHIVAL_FILE'].pattern}[.:]{{0,2}} ?(?={shapes['KEEPER'].pattern}{_BEFORE_NUMBER})")


@cache
def _keeper() -> re.Pattern[str]:
    return re.compile(rf"{_IN}({vocabulary().shapes['KEEPER'].pattern})")


@cache
def _keeper_and_number() -> re.Pattern[str]:
    return re.compile(rf"({vocabulary().shapes['KEEPER'].pattern}){_BEFORE_NUMBER}")
