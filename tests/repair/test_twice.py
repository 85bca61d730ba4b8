"""Repaired once is repaired for good: a second run over what the first has written finds nothing to write."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sovcite.checking import Settings, check_survey, survey_notes
from sovcite.checking.table import RULES
from sovcite.data.style_table import all_styles
from sovcite.manuscript import read_bytes
from sovcite.repair import planned, repaired
from sovcite.repair.splicing import escape
from sovcite.testing import documents

_CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_EXAMPLE = Path(__file__).parents[2] / "docs/examples/first-stalin-mass-operation.docx"
_STYLES = [None, *(style.id for style in all_styles())]
_FOLLOWING = {rule.code: "style" for rule in RULES if rule.follows_style}


def _fixed(data: bytes, name: str, style: str | None, *, everything: bool) -> bytes:
    asked = Settings(style=style, modes=_FOLLOWING) if style else Settings()

    def look(notes):
        survey = survey_notes(notes)
        return survey.mentions, check_survey(survey, asked)

    read = read_bytes(data, name)
    return repaired(data, read, planned({name: data}, read, look, style=style, everything=everything))


def _texts(data: bytes, name: str) -> list[str]:
    return [note.text for note in read_bytes(data, name).notes]


def _holds(data: bytes, name: str, style: str | None, *, everything: bool) -> None:
    once = _fixed(data, name, style, everything=everything)
    assert _texts(_fixed(once, name, style, everything=everything), name) == _texts(once, name)


# a citation that can be written in the style only when the one behind it is; brackets, which a style puts around;
# a fond that is known under a prefix which the manuscript leaves out
@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        # two notes of the gold passages
        "29. GARF, 5446/1/54 and 9401/1a/1; Jakobson, pp. 124–25.",
        "52. GARF, 9401/1a/64 and 9401/12/319 among others.",
        "Lists of archives: ГАРФ. Ф. 63; Ф. 111.",
        "Отчёт (ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13; Д. 1210Л. 9) и письма.",
        "GARF, f. 9401, op. 1, d. 5.\n\nGARF, f. 9401, op. 1, d. 7.\n\nGARF, f. R-9401, op. 2, d. 8.",
    ],
    ids=["row-before-prose", "row-before-row", "follower", "brackets", "prefix"],
)
def test_what_took_a_second_run(text: str, style: str | None, everything: bool) -> None:
    _holds(text.encode(), "a.txt", style, everything=everything)


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("everything", [False, True])
def test_the_example(style: str | None, everything: bool) -> None:
    _holds(_EXAMPLE.read_bytes(), "a.docx", style, everything=everything)


@pytest.mark.skipif(not _CORPUS.is_dir(), reason="the gold passages are kept beside the project and not in it")
@pytest.mark.parametrize("passages", ["seed.jsonl", "dev.jsonl"])
@pytest.mark.parametrize("style", [None, "gost", "english", "slash", "gost-in-text", "latvian", "evidence-explained"])
@pytest.mark.parametrize("everything", [False, True])
def test_the_gold_passages(passages: str, style: str | None, everything: bool) -> None:
    rows = (_CORPUS / passages).read_text(encoding="utf-8").splitlines()
    if style not in (None, "gost", "english"):
        # the time of the suite: of styles that few ask for a third
        rows = rows[::3]
    texts = (" ".join(json.loads(row)["text"].split()) for row in rows)
    _holds("\n\n".join(texts).encode(), "a.txt", style, everything=everything)


_NOTES = st.lists(documents(damages=None).map(lambda one: " ".join(one.text.split())), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_NOTES, st.sampled_from(_STYLES), st.booleans())
def test_generated_notes(notes: list[str], style: str | None, everything: bool) -> None:
    _holds("\n\n".join(notes).encode(), "a.txt", style, everything=everything)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(notes=_NOTES, style=st.sampled_from(_STYLES), everything=st.booleans())
def test_generated_notes_of_word(word, notes: list[str], style: str | None, everything: bool) -> None:
    marks = "".join(
        f'<w:p><w:r><w:t>T</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>'
        for number in range(1, len(notes) + 1)
    )
    inside = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(notes, start=1)
    )
    _holds(word(marks, footnotes=inside), "a.docx", style, everything=everything)

