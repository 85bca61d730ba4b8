"""Citations as written, and as the model writes them: the same citation, written one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.model import UNIT_KINDS, Citation, DataError, Leaf, LeafRange, ModelError, RepositoryName, Unit
from sovcite.normalisation import normalise

# as written / as the model has it: repository; source: the table of repositories
REPOSITORIES = [
    (RepositoryName(written="Г.А.Р.Ф.", id="garf"), "ГАРФ"),
    (RepositoryName(written="ЦГАОР СССР", id="garf"), "ГАРФ"),
    (RepositoryName(written="GA RF", id="garf"), "GARF"),
    (RepositoryName(written="RTsKhIDNI", id="rgaspi"), "RGASPI"),
    (RepositoryName(written="Lietuvos ypatingasis archyvas", id="lya"), "LYA"),
    (RepositoryName(written=" АГЦТМ\n", id=None), "АГЦТМ"),
    (RepositoryName(written="НА  РБ", candidates=("narb", "garb-buriatiia")), "НА РБ"),
]


@pytest.mark.parametrize(("name", "written"), REPOSITORIES, ids=[name.written for name, _ in REPOSITORIES])
def test_repositories(name: RepositoryName, written: str) -> None:
    normal = normalise(Citation(repository=name)).repository
    assert normal is not None
    assert (normal.written, normal.id, normal.candidates) == (written, name.id, name.candidates)


def test_an_id_that_is_in_no_table() -> None:
    with pytest.raises(DataError, match=r"^no repository has the id 'gorf'; nearest is 'garf'$"):
        normalise(Citation(repository=RepositoryName(written="ГОРФ", id="gorf")))


# levels as printed in notes of the development corpus
EQUAL = [
    ({"fond": "Р5446"}, {"fond": "R-5446"}),
    ({"fond": "Р. – 2211"}, {"fond": "R-2211"}),
    ({"opis": "1 а"}, {"opis": "1a"}),
    ({"opis": "3 доп."}, {"opis": "3 dop"}),
    ({"file": "1–125"}, {"file": "1-125"}),
    ({"units": (Unit(kind="case", number="Н-501"),)}, {"units": (Unit(kind="case", number="N-501"),)}),
    ({"units": (Unit(kind="part", number="ІІ"),)}, {"units": (Unit(kind="part", number="II"),)}),
    ({"leaves": (LeafRange(first=Leaf(number="17а")),)}, {"leaves": (LeafRange(first=Leaf(number="17a")),)}),
    ({"date": " 12  марта 1934 г."}, {"date": "12 марта 1934 г."}),
]

# what looks as if it could be tidied, and says something
UNTOUCHED = [
    {"fond": "06"},
    {"opis": "1-a"},
    {"fond": "P-1962"},
    {"file": "324/2"},
    {"units": (Unit(kind="section", number="Ос. Отд."),)},
    {"leaves": (LeafRange.from_string("137-38"),)},
    {"leaves": (LeafRange.from_string("33"), LeafRange.from_string("13"))},
    {"leaves": (LeafRange.from_string("47-42", "page"),)},
    {"leaves": (LeafRange.from_string("13"), LeafRange.from_string("13"))},
    {"file": "5", "file_label": "ed. khr."},
]


@pytest.mark.parametrize(("written", "normal"), EQUAL)
def test_equal(written, normal) -> None:
    assert Citation(**written) != Citation(**normal)
    assert normalise(Citation(**written)) == Citation(**normal)


@pytest.mark.parametrize("parts", UNTOUCHED)
def test_untouched(parts) -> None:
    citation = Citation(**parts)
    assert normalise(citation) == citation
    assert normalise(citation).file_label == citation.file_label


_numbers = st.from_regex(
    r"\A(?:[АИНПРKR] ?[-.–]? ?)?[0-9]{1,4}(?:[-/–][0-9]{1,2})?(?: ?-?[абвсщcz]| доп\.?)?\Z"
)
_citations = st.builds(
    Citation,
    repository=st.sampled_from([None, *(name for name, _ in REPOSITORIES)]),
    fond=st.none() | _numbers,
    opis=st.none() | _numbers,
    file=st.none() | _numbers,
    units=st.lists(
        st.builds(
            Unit, kind=st.sampled_from(UNIT_KINDS), number=_numbers | st.sampled_from(["III", "Ос.  Отд."])
        ),
        max_size=3,
    ).map(tuple),
    leaves=st.lists(
        st.builds(
            LeafRange,
            first=st.builds(Leaf, number=_numbers, side=st.sampled_from([None, "recto", "verso"])),
            last=st.none() | st.builds(Leaf, number=_numbers),
        ),
        max_size=2,
    ).map(tuple),
    date=st.none() | st.text(max_size=8),
)


_options = st.fixed_dictionaries(
    {},
    optional={
        "repository": st.sampled_from(["present", "historical", 1985, 2010]),
        "script": st.sampled_from([None, "cyrillic", "latin"]),
        "leaves": st.sets(st.sampled_from(["expand", "unique", "sort", "merge"])),
    },
)


@given(_citations, _options)
def test_twice_is_once(citation: Citation, options) -> None:
    try:
        once = normalise(citation, **options)
    except ModelError:
        # a year without a name, or leaves that cannot be joined: nothing is guessed
        assert "leaves" in options or options["repository"] in (1985, 2010)
        return
    twice = normalise(once, **options)
    assert twice == once
    assert (twice.repository and twice.repository.written) == (once.repository and once.repository.written)
