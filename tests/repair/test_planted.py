"""The manuscript of tests/checking/planted, repaired by the command: what is left is what no one may repair."""

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from sovcite import Diagnostic, check, read

_PLANTED = Path(__file__).parents[1] / "checking" / "test_planted.py"


def _written(file: Path) -> None:
    spec = spec_from_file_location("planted", _PLANTED)
    assert spec
    assert spec.loader
    planted = module_from_spec(spec)
    spec.loader.exec_module(planted)
    notes = planted._manuscript(planted._faults())
    footnotes = [note.text for note in notes if note.kind == "footnote"]
    body = [f"Words.[^{number}]" for number, _ in enumerate(footnotes)]
    body += [note.text for note in notes if note.kind == "body"]
    defined = "".join(f"[^{number}]: {text}\n" for number, text in enumerate(footnotes))
    file.write_text("\n\n".join(body) + "\n\n" + defined, encoding="utf-8")


def _found(file: Path) -> list[Diagnostic]:
    return check(read(file).notes)


def _fixed(file: Path, how: str) -> None:
    code = "from sovcite.cli import main; main()"
    command = [sys.executable, "-c", code, "fix", str(file), how, "--in-place"]
    subprocess.run(command, capture_output=True, check=True)


def test_after_all_repairs_only_what_no_one_may_repair_is_left(tmp_path: Path) -> None:
    file = tmp_path / "book.md"
    _written(file)
    before = _found(file)
    assert len(before) >= 60
    # of two repairs that touch each other the second has its turn in the next round
    _fixed(file, "--all")
    _fixed(file, "--all")
    after = _found(file)
    assert [one for one in after if one.fix is not None] == []
    unrepairable = [one.code for one in before if one.fix is None]
    assert sorted(one.code for one in after) == sorted(unrepairable)
    repaired = file.read_bytes()
    _fixed(file, "--all")
    assert file.read_bytes() == repaired
