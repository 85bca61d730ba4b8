"""The shape of a name that the table does not have: an abbreviation in capitals, a phrase about an archive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sovcite.grammar import fold, vocabulary

WORD = re.compile(r"(?<![^\W\d])[^\W\d_]+(?:['\-][^\W\d_]+)*(?![\w])")
_ROMAN = r"[IVXLC]+"
# letters that begin no word are in no abbreviation
_NEVER_SHORTENED = frozenset("ЬЪьъ")
_LONGEST_ABBREVIATION = 9
_HEXADECIMAL = frozenset("ABCDEF")
# so far back from the end of a name its abbreviation may stand
_WORDS_BEHIND = 6
_MOST_ABBREVIATIONS = 4
# Центр. гос. архив, Росс. гос. архив
_LONGEST_SHORTENED = 6
_LONGEST_OF_ARCHIVE = 3


def phrase_start(words: Sequence[re.Match[str]]) -> int | None:
    """Find where the name begins that the last words are, or None where they are no name."""
    part = part_of_a_library(words)
    if part is not None:
        return part
    shapes = vocabulary().shapes
    archive = next(
        (place for place in range(len(words) - 1, -1, -1) if shapes["ARCHIVE_WORD"].fullmatch(words[place][0])), None
    )
    if archive is not None and not _breaks_off(words[archive + 1 :]) and not _is_caption(words[archive:]):
        start = archive
        for place in range(archive - 1, -1, -1):
            word = words[place][0]
            if _is_stop(word) or not (word[0].isupper() or shapes["ADJECTIVE"].fullmatch(word)):
                break
            if ends_a_sentence(words[place]):
                break
            if word[0].isupper():
                start = place
        if start == archive and _is_generic(words[start][0]) and start + 1 < len(words):
            # "в архиве НИАБГр" names НИАБГр
            behind = words[start + 1]
            if is_abbreviation(behind[0]):
                return behind.start()
            # "архиве Вологодской области" and not "архив Грибоедова", which is a fond
            return words[start].start() if shapes["ADJECTIVE"].fullmatch(behind[0]) else None
        alone = start == len(words) - 1 and vocabulary().is_term(words[start][0], "NO_ARCHIVE")
        if not alone and (words[start][0][0].isupper() or start == archive):
            return words[start].start()
    for place in range(len(words) - 1, max(-1, len(words) - _WORDS_BEHIND), -1):
        if is_abbreviation(words[place][0]):
            end = place + 1
            while place and is_abbreviation(words[place - 1][0]):
                place -= 1
            if end - place >= _MOST_ABBREVIATIONS:
                # a heading in capitals
                return None
            return None if _HEXADECIMAL.issuperset(words[place][0]) else words[place].start()
        word = words[place][0]
        if len(word) == 1 or not (word[0].isupper() or vocabulary().is_term(word, "NAME_CONNECTOR")):
            return None
        if shapes["ARCHIVAL"].fullmatch(word) or vocabulary().is_term(word, "IBID_SHORT"):
            return None
    return None


def part_of_a_library(words: Sequence[re.Match[str]]) -> int | None:
    """Find the words that begin as a part of a library: Отдел рукописей Российской национальной библиотеки."""
    for place in range(len(words) - 2, -1, -1):
        first, second = words[place], words[place + 1]
        if vocabulary().is_term(first.string[first.start() : second.end()], "NAME_PART"):
            behind = words[place + 2 :]
            is_name = bool(behind) and not _breaks_off(behind) and behind[0][0][0].isupper()
            return first.start() if is_name else None
    return None


def ends_a_sentence(word: re.Match[str]) -> bool:
    """Say whether a stop behind a word is no sign of shortening: г. Чернигов. Госархив Черниговской обл."""
    is_whole = len(word[0]) > _LONGEST_SHORTENED or is_abbreviation(word[0])
    return is_whole and word.string.startswith(".", word.end())


def _is_caption(words: Sequence[re.Match[str]]) -> bool:
    """Say whether an adjective stands at something else than an office: Архивные данные, архивный шифр."""
    first = words[0][0]
    if not vocabulary().shapes["ARCHIVAL"].fullmatch(first):
        return False
    if len(words) > 1 and len(first) <= _LONGEST_OF_ARCHIVE and words[1][0][0].isupper():
        # Арх. АН СССР
        return False
    return len(words) < 2 or not vocabulary().is_term(words[1][0], "OFFICE")


def _breaks_off(words: Sequence[re.Match[str]]) -> bool:
    """Say whether a word behind the archive's ends its name; "в Санкт-Петербурге" and "a Republicii" do not."""
    for place, word in enumerate(words):
        following = words[place + 1][0] if place + 1 < len(words) else ""
        if _is_stop(word[0]) and not following[:1].isupper():
            return True
        if place and is_abbreviation(words[place - 1][0]) and _is_prose(word[0]):
            # "архиве РГИА имеется запись"
            return True
    return False


def _is_prose(word: str) -> bool:
    return word.islower() and not vocabulary().is_term(word, "NAME_CONNECTOR")


def says_archive(words: Sequence[re.Match[str]]) -> bool:
    """Say whether the last word only tells what the abbreviation before it is: in the RGIA archive."""
    return len(words) > 1 and _is_generic(words[-1][0]) and is_abbreviation(words[-2][0])


def _is_generic(word: str) -> bool:
    return word.islower() and vocabulary().is_term(word, "NO_ARCHIVE")


def _is_stop(word: str) -> bool:
    return vocabulary().is_term(word, "NAME_STOP")


def is_abbreviation(word: str) -> bool:
    """Say whether a word has the shape of an archive's abbreviation: ЦАОДМ, AGTsTM, ДАХмО."""
    capitals = sum(letter.isupper() for letter in word)
    if capitals < 2 or capitals * 2 < len(word) or len(word) > _LONGEST_ABBREVIATION:
        return False
    if _NEVER_SHORTENED.intersection(word) or re.fullmatch(_ROMAN, word):
        return False
    return not any(vocabulary().is_term(part, "NO_ARCHIVE") for part in (word, *word.split("-")))


def is_phrase(name: str) -> bool:
    """Say whether a name is a phrase about an archive: Derzhavnyi Arkhiv Odes'koi Oblasti."""
    archive_word = vocabulary().shapes["ARCHIVE_WORD"]
    words = [word[0] for word in WORD.finditer(fold(name))]
    return len(words) > 1 and any(archive_word.fullmatch(word) for word in words)
