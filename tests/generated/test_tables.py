"""The tables of the generator are whole: each form is written, each damage finds something, nothing stands twice."""

import ast
import importlib
import sys
from collections import Counter
from itertools import product
from pathlib import Path
from random import Random

import pytest

import sovcite.testing
from sovcite.model import ModelError, SovciteError
from sovcite.testing import documents
from sovcite.testing.choosing import fitting
from sovcite.testing.tables import Damage, Decoy, Form, damages, decoys, forms, names
from sovcite.testing.writing import write, write_decoy

_FAMILIES = {"order", "rows", "lists", "units", "leaves", "short_forms", "languages", "names"}
_LANGUAGES = {"ru", "uk", "be", "en", "de", "fr", "pl", "lt", "lv", "et", "ro", "kk", "ka", "hy", "az", "uz"}


def test_every_family_and_language_has_forms() -> None:
    assert {form.family for form in forms()} == _FAMILIES
    assert {form.language for form in forms()} == _LANGUAGES


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.text)
def test_a_form_is_written_with_its_truth(form: Form) -> None:
    document = write(form, Random(0))
    assert document.mentions
    assert form.source
    for mention in document.mentions:
        assert document.text[mention.start : mention.end] == mention.raw
    assert not set("⟦⟧‹›") & set(document.text)
    assert "{f" not in document.text


@pytest.mark.parametrize("damage", damages(), ids=lambda damage: damage.name)
def test_a_damage_spoils_some_form_and_moves_its_truth(damage: Damage) -> None:
    hit = 0
    able = [form for form in forms() if damage in fitting(form, (damage,))]
    for seed, form in product(range(60), able):
        spoilt = write(form, Random(seed), damage)
        if spoilt.damage:
            whole = write(form, Random(seed))
            hit += 1
            assert [one.citation.leaves for one in spoilt.mentions] == [one.citation.leaves for one in whole.mentions]
            assert all(spoilt.text[one.start : one.end] == one.raw for one in spoilt.mentions)
            assert spoilt.text != whole.text
        if hit == 20:
            break
    assert hit


def test_nothing_stands_twice() -> None:
    texts = Counter([(form.language, form.text) for form in forms()] + [(one.language, one.text) for one in decoys()])
    assert [text for text, count in texts.items() if count > 1] == []


def test_there_are_decoys_of_many_kinds_in_many_languages() -> None:
    assert len(decoys()) >= 60
    assert len({decoy.language for decoy in decoys()}) >= 4


@pytest.mark.parametrize("decoy", decoys(), ids=lambda decoy: decoy.text)
def test_a_decoy_is_written(decoy: Decoy) -> None:
    assert decoy.source
    assert "{" not in write_decoy(decoy, Random(0)).text.replace("{%", "")


def test_some_sixty_repositories_are_known_and_some_are_not() -> None:
    written = {name.written: name.id for kind in names().values() for name in kind}
    assert sum(id is not None for id in written.values()) >= 60
    assert sum(id is None for id in written.values()) >= 15


def test_the_same_seed_gives_the_same_text() -> None:
    assert [write(form, Random(5)) for form in forms()] == [write(form, Random(5)) for form in forms()]


def test_a_family_that_is_not_known_is_refused() -> None:
    with pytest.raises(ModelError, match="no family is called 'verse'; there are languages, leaves"):
        documents(families=["verse"])


def test_families_and_languages_without_a_form_are_refused() -> None:
    with pytest.raises(ModelError, match="leave one of them out"):
        documents(families=["rows"], languages=["pl"])


def test_the_generator_knows_nothing_of_the_reader() -> None:
    # the command alone compares with find
    for module in Path(sovcite.testing.__file__).parent.glob("*.py"):
        if module.name == "__main__.py":
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sovcite"):
                assert node.module, module.name
                assert node.module.startswith(("sovcite.model", "sovcite.testing")), f"{module.name}: {node.module}"


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(SovciteError, match=r"sovcite\.testing needs hypothesis: install sovcite\[testing\]"):
        importlib.reload(sovcite.testing.strategies)
    monkeypatch.undo()
    importlib.reload(sovcite.testing.strategies)
