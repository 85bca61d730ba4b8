"""How the letters of numbers are written: printed Cyrillic to the Latin of the model, and back again.

A number keeps its digits as printed. Its letters become Latin by the Library of Congress table, without
ligatures and marks, lower case but for the prefix of a fond; Roman numerals stay as they are. г is g in
Ukrainian too (the Congress has h there): one letter must be one letter in whatever language it is printed.

Source: ALA-LC Romanization Tables, Russian and Ukrainian (2012).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from sovcite.model import StyleLimit

CyrillicLanguage = Literal["ru", "uk", "be"]

CYRILLIC_TO_LATIN: dict[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "iu", "я": "ia", "ѣ": "ie", "ѳ": "f", "ѵ": "y",
}  # fmt: skip

# the letters of each language that have a way back; of letters that are one in Latin only the commonest is here
_ALPHABETS: dict[CyrillicLanguage, tuple[str, str]] = {
    "ru": ("Russian", "абвгдежзиклмнопрстуфхцчшщыюя"),
    "uk": ("Ukrainian", "абвгдеєжзіклмнопрстуфхцчшщюя"),
    "be": ("Belarusian", "абвгдежзіклмнопрстуфхцчшыюя"),
}
_BACK: dict[CyrillicLanguage, tuple[str, dict[str, str]]] = {
    language: (name, {CYRILLIC_TO_LATIN[letter]: letter for letter in letters})
    for language, (name, letters) in _ALPHABETS.items()
}
# the scholarly letters that can be no others
_SCHOLARLY = {"ž": "zh", "č": "ch", "š": "sh"}

# words behind a number that print parts from it: дополнительная, додаткова
_PARTED_WORDS = ("dop", "dod")
# Latin letters typed for Cyrillic ones; an opis' of nothing but these is сс (secret) or ос (особая)
_MISTYPED_WORDS = {"cc": "ss", "oc": "os"}
_LATIN_TYPED_FOR_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTXiI", "асеорхуАВСЕНКМОРТХіІ")
_ROMAN_TYPED_IN_CYRILLIC = str.maketrans("ХІСМѴ", "XICMV")

# patterns that a plain number does not need are compiled when they are first used: re keeps them
_DASH = r" ?(?:[-\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d] ?)+"
_SLASH = r" ?/ ?"
_BRACKETED_LETTER = r" ?\( ?([^\W\d_]{1,2}) ?\)"
_QUOTED_LETTER = r" ?[\"«„“‟]([^\W\d_])[\"»“”]"
_STOP_BETWEEN_LETTERS = r"(?<=[^\W\d_])\. ?(?=[^\W\d_])"
_LETTER_APART = r"(?<=[0-9]) (?=[^\W\d_](?![^\W\d_]))"
_HYPHEN_BEFORE_LETTER = r"(?<=[0-9])[- ]+(?=[^\W\d_])"
_WORD = r"[^\W\d_]+"
# up to two letters as printed; Щ and the like become more in Latin
_FOND_PREFIX = r"([^\W\d_]{1,2}|[^\W\d_]-[^\W\d_]{1,2}|[A-ZА-ЯІЇЄҐЎ]{3,8}(?=-)) ?\.? ?-?(?=[0-9])"
_FILE_PREFIX = r" ?[^\W\d_] ?[-\u2010-\u2015\u2212] ?(?:[^\W\d_]{1,2})?[0-9]"
# ВУА, SA, К-I
_NAMED_FOND = r"[^\W\d_]{2,3}|[^\W\d_]-[IVXLC]+"
_ROMAN = r"[CM]{0,3}[XLVI]+"


@lru_cache(maxsize=8192)
def number(raw: str) -> str:
    """Write a printed number of an opis', a file or another unit as the model has it.

    Source: ALA-LC Romanization Tables (2012).

    >>> [number(raw) for raw in ("2в", "19-б", "3996сс", "3 доп.", "2981 (b)", "3 «а»", "1–125", "III", "012/3")]
    ['2v', '19-b', '3996ss', '3 dop', '2981b', '3a', '1-125', 'III', '012/3']
    """
    if raw.isascii() and raw.isdigit():
        return raw
    text = _tidy(raw)
    return re.sub(_WORD, lambda found: _word(found, text), text)


@lru_cache(maxsize=8192)
def fond_number(raw: str) -> str:
    """Write a printed number of a fond as the model has it: as number does, its prefix in capitals.

    Р typed as a Cyrillic letter is R, P typed as a Latin one is P (as П is): the text must come as printed.

    Source: ALA-LC Romanization Tables (2012).

    >>> [fond_number(raw) for raw in ("Р. - 5446", "R5446", "П-6", "P-6", "И-336", "148а", "КМФ-18")]
    ['R-5446', 'R-5446', 'P-6', 'P-6', 'I-336', '148a', 'KMF-18']
    """
    if raw.isascii() and raw.isdigit():
        return raw
    text = _tidy(raw)
    prefix = re.match(_FOND_PREFIX, text)
    if not prefix:
        named = re.fullmatch(_NAMED_FOND, text)
        return _latin(text).upper() if named else number(raw)
    # Н-Ш44: the letters belong to the number
    hyphen = "" if "-" in prefix[1] else "-"
    return f"{_latin(prefix[1]).upper()}{hyphen}{number(text[prefix.end() :])}"


def file_number(raw: str) -> str:
    """Write a printed number of a file as the model has it: a letter and hyphen in front are its prefix.

    Source: ALA-LC Romanization Tables (2012).

    >>> [file_number(raw) for raw in ("П-12345", "2в", "19-а", "12/3")]
    ['P-12345', '2v', '19-a', '12/3']
    """
    return fond_number(raw) if re.match(_FILE_PREFIX, raw) else number(raw)


def leaf_number(raw: str) -> str:
    """Write a printed number of a leaf as the model has it: digits and the letter right behind them.

    Source: ALA-LC Romanization Tables (2012).

    >>> [leaf_number(raw) for raw in ("17а", "17-а", "13 б", "047")]
    ['17a', '17a', '13b', '047']
    """
    return re.sub(_HYPHEN_BEFORE_LETTER, "", number(raw))


def cyrillic_number(number_: str, language: CyrillicLanguage) -> str:
    """Print a number of the model in Cyrillic letters; raise StyleLimit for a letter with no single way back.

    >>> cyrillic_number("2v", "ru"), cyrillic_number("3 dop", "uk"), cyrillic_number("III", "ru")
    ('2в', '3 доп', 'III')
    >>> cyrillic_number("1c", "ru")
    Traceback (most recent call last):
    sovcite.model.errors.StyleLimit: 'c' of number '1c' is no Russian letter; choose a style in Latin letters
    """
    if number_.isascii() and number_.isdigit():
        return number_
    printed = re.sub(_WORD, lambda found: _word_back(found, number_, language), number_)
    if number(printed) != number_:
        raise StyleLimit(f"number {number_!r} cannot be printed in Cyrillic so that it can be read back")
    return printed


def cyrillic_fond_number(number_: str, language: CyrillicLanguage) -> str:
    """Print a fond's number in Cyrillic letters; raise StyleLimit for a letter with no single way back.

    >>> [cyrillic_fond_number(fond, "ru") for fond in ("R-5446", "P-6", "I-336", "148a")]
    ['Р-5446', 'П-6', 'И-336', '148а']
    """
    prefix = re.match(_FOND_PREFIX, number_)
    if not prefix:
        return cyrillic_number(number_, language)
    letters = _cyrillic(prefix[1].lower(), number_, language).upper()
    printed = f"{letters}-{cyrillic_number(number_[prefix.end() :], language)}"
    if fond_number(printed) != number_:
        raise StyleLimit(f"fond {number_!r} cannot be printed in Cyrillic so that it can be read back")
    return printed


def _tidy(raw: str) -> str:
    """Make dashes one, drop brackets, stops and needless spaces; letters stay as they are."""
    text = " ".join(unicodedata.normalize("NFC", raw).split())
    text = re.sub(_SLASH, "/", re.sub(_DASH, "-", text))
    text = re.sub(_QUOTED_LETTER, r"\1", re.sub(_BRACKETED_LETTER, r"\1", text))
    text = re.sub(_STOP_BETWEEN_LETTERS, "", text)
    return re.sub(_LETTER_APART, "", text).strip(" .,;:-")


def _word(found: re.Match[str], text: str) -> str:
    if _is_roman(found, text):
        return found[0].translate(_ROMAN_TYPED_IN_CYRILLIC)
    latin = _latin(found[0])
    apart = latin in _PARTED_WORDS and found.start() > 0 and text[found.start() - 1].isdigit()
    return f" {latin}" if apart else latin


def _is_roman(found: re.Match[str], text: str) -> bool:
    """Tell a Roman numeral: in capitals, not behind Arabic digits: 1-I is a letter, III and I-II are not."""
    # 231/II
    if any(letter.isdigit() for letter in text[: found.start()].rpartition("/")[2]):
        return False
    if text[found.end() : found.end() + 1].isdigit():
        return False
    return bool(re.fullmatch(_ROMAN, found[0].translate(_ROMAN_TYPED_IN_CYRILLIC)))


def _latin(letters: str) -> str:
    """Write letters in Latin, small; a Latin letter beside one that is Cyrillic for sure was mistyped."""
    if any(letter.casefold() in CYRILLIC_TO_LATIN for letter in letters):
        letters = letters.translate(_LATIN_TYPED_FOR_CYRILLIC)
    latin = "".join(CYRILLIC_TO_LATIN.get(letter, _SCHOLARLY.get(letter, letter)) for letter in letters.lower())
    return _MISTYPED_WORDS.get(latin, latin)


def _word_back(found: re.Match[str], number_: str, language: CyrillicLanguage) -> str:
    if found[0].isupper() and _is_roman(found, number_):
        return found[0]
    return _cyrillic(found[0], number_, language)


def _cyrillic(letters: str, number_: str, language: CyrillicLanguage) -> str:
    name, back = _BACK[language]
    printed = ""
    while letters:
        length = next((n for n in (4, 2, 1) if letters[:n] in back and len(letters) >= n), 0)
        if not length:
            raise StyleLimit(
                f"{letters[0]!r} of number {number_!r} is no {name} letter; choose a style in Latin letters"
            )
        printed += back[letters[:length]]
        letters = letters[length:]
    return printed
