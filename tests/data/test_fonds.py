"""The table of known fonds: every row is whole, and found however its number is printed."""

from __future__ import annotations

import re

import pytest

from sovcite import parse
from sovcite.data import fonds
from sovcite.data.authority import repository
from sovcite.data.fonds import all_fonds, fond_from_row, known_fond, known_fonds
from sovcite.data.rows import Row
from sovcite.model import DataError

ROW: Row = {"repository": "garf", "fond": "R-5446", "name": "СНК СССР", "certainty": "high", "source": "its guide"}


def test_every_fond_is_of_a_known_repository_and_has_a_source() -> None:
    assert len(all_fonds()) == 279
    for fond in all_fonds():
        assert repository(fond.repository).id == fond.repository
        assert fond.source.strip()
        assert fond.name or fond.note, "what is not established says so"
        assert re.fullmatch(r"(?:[A-Z]+-)?[0-9]+[a-z]?", fond.fond), fond.fond


@pytest.mark.parametrize("fond", all_fonds(), ids=lambda fond: f"{fond.repository}/{fond.fond}")
def test_every_fond_is_found_by_its_number(fond) -> None:
    assert known_fond(fond.repository, fond.fond) == fond
    # a number without its prefix is that fond's only where no other has it
    for spelling in fond.spellings:
        found = known_fond(fond.repository, spelling)
        assert found in (fond, None) or found.fond == spelling


# citations in real notes / the name of the fond; source: fonds.toml
CITED = [
    ("ГАРФ. Ф. Р-5446. Оп. 1. Д. 1", "СНК СССР – Совет Министров СССР"),
    ("GARF, f. 5446, op. 1, d. 1", "СНК СССР – Совет Министров СССР"),
    ("ГА РФ. Ф. Р9414. Оп. 1. Д. 1", "Главное управление мест заключения (ГУЛАГ) НКВД–МВД СССР"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 746", "ЦК КПСС (РСДРП(б)-РКП(б)-ВКП(б)-КПСС)"),
    ("ЦПА ИМЛ. Ф. 17. Оп. 3. Д. 746", "ЦК КПСС (РСДРП(б)-РКП(б)-ВКП(б)-КПСС)"),
    ("РГАСПИ. Ф. М-1. Оп. 3. Д. 5", "ЦК ВЛКСМ"),
    ("РГВА. Ф. 500к. Оп. 1. Д. 5", "РСХА (Главное управление имперской безопасности), Берлин"),
    ("АВП РФ. Ф. 06. Оп. 7. П. 34. Д. 12", "Секретариат В. М. Молотова"),
    ("LYA, f. K-1, ap. 10, b. 15, l. 5", "LSSR KGB"),
    ("EAA.5100.1.378", "Pärnu suurgild"),
]


@pytest.mark.parametrize(("text", "name"), CITED)
def test_the_fond_of_a_citation(text: str, name: str) -> None:
    citation = parse(text)
    assert citation.repository
    assert citation.repository.id
    assert citation.fond
    found = known_fond(citation.repository.id, citation.fond)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    ("repository_", "fond"), [("garf", "99999"), ("nowhere", "17"), ("rgva", "500"), ("avprf", "6"), ("rgaspi", "R-17")]
)
def test_what_is_not_known_has_no_name(repository_: str, fond: str) -> None:
    assert known_fond(repository_, fond) is None


def test_known_fonds_of_a_repository() -> None:
    assert [fond.fond for fond in known_fonds("tsga-spb")] == ["7384", "1000", "7179"]
    assert known_fonds("nowhere") == ()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"certainty": "sure"}, "fond 'R-5446' of 'garf': certainty is 'sure'; write high, medium or low"),
        ({"source": None}, "fond 'R-5446' of 'garf': source missing"),
        ({"colour": "red"}, "fond 'R-5446' of 'garf': field 'colour' unknown"),
        ({"name": 7}, "fond 'R-5446' of 'garf': name is 7"),
    ],
)
def test_what_is_amiss_in_a_row_is_named(wrong: Row, message: str) -> None:
    with pytest.raises(DataError, match=f"^{re.escape(message)}"):
        fond_from_row({**ROW, **wrong})


def test_two_rows_of_one_fond_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOVCITE_CACHE", "off")
    monkeypatch.setattr(fonds, "rows_of_table", lambda *_: [ROW, ROW])
    with pytest.raises(DataError, match=r"fond 'R-5446' of 'garf' stands twice"):
        all_fonds.__wrapped__()
