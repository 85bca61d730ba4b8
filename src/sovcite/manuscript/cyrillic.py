"""Whether a text that was decoded as windows-1251 can be one: its letters and words look Cyrillic."""

from __future__ import annotations

import re

# what Russian, Ukrainian and Belarusian print; the Serbian and Macedonian letters are signs of a wrong guess
_CYRILLIC = "А-Яа-яЁёІіЇїЄєҐґЎў"
_PRINTED = re.compile(rf"[\t-\r\x1a -~{_CYRILLIC}\xa0\xad«»„“”‘’–—…№§°·•†‡©®±]")
_WORD = re.compile(rf"[A-Za-z{_CYRILLIC}]+")
_WHOLE = re.compile(rf"[{_CYRILLIC}]+")
# KOI8-R read as windows-1251 has its capitals behind its small letters
_CAPITAL_BEHIND = re.compile("[а-яёіїєґў][А-ЯЁІЇЄҐЎ]")
_FREQUENT = frozenset("оеаиінт")
# a sample says enough
_SAMPLE = 200_000


def is_plausible(text: str) -> bool:
    """Say whether a text looks as if windows-1251 were its encoding.

    >>> is_plausible("ЦГАИПД СПб. Ф. 24. Оп. 2в. Д. 2486. Л. 83")
    True
    >>> is_plausible("Müller".encode("latin-1").decode("windows-1251"))
    False
    >>> is_plausible("Опись дел".encode("koi8-r").decode("windows-1251"))
    False
    """
    text = text[:_SAMPLE]
    outside = len(text) - len(_PRINTED.findall(text))
    foreign = sum(letter > "\x7f" for letter in text)
    if outside > foreign // 50:
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    good = [word for word in words if _WHOLE.fullmatch(word) and not _CAPITAL_BEHIND.search(word)]
    if not any(len(word) > 1 for word in good) or len(good) * 5 < len(words) * 4:
        return False
    letters = "".join(good).lower()
    # half of running Russian or Ukrainian text is these; a wrong guess has a quarter
    return len(letters) < 60 or frequency(letters) * 3 >= 1


def frequency(text: str) -> float:
    """Give the share of the commonest letters among the Cyrillic ones of a text.

    >>> frequency("опись дел") > frequency("опись дел".encode("koi8-r").decode("windows-1251"))
    True
    """
    letters = [letter for letter in text[:_SAMPLE].lower() if letter > "\x7f" and letter.isalpha()]
    return sum(letter in _FREQUENT for letter in letters) / len(letters) if letters else 0
