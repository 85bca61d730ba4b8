"""A run read by its shape is the run that the parser reads; what stands behind a candidate changes nothing."""

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite.grammar import fold
from sovcite.grammar.recent import Recent
from sovcite.reading import runs
from sovcite.reading.common_shapes import common_texts
from sovcite.reading.labels import labelled
from sovcite.reading.openings import Openings
from sovcite.reading.pieces import Run, RunKind
from sovcite.reading.runs import read_run
from sovcite.reading.trees import parse_run
from sovcite.reading.view import view

_TEXTS = sorted(
    line.replace("⏎", "\n")
    for path in Path(__file__).parent.glob("*.txt")
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "-> ")) and len(line) < 1500
)


def _same(text: str) -> int:
    folded = view(text).folded
    number = 0
    for place, kind in Openings(folded):
        start = labelled(folded, place) if kind == "labelled" else place
        if start is None or kind == "held":
            continue
        number += 1
        assert read_run(folded, start, kind) == parse_run(folded, start, len(folded), kind), text[start:]
    return number


@pytest.mark.parametrize("part", range(8))
def test_a_run_is_what_the_parser_reads_of_the_whole_text(part: int) -> None:
    assert sum(map(_same, _TEXTS[part::8])) > 100


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(_TEXTS), min_size=2, max_size=4), st.sampled_from(["\n\n", " \n \n", "; \n\n"]))
def test_no_run_goes_over_a_blank_line(texts: list[str], between: str) -> None:
    _same(between.join(texts))


_NUMBERS = ["1", "6", "07", "12", "123", "1234", "1545", "1834", "1937", "2024", "33987", "559003", "1234567"]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.sampled_from(_TEXTS), st.integers(0, 2**32))
def test_other_numbers_in_a_known_shape(text: str, seed: int) -> None:
    _same(text)
    rng = Random(seed)
    _same(re.sub(r"[0-9]+", lambda _: rng.choice(_NUMBERS), text))


def test_a_shape_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(folded: str, start: int, end: int, kind: RunKind) -> Run | None:
        parsed.append(folded[start:end])
        return parse_run(folded, start, end, kind)

    monkeypatch.setattr(runs, "_shapes", Recent(100))
    monkeypatch.setattr(runs, "parsed", counted)
    for text in ("ф. 17; оп. 3; д. 746; л. 3.", "ф. 84; оп. 1; д. 129; л. 7."):
        assert read_run(view(text).folded, 0, "labelled")
    assert len(parsed) == 1
    assert read_run(view("ф. 17; оп. 3; д. 1937; л. 3.").folded, 0, "labelled")
    assert len(parsed) == 2
    for following in ("РГАСПИ. Ф. 17.", "12. GARF, f. 374."):
        assert read_run(view(f"ф. 84; оп. 1; д. 129; л. 7.\n\n{following}").folded, 0, "labelled")
    assert len(parsed) == 3


def test_common_citations_are_what_the_parser_reads_of_them() -> None:
    texts = list(common_texts())
    assert len(texts) > 300
    for folded in map(fold, texts):
        kind: RunKind = "bare" if folded[0].isdigit() or folded[1] == "-" else "labelled"
        run = parse_run(folded, 0, len(folded), kind)
        assert run is not None, folded
        assert read_run(folded, 0, kind) == run, folded


_UNLOADED = """
import sys
from sovcite import parse
for citation in sys.argv[1:]:
    print(parse(citation).key, "lark" in sys.modules)
"""


def test_lark_is_loaded_for_what_is_uncommon(tmp_path: Path) -> None:
    citations = (
        "GARF f. 374 op. 27 d. 1211 ll. 13, 33",
        "РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49.",
        "РГАСПИ; ф. 17; оп. 162; д. 14; л. 47–49.",
    )
    command = [sys.executable, "-c", _UNLOADED, *citations]
    environment = {**os.environ, "SOVCITE_CACHE": str(tmp_path)}
    # the first start makes what is kept
    for _ in range(2):
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert done.stdout.split() == ["garf/374/27/1211", "False", "rgaspi/17/162/14", "False", "rgaspi/17/162/14", "True"]


def test_the_marks_of_shapes_may_stand_in_a_text() -> None:
    text = "ф. 17, оп. 3, д. \ue001, л. 3"
    assert read_run(view(text).folded, 0, "labelled") == parse_run(view(text).folded, 0, len(text), "labelled")


_WITH_DIGIT = ("ф9 о5 справа 3", "ф9 о6 справа 3")


@pytest.mark.parametrize("texts", [_WITH_DIGIT, _WITH_DIGIT[::-1]])
def test_a_word_with_a_digit_is_no_number(texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_shapes", Recent(100))
    for text in texts:
        folded = view(text).folded
        assert read_run(folded, 0, "labelled") == parse_run(folded, 0, len(folded), "labelled")
