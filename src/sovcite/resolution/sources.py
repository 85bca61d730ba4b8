"""Printed books and articles between two citations: after one, "Там же" means the book.

Signs of a printed source: pages of it, the double slash before a journal, place and year in brackets, another
work named in short (Указ. соч., op. cit.).
"""

from __future__ import annotations

import re

from sovcite.grammar import fold

_PRINTED = re.compile(fold(
    r"(?<![^\W\d_])(?:[СсCc]|[Сс]тр|pp?|S)\.\s?[0-9]"
    # no address: http://
    r"|(?<!:)//"
    # 54 Gulpaygani, 2000.
    r"|(?:\A|\n)\s*(?:[0-9]{1,3}[.)]? +)?(?:(?:see|see also|см)\.? )?"
    r"[^\W\d_]{3,40}(?:(?:,? (?:&|и|and) |, | |-)[^\W\d_]{3,40}){0,2}"
    r", (?:19[5-9]|20[0-4])[0-9][a-dа-г]?(?=[.;,]|\s*\Z)"
    # Khlevniuk, Politburo, 34–36.
    r"|[^\W\d_]{3,}, [^,;.()\n]{3,60}, [0-9]{1,3}(?:-[0-9]{1,3})?(?=[.;,)\s]|\Z)"
    # Правда. 1934. 12 марта
    r"|[^\W\d_]{3,}[\"']?\. (?:1[89]|20)[0-9]{2}\.\s?[0-9№N]"
    r"|\((?:[^()\n]*[,:]\s?)?(?:1[5-9]|20)[0-9]{2}\)"
    r"|(?<![^\W\d_])(?:М|СПб|Л|К|Москва|Moscow|London|New York)\.?[,:]\s?(?:[^\W\d_]+,\s?)?(?:1[5-9]|20)[0-9]{2}"
    r"|(?<![^\W\d_])(?:op\.\s?cit|ук(?:аз)?\.\s?соч|vol\.\s?[IVX0-9]|no\.\s?[0-9]|№\s?[0-9]+\.\s?[СCсc]\.)",
), re.IGNORECASE)  # fmt: skip


def names_a_book(folded: str) -> bool:
    """Say whether a stretch of folded text names a printed source.

    >>> names_a_book(fold(" Давыдов Ю.Е. Указ. соч. С. 12, 14.")), names_a_book(fold(" Подлинник. Машинопись."))
    (True, False)
    """
    return _PRINTED.search(folded) is not None
