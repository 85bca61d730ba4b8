"""Words that name the city or country of an archive: they tell apart the archives that share an abbreviation."""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping, Sequence
from functools import cache

from sovcite.data.authority import repository
from sovcite.data.saved import saved
from sovcite.data.tables import PLACES, content_of, fingerprint
from sovcite.model import DataError

# a hyphen may join the parts of a name: Санкт-Петербург; an apostrophe stands for ь
_WORD = re.compile(r"[^\W\d_]+(?:['ʻ’-][^\W\d_]+)*'?")
_SHORTEST = 3
_LONGEST_ENDING = 8
# a case, or an adjective and its case: Вологд|а, Костром|ского, Закарпат|ської; no surname, as Сахар|ов is
_ENDING = re.compile(
    r"(?:[а-яіїєґў]{0,3}?(?:с|сь|з|ц|ць|ь)к)?"
    r"(?:[аеиоуыьюяіїў]?|[оеиыуюа][йїеюмх]|ая|яя|[иі][яюийї]|ь[яюе]|[оеа]го|[оеа]му|ага|ями|ами|[иы]ми|ией|ією)"
    r"|(?:[a-z']{0,3}?s'?k)?(?:[aeiouy']?|ii|yi|oi|ogo|omu|om|aia|oe|ia|iia|iiu|iu|'e|'ia|'iu|ian|an|n|'s|ym|im|ykh|ikh)"
)


# what stands before the name of a place in running text, where Киров and Владимир are as often people
_LEADS = frozenset((
    "в", "во", "из", "под", "г", "гор", "город", "города", "городе", "республика", "республики", "республике", "края",
    "область", "области", "у", "ў", "із", "з", "зі", "до", "м", "місто", "міста", "республіки",
    "in", "of", "from", "at", "near", "city", "republic", "republiki", "gorod", "goroda", "oblast", "oblasti",
))  # fmt: skip
_ARCHIVE = ("архив", "архів", "архіў", "arkhiv", "archiv")
_ADJECTIVE = re.compile(r"(?:[а-яіїєґў]*(?:с|сь|з|ц|ць|ь)к|[a-z']*s'?k).{1,4}")


def placed(text: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Give those of the repositories with these ids that lie where the words of a text say; none where no word does.

    Where one word leaves several and another word fewer, the fewer; where words contradict each other, all.

    Source: places.toml.

    >>> placed("Государственный архив Костромской области", ("gako-kostroma", "gako-kursk"))
    ('gako-kostroma',)
    >>> placed("в Москве и Курске", ("gako-kostroma", "gako-kursk")), placed("в Туле", ("gako-kursk",))
    (('gako-kursk',), ())
    """
    return _of_words(_WORD.findall(text), ids)


def placed_in_prose(text: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Do as placed does for running text: a word counts as an adjective, or behind one such as "in" or "republic".

    >>> placed_in_prose("С. М. Киров писал из Костромы", ("gako-kostroma", "gako-kirov"))
    ('gako-kostroma',)
    """
    words = _WORD.findall(text)
    places = [
        word
        for lead, word in zip(["", *words], words, strict=False)
        if _leads(lead) or _ADJECTIVE.fullmatch(_fold(word))
    ]
    return _of_words(places, ids)


def _leads(word: str) -> bool:
    # a capital alone is an initial: М. Киров
    folded = word if len(word) == 1 else _fold(word)
    return folded in _LEADS or folded.startswith(_ARCHIVE)


def _of_words(words: Sequence[str], ids: Sequence[str]) -> tuple[str, ...]:
    named = [tuple(id_ for id_ in ids if _lies(id_, keys)) for keys in map(_keys, words) if keys]
    named = [found for found in named if found]
    if not named:
        return ()
    in_all = tuple(id_ for id_ in ids if all(id_ in found for found in named))
    return in_all or tuple(id_ for id_ in ids if any(id_ in found for found in named))


def _lies(id_: str, keys: Sequence[str]) -> bool:
    row = repository(id_)
    return row.city in keys or row.country in keys


def _keys(word: str) -> Sequence[str]:
    """Give the cities and countries that a word names, by the longest beginning of it that is known."""
    if not word[0].isupper():
        return ()
    folded = _fold(word)
    for length in range(len(folded), max(_SHORTEST, len(folded) - _LONGEST_ENDING) - 1, -1):
        found = _beginnings().get(folded[:length])
        if found and _ENDING.fullmatch(folded, length):
            return found
    return ()


def _fold(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("’", "'")


@cache
def _beginnings() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = marshal.loads(saved("places", fingerprint(), lambda: marshal.dumps(_made())))
    return found


def _made() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table in content_of(PLACES).values():
        if not isinstance(table, dict):
            raise DataError(f"{PLACES}: write [city] and [country]")
        for key, words in table.items():
            for word in words:
                keys = found.setdefault(_fold(word), [])
                if key not in keys:
                    keys.append(key)
    return found
