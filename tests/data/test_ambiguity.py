"""Why names are ambiguous, in words for a reader; and the words that name the places of archives."""

from __future__ import annotations

import pytest

from sovcite.data import tables
from sovcite.data.ambiguity import ambiguous_part, why_ambiguous
from sovcite.data.authority import lookup, repository
from sovcite.data.index import index
from sovcite.data.places import placed, placed_in_prose
from sovcite.model import RepositoryName

_AMBIGUOUS = [ids for ids in index().ids.values() if len(ids) > 1]


def _name(written: str, abbreviation: str = "") -> RepositoryName:
    return RepositoryName(written=written, candidates=lookup(abbreviation or written))


# name / the reason; source: the rows of the candidates, ambiguous.toml
REASONS = [
    ("ГАБО", "'ГАБО' is borne by GABO (Belgorod) and GABO (Bryansk)"),
    (
        "TsGAOR",
        "'TsGAOR' can stand for GARF (Moscow), TsDAVO (Kyiv), NARB (Minsk), TsGA SPb (St Petersburg), TsGA RUz "
        "(Tashkent) or TsAGM (Moscow): TsGAOR SSSR = GARF; with republic = republican archive (UkrSSR, BSSR, GSSR, "
        "AzSSR, ArmSSR)",
    ),
    (
        "НА РБ",
        "'НА РБ' is borne by NA RB (Ufa) and NARB (Minsk), and can stand for GARB (Ulan-Ude): Bashkortostan, Buriatiia "
        "(1990s-2010s), Belarus",
    ),
    ("ГАИО", "'ГАИО' is borne by GAIO (Irkutsk) and GAIO (Ivanovo)"),
]


@pytest.mark.parametrize(("name", "reason"), REASONS, ids=[name for name, _ in REASONS])
def test_reasons(name: str, reason: str) -> None:
    assert why_ambiguous(_name(name)) == reason


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("ЦГА", "ЦГА"),
        ("ЦГА, ", "ЦГА"),
        ("ЦПА при ЦК", "ЦПА"),
        ("Государственном архиве Вологодской\nобласти (ГАВО)", "ГАВО"),
    ],
)
def test_the_words_that_are_ambiguous(written: str, part: str) -> None:
    assert ambiguous_part(_name(written, part)) == part


@pytest.mark.parametrize("ids", _AMBIGUOUS, ids=" ".join)
def test_every_ambiguous_name_has_a_reason(ids: list[str]) -> None:
    said = why_ambiguous(RepositoryName(written="X", candidates=tuple(ids)))
    for id_ in ids:
        row = repository(id_)
        assert (row.latin or row.cyrillic or row.name) in said


# cities whose archives share abbreviations only with archives of other countries
_WITHOUT_WORDS = {"College Park", "Pushkino"}


def test_every_city_of_a_candidate_has_its_words() -> None:
    cities = {repository(id_).city for ids in _AMBIGUOUS for id_ in ids}
    assert cities - _WITHOUT_WORDS == set(tables.content_of(tables.PLACES)["city"])  # type: ignore[call-overload]


# forms of names of places / the city they name; the surnames made of them name none
FORMS = [
    ("Курске Курска Курской Курский Kursk Kurskoi Kursk’s", "gako-kursk"),
    ("Калуга Калуге Калужской Kaluga Kaluzhskoi", "gako-kaluga"),
    ("Калининграде Калининградской", "gako-kaliningrad"),
    ("Твери Тверской Калинине Калининской", "gato-tver"),
    ("Кирове Кировской Вятка", "gako-kirov"),
    ("Кіровоградської Кировограде", "dako-kirovohrad"),
    ("Закарпатської Ужгорода", "dazako"),
    ("Харківської Харькове Kharkiv", "dakho"),
    ("Запорізької Запорожье", "dazo-zaporizhzhia"),
    ("Гродзенскай Гродно", "dahv-hrodna"),
    ("Магілёўскай Могилёвской", "damv-mahiliou"),
    ("Дагестан Дагестана Махачкале", "tsga-rd"),
    ("Казахстана Казахской Алма-Ате Алматы", "tsga-rk"),
    ("Узбекистана УзССР Ташкенте", "tsga-ruz"),
    ("Санкт-Петербурга Ленинграде СПб", "tsga-spb"),
    ("Кабардино-Балкарской Нальчике", "tsga-kbr"),
    ("Сахаров Курганов Тамбовцев Пермяков курск", ""),
]
_EVERYONE = tuple(dict.fromkeys(id_ for _, id_ in FORMS if id_))


@pytest.mark.parametrize(("words", "id_"), FORMS, ids=[words for words, _ in FORMS])
def test_forms_of_the_names_of_places(words: str, id_: str) -> None:
    for word in words.split():
        assert placed(word, _EVERYONE) == ((id_,) if id_ else ()), word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Сергей Киров и Михаил Калинин", ()),
        ("М. Киров", ()),
        ("в Кирове", ("gako-kirov",)),
        ("Архив города Кирова", ("gako-kirov",)),
        ("в Курске и Калуге", ("gako-kursk",)),
        ("в Курске и в Калуге", ("gako-kaluga", "gako-kursk")),
    ],
)
def test_in_prose_a_place_is_named_as_one(text: str, found: tuple[str, ...]) -> None:
    assert placed_in_prose(text, ("gako-kaluga", "gako-kirov", "gako-kursk", "gato-tver")) == found


def test_words_that_leave_fewer_go_before_those_that_leave_more() -> None:
    assert placed("Украина, Харьков", ("dakho", "dakheo")) == ("dakho",)
    assert placed("Ленинградской области", ("logav", "galo-lipetsk")) == ("logav",)
    assert placed("Москва", ("garf", "tsga-moskvy", "tsga-rd")) == ("garf", "tsga-moskvy")
