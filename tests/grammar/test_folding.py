"""Folding is one thing, whichever way a text takes through it."""

import unicodedata

import pytest

from sovcite.grammar import fold, lowered
from sovcite.grammar.folding import fold_common

_EVERY = [chr(point) for point in range(0x3100) if unicodedata.category(chr(point)) != "Cs"]
_COMMON = [letter for letter in _EVERY if fold_common(letter) is not None]


def test_a_character_is_folded_alike_in_common_and_in_other_texts() -> None:
    common = "".join(_COMMON)
    assert len(_COMMON) > 250
    assert fold(f"{common}☃") == f"{fold(common)}☃"
    assert fold(common) == "".join(map(fold, common))


@pytest.mark.parametrize("letter", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u0301", "\u036f"])
def test_no_common_character_is_without_width(letter: str) -> None:
    assert fold_common(letter) is None
    assert fold(letter) == letter


def test_small_letters_are_one_for_one() -> None:
    assert lowered("ГАРФ İ ẞ") == "гарф İ ß"
    assert len(lowered("".join(_EVERY))) == len(_EVERY)
