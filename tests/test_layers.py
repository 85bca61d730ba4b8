"""The layers of docs/design.md: imports run one way, and no module takes the name of a public function."""

import ast
from pathlib import Path

import pytest

import sovcite

_SOURCE = Path(sovcite.__file__).parent
# from the lowest to the highest; those of one row know nothing of each other
_LAYERS = [
    ("model",),
    # what is read is proved by texts that are made without knowing how
    ("data", "testing"),
    ("grammar",),
    ("reading",),
    ("resolution",),
    ("normalisation", "formatting", "checking"),
    ("manuscript",),
    ("repair",),
    ("report", "exchange"),
    ("cli", "lsp"),
]
_RANK = {layer: rank for rank, row in enumerate(_LAYERS) for layer in row}
_FUNCTIONS = {"parse", "find", "resolve", "read", "check", "normalise", "format", "styles", "repositories"}


def _modules() -> list[Path]:
    return sorted(_SOURCE.rglob("*.py"))


def _imported_layers(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports name the whole path"
            names = [node.module or ""]
        parts = [name.split(".") for name in names]
        found |= {part[1] for part in parts if part[0] == "sovcite" and len(part) > 1}
    return found


def test_every_folder_is_a_layer() -> None:
    folders = {path.name for path in _SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert folders == set(_RANK)


@pytest.mark.parametrize("module", _modules(), ids=lambda path: str(path.relative_to(_SOURCE)))
def test_imports_run_one_way(module: Path) -> None:
    parts = module.relative_to(_SOURCE).parts
    if len(parts) == 1:
        # sovcite itself gives out the public names of all layers
        return
    own = parts[0]
    for layer in _imported_layers(module) - {own, "_version"}:
        assert _RANK[layer] < _RANK[own], f"{own} imports {layer}"


def test_a_breach_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "low.py").write_text("from sovcite.cli import main\nimport sovcite.reading.view\n")
    assert _imported_layers(tmp_path / "low.py") == {"cli", "reading"}


def test_no_module_bears_the_name_of_a_public_function() -> None:
    names = {path.stem for path in _modules()} | {path.parent.name for path in _modules()}
    assert not names & (_FUNCTIONS | set(sovcite.__all__) - {"__version__"})
    assert set(sovcite.__all__) > _FUNCTIONS
