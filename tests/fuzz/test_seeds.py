"""Every target ends well on its seeds, which hold what fuzzing found, and on seeds cut short and joined."""

import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE))
try:
    from targets import TARGETS
finally:
    sys.path.remove(str(_HERE))

_SEEDS = sorted(path for path in (_HERE / "seeds").rglob("*") if path.is_file())


def test_every_target_has_a_seed() -> None:
    assert {path.parent.name for path in _SEEDS} == set(TARGETS)


@pytest.mark.parametrize("seed", _SEEDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_ends_well(seed: Path) -> None:
    target, data = TARGETS[seed.parent.name], seed.read_bytes()
    target(data)
    target(b"")
    for place in range(1, len(data), max(1, len(data) // 12)):
        target(data[:place])
        target(data[place:])
        target(data[:place] + data)
