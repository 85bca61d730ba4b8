"""Characters given by their place in a font: w:sym (ECMA-376 part 1, 17.3.3.30)."""

from __future__ import annotations

import re

_CODE = re.compile("[0-9A-Fa-f]{1,4}")
# the signs that the font Symbol has at the same places as ASCII
_SAME_IN_SYMBOL = frozenset(" !#%&()*+,./0123456789:;<=>?[]_{|}")


def symbol_text(char: str | None, font: str | None) -> str:
    """Give the letter of a symbol; "" where it is a picture of a font of its own.

    >>> symbol_text("F02A", "Symbol"), symbol_text("00A7", "Times"), symbol_text("F04A", "Wingdings")
    ('*', '§', '')
    """
    if char is None or not _CODE.fullmatch(char):
        return ""
    code = int(char, 16)
    # symbol fonts are moved up into the private area
    letter = chr(code - 0xF000) if 0xF000 <= code <= 0xF0FF else chr(code)
    if font == "Symbol":
        return letter if letter in _SAME_IN_SYMBOL else ""
    return letter if code < 0xD800 and letter.isprintable() else ""
