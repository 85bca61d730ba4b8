"""The public names: typed, documented, each with an example; importing them loads no parser."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sovcite

_FUNCTIONS = [name for name in sovcite.__all__ if inspect.isfunction(getattr(sovcite, name))]
_ERRORS = [name for name in vars(sovcite.model.errors) if name.endswith(("Error", "Limit", "Style"))]


@pytest.mark.parametrize("name", _FUNCTIONS)
def test_every_function_is_typed_and_documented(name: str) -> None:
    function = getattr(sovcite, name)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(one.annotation is not inspect.Parameter.empty for one in signature.parameters.values())
    page = inspect.getdoc(function) or ""
    assert ">>> " in page, "an example"
    assert re.search(r"[FfФф]\. ?[0-9R]|fond|ЦПА ИМЛ|gost|RGASPI", page), "with a real citation"


def test_all_the_functions_of_the_interface_are_there() -> None:
    named = {"parse", "find", "resolve", "read", "check", "normalise", "format", "styles", "repositories", "format_all"}
    assert named | {"to_json", "from_json"} == set(_FUNCTIONS)


@pytest.mark.parametrize("name", _ERRORS)
def test_every_error_has_one_root(name: str) -> None:
    assert issubclass(getattr(sovcite.model.errors, name), sovcite.SovciteError)


def test_importing_loads_no_parser() -> None:
    code = "import sys, sovcite; print([name for name in ('lark', 'attrs', 'lxml', 'click') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_name_can_be_asked_for() -> None:
    assert all(getattr(sovcite, name) is not None for name in sovcite.__all__)
    assert set(sovcite.__all__) <= set(dir(sovcite))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = sovcite.nonsense


def test_the_package_is_marked_as_typed() -> None:
    assert (Path(sovcite.__file__).parent / "py.typed").is_file()
