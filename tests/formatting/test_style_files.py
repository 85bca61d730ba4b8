"""Damaged files of styles: the file, the key and what is wrong are named."""

import pytest

from sovcite.data.style_table import style_from_toml
from sovcite.formatting import styles
from sovcite.model import DataError

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


def test_every_style_names_its_source() -> None:
    for style in styles():
        assert len(style.source) > 40, style.id
