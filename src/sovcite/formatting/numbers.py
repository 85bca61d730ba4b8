"""How numbers are printed: in the letters of the style, and only where a reader takes them for the same."""

from __future__ import annotations

import re
from collections.abc import Callable

from sovcite.data.letters import cyrillic_fond_number, cyrillic_number, file_number, fond_number, number
from sovcite.data.style import Label, Style
from sovcite.data.transliteration import romanise
from sovcite.model import StyleLimit

# as printed: digits, parted by / or -, then a letter or two, or a word that belongs to the number
_LETTERS = r"-?[^\W\d_]{1,2}"
_LABELLED = re.compile(rf"[0-9]+(?:[/-][0-9]+)*(?:{_LETTERS}| ?(?:dop|dod|os|ss|sch|доп|дод|ос|сс|сч)\.?)?")
_IN_A_ROW = re.compile(rf"[0-9]+(?:{_LETTERS})?")
_ROMAN = re.compile(r"[IVXLC]+")
_PREFIX = re.compile(r"[^\W\d_]{1,3}-")
# КМФ-18: such a prefix is read only behind the word for a fond
_LONG_PREFIX = 4
_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_YEARS = re.compile(r"[0-9]{4}(?:-[0-9]{4})?")
# units counted in plain digits, never in Roman ones
_IN_DIGITS = ("opis", "file", "case")
# numbers that may have a prefix: П-12345, Арх. № Н-501
_AS_THE_MODEL_HAS: dict[str, Callable[[str], str]] = {"file": file_number, "case": fond_number}
_ABBREVIATED = ("dop", "dod", "доп", "дод")


def print_fond(fond: str, style: Style) -> str:
    """Print the number of a fond with its label; raise StyleLimit where it could not be read back.

    >>> from sovcite.data.style_table import style_by_id
    >>> print_fond("R-5446", style_by_id("gost")), print_fond("R-5446", style_by_id("slash"))
    ('Ф. Р-5446', 'R-5446')
    >>> print_fond("KMF-18", style_by_id("gost")), print_fond("KMF-18", style_by_id("english"))
    ('Ф. КМФ-18', 'f. KMF-18')
    """
    if fond_number(fond) != fond:
        raise _not_carried("fond", fond, style)
    printed = in_letters(fond, style, fond=True)
    prefix = _PREFIX.match(printed)
    behind = printed[prefix.end() :] if prefix else printed
    label = style.labels.get("fond")
    if label is None:
        raise StyleLimit(f"style {style.id!r} has no word for fond {fond!r}")
    is_bare = label.one.startswith("{}")
    if not _shape(style, label).fullmatch(behind) or (is_bare and prefix and prefix.end() == _LONG_PREFIX):
        raise _not_carried("fond", fond, style)
    return label.one.replace("{}", printed)


def print_number(kind: str, number_: str, style: Style, file_label: str | None = None) -> str:
    """Print the number of an opis', file or unit with its label; raise StyleLimit where the style cannot.

    >>> from sovcite.data.style_table import style_by_id
    >>> print_number("opis", "3 dop", style_by_id("gost"))
    'Оп. 3 доп.'
    >>> print_number("file", "12/3", style_by_id("slash"))
    Traceback (most recent call last):
    sovcite.model.errors.StyleLimit: file '12/3' could not be read back in style 'slash'
    """
    if kind == "section" and kind in style.labels and _is_name(number_):
        # a department is named and not counted: ГА РФ. Ф. 102. Ос. Отд.
        if number_.isascii() is (style.script == "latin"):
            return number_
        raise StyleLimit(f"section {number_!r} has no name in the letters of style {style.id!r}")
    label = style.file_labels.get(file_label or "") if kind == "file" else None
    label = label or style.labels.get(kind)
    if label is None:
        raise StyleLimit(f"style {style.id!r} has no word for {kind} {number_!r}")
    prefix = _PREFIX.match(number_) if kind in _AS_THE_MODEL_HAS and _shape(style, label) is _LABELLED else None
    if _AS_THE_MODEL_HAS.get(kind, number)(number_) != number_:
        raise _not_carried(kind, number_, style)
    printed = in_letters(number_, style, fond=prefix is not None)
    if not _is_carried(kind, _PREFIX.sub("", printed, count=1) if prefix else printed, _shape(style, label)):
        raise _not_carried(kind, number_, style)
    if printed.endswith(_ABBREVIATED):
        printed += "."
    if kind in ("file", "year") and _is_range(number_):
        return label.many.replace("{}", printed.replace("-", style.dash))
    return label.one.replace("{}", printed)


def _is_name(number_: str) -> bool:
    return not any(letter.isdigit() for letter in number_) and not _ROMAN.fullmatch(number_)


def _is_range(number_: str) -> bool:
    """Tell files 1-125 from file 315-3."""
    ends = _RANGE.fullmatch(number_)
    return ends is not None and int(ends[1]) < int(ends[2])


def in_letters(number_: str, style: Style, *, fond: bool = False) -> str:
    """Write a number of the model in the letters of a style; raise StyleLimit for one without a way back.

    >>> from sovcite.data.style_table import style_by_id
    >>> [in_letters("2zh", style_by_id(style)) for style in ("gost", "english", "jgo")]
    ['2ж', '2zh', '2ž']
    """
    if style.script == "latin" and style.scheme == "ala-lc":
        return number_
    to_cyrillic = cyrillic_fond_number if fond else cyrillic_number
    if style.script == "cyrillic":
        return to_cyrillic(number_, style.letters)
    try:
        printed = romanise(to_cyrillic(number_, style.letters), style.scheme, style.letters)
    except StyleLimit:
        # a Latin letter that stands for no Cyrillic one: 1c
        return number_
    if (fond_number if fond else number)(printed) != number_:
        raise StyleLimit(f"the letter of number {number_!r} has no way back from {style.scheme}: choose another style")
    return printed


def _is_carried(kind: str, printed: str, shape: re.Pattern[str]) -> bool:
    if kind == "year":
        return bool(_YEARS.fullmatch(printed))
    if kind == "deloproizvodstvo":
        return printed.isdigit()
    if kind not in _IN_DIGITS and _ROMAN.fullmatch(printed):
        return True
    return bool(shape.fullmatch(printed))


def _shape(style: Style, label: Label) -> re.Pattern[str]:
    """Give the shape of numbers that stay apart from what stands beside them.

    In a row the prefix of a file would be that of a fond; behind "s." neither prefix nor word is read.
    """
    fond = style.labels.get("fond")
    in_a_row = fond is not None and fond.one.startswith("{}")
    return _IN_A_ROW if in_a_row or label.one.startswith("s.") else _LABELLED


def _not_carried(kind: str, number_: str, style: Style) -> StyleLimit:
    return StyleLimit(f"{kind} {number_!r} could not be read back in style {style.id!r}")
