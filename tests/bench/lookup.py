"""One look-up of a name at 348 and at 10,000 repositories: the ratio of the times, which should be about 1.

The further rows are made up: abbreviations and names of their own, each as long as those of the table. Names that
are found, and names that are not, are looked up alike; the cache of lookup is passed by.
"""

import sys
import time
from statistics import median

from sovcite.data import authority, index
from sovcite.data.rows import Row, repository_from_row
from sovcite.data.tables import ambiguous_rows, repository_rows

_ROUNDS = 9
_KNOWN = ["РГАСПИ", "GARF", "ЦПА ИМЛ", "Г.А.Р.Ф.", "Российский государственный архив экономики", "ГАКО", "TsGAOR"]
_UNKNOWN = ["АГЦТМ", "Архив Театрального музея", "XYZ", "опись", "Л. 5 об."]


def _made_up(number: int) -> Row:
    return {
        "id": f"made-up-{number}",
        "cyrillic": f"ГААЩ{number}О",
        "latin": f"GAAShch{number}O",
        "name": f"Государственный архив документов новейшей истории области {number}",
        "aliases": [f"Госархив области {number}", f"ГА{number}Щ"],
        "certainty": "low",
        "source": "made up for this benchmark",
    }


def _seconds_a_name(size: int) -> float:
    rows = repository_rows()
    rows += [_made_up(number) for number in range(size - len(rows))]
    made = index.index_of([repository_from_row(row) for row in rows], ambiguous_rows())
    authority.index = lambda: made
    names = (_KNOWN + _UNKNOWN) * 500
    look_up = authority._lookup.__wrapped__
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for name in names:
            look_up(name, None)
        times.append((time.perf_counter() - start) / len(names))
    assert look_up("ЦПА ИМЛ", None) == ("rgaspi",)
    return median(times)


if __name__ == "__main__":
    sizes = (348, 10_000)
    small, large = (_seconds_a_name(size) for size in sizes)
    print(f"python {sys.version.split()[0]}: {small * 1e6:.2f} µs a name at {sizes[0]} rows, ", end="")
    print(f"{large * 1e6:.2f} µs at {sizes[1]}, ratio {large / small:.2f}")
