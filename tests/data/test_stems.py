"""Long names are known in any case, and no others for it."""

from pathlib import Path

import pytest

from sovcite.data.authority import lookup, repositories
from sovcite.data.stems import stem_key

_ROWS = [
    line.split(" |")
    for line in Path(__file__).with_name("stems.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("name", "id_"), _ROWS)
def test_a_long_name_in_any_case(name: str, id_: str) -> None:
    assert lookup(name) == ((id_.strip(),) if id_.strip() else ())


def test_no_two_repositories_share_what_is_left_of_their_names() -> None:
    left = [(key, row.id) for row in repositories() if (key := stem_key(row.name))]
    assert len({key for key, _ in left}) == len(left)
