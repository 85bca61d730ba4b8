"""The levels of strictness, each with what it rejects (docs/reading.md)."""

import pytest

from sovcite import find
from sovcite.resolution import LEVELS

# text, and the levels at which it is a citation
_TEXTS = [
    ("GARF f. 374 op. 27 d. 1211 l. 13", "strict normal lenient"),
    ("Ф. 17. Оп. 3. Д. 746. Л. 3", "strict normal lenient"),
    # no archive, no opis: certain only beside one
    ("фонд 301, сигнатура 1898", "normal lenient"),
    ("опись 2, дело 4543", "normal lenient"),
    # an archive that no table knows, and a fond alone
    ("AGTsTM, f. 454", "normal lenient"),
    # music, houses, horse-powers
    ("Op. 2, D. 118", "lenient"),
    ("ул. Герцена, д. 52, кв. 20", "lenient"),
    ("1.4 л, 150 л.с.", "lenient"),
    ("op. cit., p. 12", ""),
]


@pytest.mark.parametrize(("text", "levels"), _TEXTS)
def test_what_each_level_takes(text: str, levels: str) -> None:
    assert [level for level in LEVELS if find(text, level)] == levels.split()


def test_a_lower_level_keeps_what_a_higher_one_finds() -> None:
    text = "; ".join(text for text, _ in _TEXTS)
    found = [{mention.raw for mention in find(text, level)} for level in LEVELS]
    assert found[0] <= found[1] <= found[2]
