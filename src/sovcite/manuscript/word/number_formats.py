"""How Word prints the numbers of notes (ECMA-376 part 1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "chicago": "*†‡§",
}
# beyond these the letters would fill lines: Word's own limits are near
_MOST_ROMAN = 32_767
_MOST_ROUNDS = 30


def printed(number: int, number_format: str) -> str | None:
    """Print the number of a note; None for "none". Formats that are not known here print digits.

    >>> [printed(28, kind) for kind in ("decimal", "lowerRoman", "upperLetter", "russianLower", "chicago")]
    ['28', 'xxviii', 'BB', 'ю', '§§§§§§§']
    """
    if number_format == "none":
        return None
    if number_format == "decimalZero":
        return f"{number:02}"
    if number_format in ("lowerRoman", "upperRoman") and 0 < number <= _MOST_ROMAN:
        roman = _roman(number)
        return roman if number_format == "lowerRoman" else roman.upper()
    letters = _LETTERS.get(number_format, "")
    if letters and 0 < number <= len(letters) * _MOST_ROUNDS:
        # after z come aa, bb, cc
        return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
    return str(number)


def _roman(number: int) -> str:
    pieces = []
    for value, letters in _ROMAN:
        pieces.append(letters * (number // value))
        number %= value
    return "".join(pieces)
