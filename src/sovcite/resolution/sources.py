"""Printed books and articles between two citations: after one, "Там же" means the book.

Signs of a printed source: pages of it, the double slash before a journal, place and year in brackets, another
work named in short (Указ. соч., op. cit.).
"""

from __future__ import annotations

import re

_PRINTED = re.compile(
    r"(?<![^\W\d_])(?:[СсCc]|[Сс]тр|pp?|S)\. ?[0-9]"
    r"|//"
    r"|\((?:[^()\n]*[,:] ?)?(?:1[5-9]|20)[0-9]{2}\)"
    r"|(?<![^\W\d_])(?:М|СПб|Л|К|Москва|Moscow|London|New York)\.?[,:] ?(?:[^\W\d_]+, ?)?(?:1[5-9]|20)[0-9]{2}"
    r"|(?<![^\W\d_])(?:op\. ?cit|ук(?:аз)?\. ?соч|vol\. ?[IVX0-9]|no\. ?[0-9]|№ ?[0-9]+\. ?[СCсc]\.)",
    re.IGNORECASE,
)


def names_a_book(text: str) -> bool:
    """Say whether a stretch of text names a printed source.

    >>> names_a_book(" Давыдов Ю.Е. Указ. соч. С. 12, 14."), names_a_book(" Подлинник. Машинопись.")
    (True, False)
    """
    return _PRINTED.search(text) is not None
