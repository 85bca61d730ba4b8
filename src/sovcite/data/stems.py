"""Long names as a sentence has them: in any case, with its common words shortened.

"в Государственном архиве РФ" names Государственный архив Российской Федерации. The endings of the words are
left off on both sides; what remains is compared.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
# of adjectives and nouns in Russian, Ukrainian and Belarusian, the longest first
_ENDINGS = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ага", "яга", "аму", "ями", "ами",
    "ый", "ий", "ій", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "іх", "ым", "им", "ім", "ом", "ем", "ам",
    "ах", "ою", "ей", "ев", "ов", "ів", "аў", "ії", "ия", "ии", "ию",
    "а", "я", "у", "ю", "е", "є", "і", "ї", "и", "ы", "о", "ь", "й",
)  # fmt: skip
# so much of a word is left at least
_SHORTEST = 4
# words that print shortens, as the whole words that they stand for
_SHORTENED = {
    "рф": ("российской", "федерации"),
    "обл": ("области",),
    "респ": ("республики",),
    "гос": ("государственный",),
    "держ": ("державний",),
    "госархив": ("государственный", "архив"),
    "держархів": ("державний", "архів"),
    "партархив": ("партийный", "архив"),
    "облгосархив": ("областной", "государственный", "архив"),
    "им": ("имени",),
    "ім": ("імені",),
}
_FEWEST_WORDS = 3
# архіў, архіве
_ONE_LETTER = str.maketrans("ёў", "ев")


def stem_key(name: str) -> str:
    """Give the key of a long name in Cyrillic, whatever case it stands in; "" for a name of fewer than three words.

    >>> stem_key("Государственном архиве РФ") == stem_key("Государственный архив Российской Федерации")
    True
    >>> stem_key("ГАРФ")
    ''
    """
    words = _WORD.findall(unicodedata.normalize("NFC", name).casefold().translate(_ONE_LETTER))
    whole = [one for word in words for one in _whole(word)]
    if len(whole) < _FEWEST_WORDS or not all(_is_cyrillic(word) for word in whole):
        return ""
    return " ".join(_stem(word) for word in whole)


def _whole(word: str) -> tuple[str, ...]:
    for short, whole in _SHORTENED.items():
        if word == short or (len(short) > _SHORTEST and word.startswith(short) and len(word) - len(short) < 3):
            return whole
    return (word,)


def _is_cyrillic(word: str) -> bool:
    return "Ѐ" <= word[0] <= "ӿ"


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
