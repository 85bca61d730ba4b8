"""Ambiguous names decided by what stands beside them: the table context.txt, defaults, levels, and many of them."""

from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from sovcite import Note, find, resolve
from sovcite.data.authority import lookup
from sovcite.model import DataError, Mention

_TABLE = Path(__file__).parent / "context.txt"


@frozen
class Case:
    """Notes in order, and what is made of the ambiguous names in them."""

    title: str
    notes: tuple[Note, ...]
    expected: tuple[tuple[str, str, str], ...]


def cases(path: Path) -> list[Case]:
    """Read the table; its head says how it is written."""
    found: list[Case] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        title, notes, expected = "", [], []
        for line in block.splitlines():
            if line.startswith("# "):
                title = line[2:]
            elif line.startswith("-> "):
                number, id_, reason = line[3:].split(" ", 2)
                expected.append((number, id_, reason))
            elif line:
                number, text = line.removeprefix("[").split("] ", 1)
                is_body = number == "body"
                kind, number_ = ("body", None) if is_body else ("footnote", number)
                notes.append(Note(text=text.replace("⏎", "\n"), kind=kind, number=number_))
        if notes:
            found.append(Case(title, tuple(notes), tuple(expected)))
    return found


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases(_TABLE)])
def test_context(case: Case) -> None:
    mentions = resolve(case.notes)
    assert mentions
    found = [(case.notes[one.note].number or "body", one) for one in mentions if _reason(one)]
    assert [(number, one.citation.repository.id or "?") for number, one in found] == [
        (number, id_) for number, id_, _ in case.expected
    ]
    for (_, mention), (_, id_, reason) in zip(found, case.expected, strict=True):
        name = mention.citation.repository
        if id_ == "?":
            assert _reason(mention).startswith(reason)
            assert len(name.candidates) > 1
        else:
            assert _reason(mention).endswith(reason)
            assert " is taken for " in _reason(mention)
            assert (name.candidates, mention.confidence) == ((), "probable")


def _reason(mention: Mention) -> str:
    name = mention.citation.repository
    return (name and name.reason) or ""


def test_the_default_decides_where_nothing_else_does() -> None:
    (mention,) = find("ЦГА. Ф. 7. Оп. 1. Д. 3.", default_repository="tsga-rd")
    assert mention.citation.key == "tsga-rd/7/1/3"
    assert mention.confidence == "probable"
    assert _reason(mention) == "'ЦГА' is taken for TsGA RD (Makhachkala): it is the default repository"


def test_what_stands_beside_a_name_goes_before_the_default() -> None:
    (mention,) = find("ЦГА (Алматы). Ф. 7. Оп. 1. Д. 3.", default_repository=["tsga-rd"])
    assert mention.citation.key == "tsga-rk/7/1/3"


@pytest.mark.parametrize("defaults", ["rgaspi", ["tsga-rd", "tsga-rk"], ()])
def test_a_default_that_is_no_candidate_or_one_of_several_decides_nothing(defaults) -> None:
    (mention,) = find("ЦГА. Ф. 7. Оп. 1. Д. 3.", default_repository=defaults)
    assert mention.citation.repository
    assert mention.citation.repository.id is None


def test_a_default_names_no_repository_where_the_text_names_none() -> None:
    (mention,) = find("Ф. 7. Оп. 1. Д. 3. Л. 5", default_repository="tsga-rd")
    assert mention.citation.repository is None


def test_a_default_that_is_no_id_is_an_error() -> None:
    with pytest.raises(DataError, match="no repository has the id 'tsga'; nearest is 'tsga"):
        find("ЦГА. Ф. 7. Оп. 1. Д. 3.", default_repository="tsga")


def test_strictly_nothing_rests_on_context() -> None:
    text = "ЦГА (Алматы). Ф. 7. Оп. 1. Д. 3."
    (mention,) = find(text, "strict", default_repository="tsga-rk")
    assert mention.citation.repository
    assert mention.citation.repository.candidates == lookup("ЦГА")
    assert _reason(mention).startswith("'ЦГА' can stand for ")


def test_a_name_that_is_one_repository_has_no_reason() -> None:
    assert _reason(find("РГАСПИ. Ф. 17. Оп. 3. Д. 746")[0]) == ""
    assert _reason(find("АГЦТМ, ф. 454, оп. 1, д. 2")[0]) == ""


_WORDS = [
    "ЦГА", "ГАКО", "НА РБ", "(Курск)", "Курск,", "Уфа", "в Калуге", "(", ")", "–", "далее", "ЦГА СПб", "ГАРФ",
    "Ф. 1. Оп. 2. Д. 3.", "Там же. Л. 5", ";", ",", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join))
def test_context_changes_nothing_but_the_repository(text: str) -> None:
    strict_names = [one.citation.repository for one in find(text, "strict")]
    assert all(name is None or name.id is None or not name.reason for name in strict_names)
    for mention in find(text):
        name = mention.citation.repository
        assert text[mention.start : mention.end] == mention.raw
        if name and name.reason and name.id:
            assert mention.confidence == "probable"
            assert not name.candidates
        if name and len(name.candidates) > 1:
            assert name.reason


def test_a_thousand_ambiguous_citations_are_read_at_one_go() -> None:
    notes = [Note(text=f"ГАКО. Ф. {n}. Оп. 1. Д. 1.", kind="footnote", number=str(n)) for n in range(1, 1000)]
    notes.append(Note(text="ГАКО (Курск). Ф. 1. Оп. 1. Д. 1.", kind="footnote", number="1000"))
    assert {one.citation.repository.id for one in resolve(notes) if one.citation.repository} == {"gako-kursk"}
