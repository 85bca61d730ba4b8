"""Cyrillic in Latin letters: the vectors of the reference, iuliia as a second opinion, the way back."""

import unicodedata

import iuliia
import pytest

from sovcite.data.authority import all_repositories
from sovcite.data.letters import CYRILLIC_TO_LATIN
from sovcite.data.transliteration import (
    CYRILLIC_LANGUAGES,
    SCHEMES,
    label_in_cyrillic,
    label_in_latin,
    romanise,
)

# Cyrillic, ALA-LC simplified, ALA-LC, BGN/PCGN, scholarly (transliteration.md, 5)
_RUSSIAN = [
    ("ЦГАИПД СПб", "TsGAIPD SPb", "T͡sGAIPD SPb", "TsGAIPD SPb", "CGAIPD SPb"),
    ("РЦХИДНИ", "RTsKhIDNI", "RT͡sKhIDNI", "RTsKhIDNI", "RCChIDNI"),
    ("ЦХСД", "TsKhSD", "T͡sKhSD", "TsKhSD", "CChSD"),
    ("Объединённый", 'Ob"edinennyi', "Obʺedinënnyĭ", "Ob”yedinënnyy", "Obʺedinënnyj"),
    (
        "Российский государственный архив",
        "Rossiiskii gosudarstvennyi arkhiv",
        "Rossiĭskiĭ gosudarstvennyĭ arkhiv",
        "Rossiyskiy gosudarstvennyy arkhiv",
        "Rossijskij gosudarstvennyj archiv",
    ),
    (
        "социально-политической",
        "sotsial'no-politicheskoi",
        "sot͡sialʹno-politicheskoĭ",
        "sotsial’no-politicheskoy",
        "socialʹno-političeskoj",
    ),
]
# the same columns
_UKRAINIAN = [
    ("громадських", "hromads'kykh", "hromadsʹkykh", "hromads’kykh", "hromadsʹkych"),
    ("об'єднань", "obiednan'", "obi͡ednanʹ", "ob”yednan’", "objednanʹ"),
    ("ЦДАГО", "TsDAHO", "T͡sDAHO", "TsDAHO", "CDAHO"),
    ("ЦДІАК", "TsDIAK", "T͡sDIAK", "TsDIAK", "CDIAK"),
    ("ГДА СБУ", "HDA SBU", "HDA SBU", "HDA SBU", "HDA SBU"),
]
# transliteration.md, 3; H for ALA-LC, M for BGN/PCGN
_BELARUSIAN = [("НГАБ", "NHAB", "NHAB", "NHAB", "NHAB"), ("воўк", "vouk", "voŭk", "vowk", "voŭk")]
_COLUMNS = ("ala-lc", "ala-lc-full", "bgn-pcgn", "scientific")
_VECTORS = [
    (row[0], language, scheme, expected)
    for language, rows in (("ru", _RUSSIAN), ("uk", _UKRAINIAN), ("be", _BELARUSIAN))
    for row in rows
    for scheme, expected in zip(_COLUMNS, row[1:], strict=True)
]


@pytest.mark.parametrize(("cyrillic", "language", "scheme", "expected"), _VECTORS)
def test_vectors(cyrillic: str, language, scheme, expected: str) -> None:
    assert romanise(cyrillic, scheme, language) == expected


@pytest.mark.parametrize(
    ("scheme", "cyrillic", "expected"),
    [
        ("gost-7.79-b", "цех и цирк", "cex i cirk"),
        ("gost-7.79-b", "царь", "czar`"),
        ("iso-9", "Щёлково", "Ŝëlkovo"),
        ("bgn-pcgn", "Алексеев", "Alekseyev"),
        ("bgn-pcgn", "Ельцин", "Yel’tsin"),
        ("ala-lc", "Ф. Р-5446. «ed. khr.» 5", "F. R-5446. «ed. khr.» 5"),
        ("ala-lc", "l'archive 'Опись'", "l'archive 'Opis''"),
    ],
)
def test_what_surrounds_a_letter(scheme, cyrillic: str, expected: str) -> None:
    assert romanise(cyrillic, scheme) == expected


# the schema of iuliia, and how its letters differ where it does: х in German journals, э
_ORACLES = {
    "ala-lc": (iuliia.ALA_LC_ALT, {}),
    "ala-lc-full": (iuliia.ALA_LC, {}),
    # the dot that parts letters, which books leave out; iuliia writes a capital behind it small
    "bgn-pcgn": (iuliia.BGN_PCGN, {"·e": "E", "·": ""}),
    "iso-9": (iuliia.GOST_779, {}),
    "gost-7.79-b": (iuliia.GOST_779_ALT, {}),
    "scientific": (iuliia.SCIENTIFIC, {"x": "ch", "X": "Ch", "è": "ė", "È": "Ė"}),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_iuliia_writes_the_names_of_the_russian_archives_alike(scheme) -> None:
    schema, others = _ORACLES[scheme]
    names = {row.name for row in all_repositories() if row.language == "ru"}
    names |= {row.cyrillic for row in all_repositories() if row.language == "ru" and row.cyrillic}
    # iuliia 0.13 leaves ё as it is in some of its schemas
    clean = sorted(name for name in names if "ё" not in name.lower())
    assert len(clean) > 150
    for name in clean:
        expected = schema.translate(name)
        for theirs, ours in others.items():
            expected = expected.replace(theirs, ours)
        assert romanise(name, scheme) == unicodedata.normalize("NFC", expected), name


def test_the_letters_of_numbers_are_those_of_the_scheme() -> None:
    for letter, latin in CYRILLIC_TO_LATIN.items():
        language = "uk" if letter in "єїґ" else "be" if letter == "ў" else "ru"
        assert romanise(letter, "ala-lc", language) == latin, letter


@pytest.mark.parametrize("language", CYRILLIC_LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_come_back(language, scheme) -> None:
    for label in ("Ф. {}", "оп. {}", "{} г.", "ед. хр. {}", "лл. {}", "Т. {}", " об."):
        if language == "ru":
            assert label_in_cyrillic(label_in_latin(label, scheme, language), scheme, language) == label
    assert label_in_cyrillic("file {}", scheme, language) is None
    assert label_in_cyrillic("{}", scheme, language) == "{}"


@pytest.mark.parametrize(
    ("label", "language", "expected"),
    [
        ("pp. {}", "ru", "с. {}"),
        ("Ibid.", "ru", "Там же"),
        ("Ibid.", "uk", "Там само"),
        ("Inv. № {}", "ru", "Инв. № {}"),
        ("ob.", "ru", "об."),
        ("ob", "ru", "об"),
        ("obl.", "ru", None),
    ],
)
def test_words_that_are_no_transliteration(label: str, language, expected: str | None) -> None:
    assert label_in_cyrillic(label, "ala-lc", language) == expected
