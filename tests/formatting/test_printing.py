"""Citations in every style, as print has them; what a style cannot carry back is named."""

from pathlib import Path

import pytest

from sovcite.data.authority import all_repositories
from sovcite.data.style_table import style_from_toml
from sovcite.formatting import format, styles
from sovcite.formatting.names import print_repository
from sovcite.model import Citation, Leaf, LeafRange, LeafUnit, RepositoryName, StyleLimit, Unit, UnknownStyle
from sovcite.reading import parse

_TABLE = Path(__file__).with_name("printed.txt").read_text(encoding="utf-8").splitlines()
_ROWS = [tuple(part.strip() for part in row.split("|")) for row in _TABLE if not row.startswith("#")]
_VOLOGDA = "Gosudarstvennyi arkhiv Vologodskoi oblasti, f. 1"
_LEAF_UNITS: dict[str, LeafUnit] = {"p": "page", "c": "column"}


def _citation(parts: str) -> Citation:
    id_, fond, opis, file, *others = (None if part == "-" else part for part in parts.split())
    further = dict((part or "").replace("_", " ").split("=") for part in others)
    mark, _, leaves = further.pop("leaves", "").rpartition(":")
    unit = _LEAF_UNITS.get(mark, "leaf")
    return Citation(
        repository=RepositoryName(written="", id=id_) if id_ else None,
        fond=fond,
        opis=opis and opis.replace("_", " "),
        file=file,
        file_label=further.pop("label", None),
        date=(further.pop("date", None) or "").replace("_", " ") or None,
        leaves=tuple(LeafRange.from_string(one, unit) for one in leaves.split(",") if one),
        units=tuple(Unit(kind=kind, number=number) for kind, number in further.items()),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("style", "parts", "printed"), _ROWS)
def test_printed(style: str, parts: str, printed: str) -> None:
    assert format(_citation(parts), style) == printed


def test_every_style_has_rows() -> None:
    assert {row[0] for row in _ROWS} == {style.id for style in styles()}


@pytest.mark.parametrize(
    ("style", "parts", "named"),
    [
        # a level that the style cannot do without, or has no place for
        ("slash", "rgada 20 - 324", "opis missing"),
        ("slash", "- 20 1 324", "repository missing"),
        ("slash", "garf 1 2 3 leaves=p:5", "no word for page '5'"),
        ("slash", "garf 1 2 3 date=1937", "no place for the date '1937'"),
        ("slash", "garf 1 2 3 volume=2", "no word for volume '2'"),
        ("slash", "rgada 20 1 324/2", "file '324/2'"),
        ("slash", "garf 20 3_dop 1", "opis '3 dop'"),
        ("dstu", "garf 1 2 3 folder=2", "no word for folder '2'"),
        ("gost", "garf 1 2 3 subfond=2", "no word for subfond '2'"),
        ("dstu", "garf 1 2 3 leaves=5r", "no mark for the recto of leaf 5"),
        # no name of its own that can be read back
        ("gost", "gano-arzamas 1 2 3", "'gano-arzamas' has no name of its own in Cyrillic letters"),
        ("english", "garf 102 1 3 section=Ос._отд.", "section 'Ос. отд.' has no name in the letters of style"),
        ("jgo", "garf 1 2ts 3", "the letter of number '2ts' has no way back from scientific"),
        ("dot", "garf - 2 3", "fond missing"),
        ("slash-gulag", "rgaspi 17 3 - leaves=5", "file missing"),
        # what a reader would take for something else
        ("english", "garf 1 2 3 year=05", "year '05'"),
        ("gost", "garf 1 2 - leaves=p:5", "page 5 without a file would be read as the file"),
        ("gost", "garf 1 - - date=1937", "date '1937' behind a fond alone"),
        ("gost", "rgani - - - bundle=3 leaves=5", "fond missing; bundle '3' is not read without it"),
        ("slash", "garf 1 2 P-3", "file 'P-3'"),
        ("slash", "garf KMF-18 2 3", "fond 'KMF-18' could not be read back"),
        ("latvian", "garf KMF-18 2 3", "fond 'KMF-18' could not be read back"),
        ("english", "garf 1 III 3", "opis 'III'"),
        ("gost", "garf 1 2 3а", "file '3а'"),
        ("gost", "garf 1 1c 3", "'c' of number '1c' is no Russian letter"),
        ("dstu", "tsdaho 1 1y 3", "'y' of number '1y' is no Ukrainian letter"),
        ("gost", "garf 1 2 3 date=[1937", "date '\\[1937'"),
        ("gost", "garf 1 2 3 date=undated", "date 'undated'"),
        ("gost", "garf - - -", "neither fond, opis, file nor leaf"),
    ],
)
def test_what_a_style_cannot_print(style: str, parts: str, named: str) -> None:
    with pytest.raises(StyleLimit, match=named):
        format(_citation(parts), style)


@pytest.mark.parametrize(
    ("style", "citation", "named"),
    [
        ("english", {"leaves": (LeafRange(first=Leaf(number="5v")),)}, "leaf '5v' would be read as the back"),
        ("english", {"leaves": (LeafRange(first=Leaf(number="5zh")),)}, "leaf '5zh' could not be read back"),
        ("gost", {"leaves": (LeafRange.from_string("5"), LeafRange.from_string("6", "page"))}, "leaf, page"),
        (
            "gost",
            {"units": (Unit(kind="volume", number="1"), Unit(kind="volume", number="2"))},
            "volume stated twice",
        ),
        ("gost", {"repository": RepositoryName(written="AGTsTM")}, "'AGTsTM' is unknown"),
        ("english", {"repository": RepositoryName(written="АГЦТМ")}, "'АГЦТМ' is unknown"),
        (
            "english",
            {"repository": RepositoryName(written="НА РБ", candidates=("narb", "garb-buriatiia"))},
            "'НА РБ' may be narb, garb-buriatiia, .*say which it is, or choose a style in Cyrillic ones",
        ),
        ("dot", {"repository": RepositoryName(written="AGTsTM"), "opis": "1", "file": "2"}, "is unknown; numbers"),
    ],
)
def test_what_no_table_can_write(style: str, citation, named: str) -> None:
    with pytest.raises(StyleLimit, match=named):
        format(Citation(fond="1", **citation), style)


def test_the_letter_v_is_no_verso_in_cyrillic() -> None:
    both = tuple(LeafRange(first=leaf) for leaf in (Leaf(number="5v"), Leaf(number="5", side="verso")))
    assert format(Citation(fond="1", leaves=both), "gost") == "Ф. 1. Л. 5в, 5 об."


@pytest.mark.parametrize(
    ("name", "style", "printed"),
    [
        # former names give way to the present one
        (RepositoryName(written="ЦПА ИМЛ", id="rgaspi"), "gost", "РГАСПИ. Ф. 1"),
        # an abbreviation that others bear too gives way to the name
        (RepositoryName(written="ГАВО", id="gavo-vologda"), "english", _VOLOGDA),
        # a foreign archive has no Cyrillic name
        (RepositoryName(written="LYA", id="lya"), "gost", "LYA. Ф. 1"),
        # unknown and ambiguous names stay as written
        (RepositoryName(written="АГЦТМ"), "gost", "АГЦТМ. Ф. 1"),
        (RepositoryName(written="НА РБ", candidates=("narb", "garb-buriatiia")), "gost", "НА РБ. Ф. 1"),
        (None, "gost", "Ф. 1"),
    ],
)  # fmt: skip
def test_repositories(name: RepositoryName | None, style: str, printed: str) -> None:
    assert format(Citation(repository=name, fond="1"), style) == printed


def test_every_repository_has_a_name_of_its_own_in_every_style() -> None:
    for style in styles():
        for row in all_repositories():
            if (row.id, style.script) == ("gano-arzamas", "cyrillic"):
                # ГАНО is three archives, and a comma in its name ends it for a reader
                continue
            name = print_repository(RepositoryName(written=row.name, id=row.id), style)
            found = parse(f"{name.rstrip('.')}, f. 1, op. 1").repository
            assert found is not None
            assert found.id == row.id


def test_an_unknown_style_names_the_nearest() -> None:
    with pytest.raises(UnknownStyle, match=r"^no style has the id 'englisch'; nearest is 'english'$"):
        format(Citation(fond="1"), "englisch")


def test_a_style_of_ones_own() -> None:
    latvian = style_from_toml(
        "latvian",
        """
        name = "Latvian"
        language = "en"
        script = "latin"
        source = "archiv.org.lv: LVVA 1535. f. 11. apr. 159. lieta"
        certainty = "medium"
        order = ["repository", "fond", "opis", "file"]
        after_repository = " "
        separator = " "
        dash = "–"
        leaf_separator = ", "
        labels = { fond = "{}. f.", opis = "{}. apr.", file = "{}. lieta" }
        """,
    )
    citation = Citation(
        repository=RepositoryName(written="LVVA", id="lvva"), fond="1535", opis="11", file="159"
    )
    assert format(citation, latvian) == "LVVA 1535. f. 11. apr. 159. lieta"
