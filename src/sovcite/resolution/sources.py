"""Printed books and articles between two citations: after one, "Там же" means the book.

Signs of a printed source: pages of it, the double slash before a journal, place and year in brackets, another
work named in short (Указ. соч., op. cit.).
"""

from __future__ import annotations

import re

from sovcite.grammar import fold


def _sign(pattern: str) -> re.Pattern[str]:
    return re.compile(fold(pattern), re.IGNORECASE)


# Each begins with a sign that the search skips to, or is asked for only where its end is there: most of what stands
# between two citations is prose, and long.
_BEHIND_A_STOP = _sign(
    r"\.(?:"
    r"(?:(?<=(?<![^\W\d_])[СсCcPpSs]\.)|(?<=(?<![^\W\d_])pp\.)|(?<=(?<![^\W\d_])стр\.))\s?[0-9]"
    # Правда. 1934. 12 марта
    r"|(?:(?<=[^\W\d_]{3}\.)|(?<=[^\W\d_]{3}[\"']\.)) (?:1[89]|20)[0-9]{2}\.\s?[0-9№N]"
    r"|(?<=(?<![^\W\d_])op\.)\s?cit|(?:(?<=(?<![^\W\d_])ук\.)|(?<=(?<![^\W\d_])указ\.))\s?соч"
    r"|(?<=(?<![^\W\d_])vol\.)\s?[IVX0-9]|(?<=(?<![^\W\d_])no\.)\s?[0-9]"
    r")"
)
_ISSUE = _sign(r"№(?<![^\W\d_]№)\s?[0-9]+\.\s?[СCсc]\.")
# no address: http://
_JOURNAL = _sign(r"//(?<!://)")
_YEAR_IN_BRACKETS = _sign(r"\((?:[^()\n]*[,:]\s?)?(?:1[5-9]|20)[0-9]{2}\)")
# 54 Gulpaygani, 2000.
_AUTHOR_AND_YEAR = _sign(
    r"(?:\A|\n)[^\S\n]*(?:[0-9]{1,3}[.)]? +)?(?:(?:see|see also|см)\.? )?"
    r"[^\W\d_]{3,40}(?:(?:,? (?:&|и|and) |, | |-)[^\W\d_]{3,40}){0,2}"
    r", (?:19[5-9]|20[0-4])[0-9][a-dа-г]?(?=[.;,]|\s*\Z)"
)
# Khlevniuk, Politburo, 34–36.
_PAGES_ALONE = r", [0-9]{1,3}(?:-[0-9]{1,3})?(?=[.;,)\s]|\Z)"
_TITLE_AND_PAGES = (_sign(_PAGES_ALONE), _sign(r"(?<![^\W\d_])[^\W\d_]{3,}, [^,;.()\n]{3,60}" + _PAGES_ALONE))
_YEAR_ALONE = r"[,:]\s?(?:[^\W\d_]+,\s?)?(?:1[5-9]|20)[0-9]{2}"
_PLACE_AND_YEAR = (
    _sign(_YEAR_ALONE),
    _sign(r"(?<![^\W\d_])(?:М|СПб|Л|К|Москва|Moscow|London|New York)\.?" + _YEAR_ALONE),
)
_SIGNS = (_BEHIND_A_STOP, _JOURNAL, _ISSUE, _YEAR_IN_BRACKETS, _AUTHOR_AND_YEAR)


def names_a_book(folded: str) -> bool:
    """Say whether a stretch of folded text names a printed source.

    >>> names_a_book(fold(" Давыдов Ю.Е. Указ. соч. С. 12, 14.")), names_a_book(fold(" Подлинник. Машинопись."))
    (True, False)
    """
    if any(sign.search(folded) for sign in _SIGNS):
        return True
    return any(end.search(folded) and whole.search(folded) for end, whole in (_TITLE_AND_PAGES, _PLACE_AND_YEAR))
