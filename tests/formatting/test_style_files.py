"""Damaged files of styles: the file, the key and what is wrong are named."""

import tomllib

import pytest

from sovcite.data.style_table import find_style, style_by_id, style_from_toml, style_text
from sovcite.formatting import format, styles
from sovcite.model import DataError, UnknownStyle
from sovcite.reading import parse

_GOOD = """name = "Mine"
language = "en"
script = "latin"
source = "a printed note"
certainty = "low"
order = ["repository", "fond", "leaves"]
after_repository = ", "
separator = ", "
dash = "-"
leaf_separator = ", "
verso = "ob"
date = " [{}]"

[labels]
fond = "f. {}"
leaf = { one = "l. {}", many = "ll. {}" }
"""


def test_the_example_is_whole() -> None:
    assert style_from_toml("mine", _GOOD).labels["leaf"].many == "ll. {}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "Mine"', "", "name missing; write text"),
        ('name = "Mine"', "name = 5", "name is 5; write text"),
        ('script = "latin"', 'script = "greek"', "script is 'greek'; write one of cyrillic, latin"),
        ('"low"', '"sure"', "certainty is 'sure'; write one of high, medium, low"),
        ('"leaves"]', '"lists"]', "order names 'lists'; the parts are repository"),
        ('"leaves"]', '["leaves"]]', r"order names \['leaves'\]"),
        (', "leaves"]', "]", "order does not name 'leaves', which has a label"),
        ("order = [", "needs = 1\norder = [", "needs is 1; write a list of parts"),
        ('"f. {}"', '"f."', r"labels.fond is 'f.'; write text with one {} for the number"),
        ('many = "ll. {}"', "many = 2", r"labels.leaf.many is 2; write text"),
        (', many = "ll. {}"', "", r"labels.leaf.many is None"),
        ("many =", "more =", "labels.leaf: 'more' unknown"),
        ("fond =", "found =", "labels: 'found' unknown; the keys are fond"),
        ('" [{}]"', '" []"', r"date is ' \[\]'"),
        ("[labels]", "[label]", "'label' unknown; the keys are based_on, name"),
        ("[labels]", "[file_labels]", "labels missing; write a table of labels"),
        ("[labels]", "[labels", "is no TOML: "),
    ],
)
def test_damaged(old: str, new: str, message: str) -> None:
    assert old in _GOOD
    with pytest.raises(DataError, match=r"^style mine\.toml.*" + message):
        style_from_toml("mine", _GOOD.replace(old, new))


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ('scheme = "cyrillic"', "scheme is 'cyrillic'; write one of ala-lc, ala-lc-full, bgn-pcgn"),
        ('uncertain = ["dsh"]', "uncertain names 'dsh'; the keys are based_on, name"),
        ('needs = ["fond", "fond"]', "needs names 'fond' twice"),
        ('first_repository = "RGASPI"', "first_repository is 'RGASPI'; write text with {abbreviation}, {name}"),
        ('repository = "{abbreviation} {nam}"', r"repository is '{abbreviation} {nam}'; write text with"),
        ('names = ["RGASPI"]', r"names is \['RGASPI'\]; write a table of texts"),
        ('before = { fonds = ", " }', "before: 'fonds' unknown; the keys are repository, fond"),
        ('before = { fond = 5 }', "before: fond is 5; write text"),
        ('short_ranges = "yes"', "short_ranges is 'yes'; write true or false"),
        ('around = "()"', r"around is '\(\)'; write text with one {} for the number"),
        ('repeat_when = "always"', "repeat_when is 'always'; write one of changed, same"),
        ('in_note = "short"', "in_note is 'short'; write one of changed, full"),
        ('repeat = ""', "repeat is ''; write text"),
        ('based_on = "gots"', "based_on is 'gots', which is the id of no style; nearest is 'gost'"),
        ("based_on = 5", "based_on is 5, which is the id of no style"),
    ],
)
def test_damaged_further_keys(added: str, message: str) -> None:
    with pytest.raises(DataError, match=r"^style mine\.toml: " + message):
        style_from_toml("mine", f"{added}\n{_GOOD}")


def test_a_style_upon_another() -> None:
    text = '''
        based_on = "english"
        name = "Ours"
        verso = " ob."
        recto = false
        repeat_after_several = false
        labels = { leaf = "l. {}", box = false }
        names = { rgaspi = "RGASPI (Moscow)" }
    '''
    mine, english = style_from_toml("mine", text), style_by_id("english")
    assert (mine.id, mine.name, mine.verso, mine.recto) == ("mine", "Ours", " ob.", None)
    assert mine.labels["leaf"].many == "l. {}"
    assert "box" not in mine.labels
    assert mine.labels["file"] == english.labels["file"]
    assert not mine.repeat_after_several
    assert mine.source == english.source


def test_a_file_of_ones_own(tmp_path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('\ufeffbased_on = "english"\nverso = "v"\n', encoding="utf-8")
    citation = parse("РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47 об.")
    assert format(citation, str(file)) == "RGASPI, f. 17, op. 162, d. 14, l. 47v"
    file.write_bytes(b"name = \"\xff\"")
    with pytest.raises(DataError, match=r"mine\.toml is not in UTF-8 \(byte 8\)"):
        find_style(str(file))
    with pytest.raises(UnknownStyle, match=r"absent\.toml cannot be read \(no such file or directory\)"):
        find_style(str(tmp_path / "absent.toml"))


def test_every_file_says_what_it_is_and_where_it_has_it_from() -> None:
    for style in styles():
        row = tomllib.loads(style_text(style.id))
        assert {"name", "source", "certainty"} <= row.keys(), style.id
        assert len(style.source) > 40, style.id
        # a style that is not sure says of what it is not
        assert style.certainty == "high" or style.uncertain, style.id


@pytest.mark.parametrize("style", ["slavic-review", "kritika", "russian-review", "europe-asia-studies"])
def test_journals_of_which_no_note_was_read_are_of_low_certainty(style: str) -> None:
    assert style_by_id(style).certainty == "low"
    assert "general knowledge" in style_by_id(style).source
