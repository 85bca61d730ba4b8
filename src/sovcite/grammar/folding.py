"""One character for one: letters that look alike, dashes, spaces and quotes made the same.

Both the text that is read and the words of the grammar pass through this fold, so that a Russian "о"
typed as a Latin "o" (or scanned as one) is no other letter. Which pairs look alike: Unicode's
confusables table (UTS 39), the lines where both letters are of the same case.
"""

from __future__ import annotations

import codecs

CYRILLIC = "АВЕКМНОРСТУХІЈЅаеорсухіјѕ"
LATIN = "ABEKMHOPCTYXIJSaeopcyxijs"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
SPACES = (
    "\t\x0b\x0c\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004"
    "\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u02bb\u0060\u00b4"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u02ba\u00ab\u00bb"
LINE_ENDS = "\u0085\u2028\u2029"
# the marks of notes, which are no numbers of the text, and fractions
SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u00bc\u00bd\u00be"

_FOLDED = {
    **dict(zip(CYRILLIC, LATIN, strict=True)),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(LINE_ENDS, "\n"),
    **dict.fromkeys(SUPERSCRIPTS, "^"),
}
_FOLD = str.maketrans(_FOLDED)


# one byte for each character that is common in citations and the prose around them is far faster than a table of all
_COMMON = "".join(dict.fromkeys(
    "\0\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0\u2009\u202f" + "«»‘’‚“”„" + "\u2010\u2011\u2013\u2014" + "…№§°"
    + "".join(map(chr, range(0x410, 0x450))) + "ЁёІіЇїЄєҐґЎў"
    + "ÄÖÜäöüßéèêàâçîôáíúóąćęłńśźżŁŚŻčďěňřšťůýžŠŽČāēģīķļņūăâțșėįųõ"
))  # fmt: skip
# a table whose first character is not 0 is made a dict, which is as slow
_TO_BYTES = codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))
_FROM_BYTES = _COMMON.translate(_FOLD)


def fold(text: str) -> str:
    """Fold a text, one character for one.

    >>> fold("РГАСПИ. Ф. 17—18"), len(fold("Ф. 17")) == len("Ф. 17")
    ('PГACПИ. Ф. 17-18', True)
    """
    common = fold_common(text)
    if common is not None:
        return common
    # to replace one character after the other is faster than a table of all
    for printed, read in _FOLDED.items():
        text = text.replace(printed, read)
    return text


def fold_common(text: str) -> str | None:
    """Fold a text of nothing but common characters, None for any other; no common character is without width.

    >>> fold_common("Ф. 17—18"), fold_common("Ф. 17\u00ad18")
    ('Ф. 17-18', None)
    """
    if text.isascii():
        return text.translate(_FOLD)
    try:
        encoded, _ = codecs.charmap_encode(text, "strict", _TO_BYTES)
    except UnicodeEncodeError:
        return None
    return codecs.charmap_decode(encoded, "strict", _FROM_BYTES)[0]


def lowered(text: str) -> str:
    """Give a text in small letters, one for one.

    >>> lowered("РГАСПИ. Ф. 17"), len(lowered("İ")) == len("İ")
    ('ргаспи. ф. 17', True)
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
