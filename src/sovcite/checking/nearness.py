"""How near two names are: letters alone count, case and stops do not, scripts stay apart."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def letters_of(name: str) -> str:
    """Give the letters and digits of a name in one case.

    >>> letters_of("G.A. RF") == letters_of("Garf")
    True
    """
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def one_edit_apart(one: str, other: str) -> bool:
    """Say whether one letter too many, too few, another, or two in the wrong order part the words.

    >>> one_edit_apart("rgaspy", "rgaspi"), one_edit_apart("rgapsi", "rgaspi"), one_edit_apart("garf", "garf")
    (True, True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    # all but two neighbouring letters are the same, so one of the halves is
    half = len(one) // 2 - 1
    if half > 0 and not (other.startswith(one[:half]) or other.endswith(one[-half:])):
        return False
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    swapped = one[same + 1 : same + 2] + one[same : same + 1] + one[same + 2 :]
    return one[same + 1 :] == other[same + 1 :] or swapped == other[same:]


def is_variant(one: str, other: str) -> bool:
    """Say whether two abbreviations are ways to write one: spacing, an added place, one letter inside.

    >>> is_variant("GA RF", "GARF"), is_variant("TsDAHO", "TsDAHO Ukrainy"), is_variant("ЦГАДА", "РГАДА")
    (True, True, False)
    """
    one, other = letters_of(one), letters_of(other)
    if not one or not other or one[0] != other[0]:
        return False
    return one.startswith(other) or other.startswith(one) or one_edit_apart(one, other)
