"""A user's own rows over the table: what they add and change, and what is said of a file that is amiss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sovcite import find, parse, repositories
from sovcite.data.authority import longest_name_words, lookup, overlaid, repository
from sovcite.data.configuration import FILE_NAME, KEYS, configuration_beside, read_configuration
from sovcite.data.overlay import Overlay, read_overlay
from sovcite.model import DataError

OWN = """
default_repository = "tsga-rd"

[[repository]]
id = "agtstm"
cyrillic = "АГЦТМ"
name = "Архив Государственного центрального театрального музея имени Алексея Александровича Бахрушина города Москвы"
city = "Moscow"

[[repository]]
id = "tsga-spb"
aliases = ["ЦГА", "Питерский архив"]
note = "as the author calls it"
"""


@pytest.fixture
def own(tmp_path: Path) -> Overlay:
    file = tmp_path / FILE_NAME
    file.write_text(OWN, encoding="utf-8")
    return read_overlay(file)


def test_a_new_repository_is_found_by_its_names(own: Overlay, tmp_path: Path) -> None:
    assert lookup("АГЦТМ") == ()
    with overlaid(own):
        assert lookup("АГЦТМ") == lookup("А.Г.Ц.Т.М.") == ("agtstm",)
        assert lookup(repository("agtstm").name) == ("agtstm",)
        assert longest_name_words() >= 11
        assert parse("АГЦТМ, ф. 454, оп. 1, д. 2").key == "agtstm/454/1/2"
        assert [row.id for row in repositories("Алексея Александровича")] == ["agtstm"]
        assert repository("agtstm").certainty == "medium"
        assert repository("agtstm").source == str(tmp_path / FILE_NAME)
    assert lookup("АГЦТМ") == ()
    assert repositories("Алексея Александровича") == ()


def test_a_changed_repository_keeps_what_is_not_named(own: Overlay) -> None:
    before = repository("tsga-spb")
    with overlaid(own):
        row = repository("tsga-spb")
        assert (row.cyrillic, row.former, row.certainty) == (before.cyrillic, before.former, before.certainty)
        assert row.aliases == (*before.aliases, "ЦГА", "Питерский архив")
        assert row.note == "as the author calls it"
        assert row.source.startswith(before.source)
        # what the user says of a name goes before all others that bear it
        assert lookup("ЦГА") == ("tsga-spb",)
        (mention,) = find("ЦГА. Ф. 7384. Оп. 1. Д. 3")
        assert (mention.citation.key, mention.confidence) == ("tsga-spb/7384/1/3", "certain")
    assert len(lookup("ЦГА")) > 10


def test_the_names_that_the_table_has_for_an_id_stay_as_ambiguous_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_text('[[repository]]\nid = "gako-kursk"\nnote = "mine"\n', encoding="utf-8")
    before = lookup("ГАКО")
    with overlaid(read_overlay(file)):
        assert lookup("ГАКО") == before


def test_the_default_decides_about_an_ambiguous_name_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_text('default_repository = ["gako-kursk", "tsga-rd"]\n', encoding="utf-8")
    with overlaid(read_overlay(file)):
        (mention,) = find("ГАКО. Ф. 1. Оп. 2. Д. 3")
    assert mention.citation.repository
    assert mention.citation.repository.id == "gako-kursk"
    assert mention.citation.repository.reason == "'ГАКО' is taken for GAKO (Kursk): it is the default repository"
    assert mention.confidence == "probable"


def test_overlays_lie_over_each_other_only_as_long_as_they_are_in_force(own: Overlay) -> None:
    with overlaid(own):
        with overlaid(None):
            assert lookup("АГЦТМ") == ()
        assert lookup("АГЦТМ") == ("agtstm",)
        with pytest.raises(ValueError, match="thrown"), overlaid(None):
            raise ValueError("thrown")
        assert lookup("АГЦТМ") == ("agtstm",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[repository]", "is no TOML: "),
        ("repositry = 1", ": key 'repositry' unknown; nearest is 'repository'"),
        ("colour = 1", f": key 'colour' unknown; the keys are {', '.join(KEYS)}"),
        ("repository = 1", ": repository is not a list of tables"),
        ('[[repository]]\nname = "Архив"', ": repository None: id missing"),
        ('[[repository]]\nid = "mine"', ": repository 'mine': name missing"),
        ('[[repository]]\nid = "garf"\ncyrilic = "ГАРФ"', ": repository 'garf': field 'cyrilic' unknown; the fields"),
        ('[[repository]]\nid = "garf"\naliases = "ГАРФ"', ": repository 'garf': aliases is 'ГАРФ'; write a list"),
        ('[[repository]]\nid = "garf"\ncertainty = "sure"', ": repository 'garf': certainty is 'sure'; write high"),
        ('[[repository]]\nid = "garf"\n[[repository]]\nid = "garf"', ": two repositories have the id 'garf'"),
        ('default_repository = "gorf"', ": default_repository: no repository has the id 'gorf'; nearest is 'garf'"),
        ("default_repository = 7", ": default_repository is 7; write a list of texts"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / FILE_NAME
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"^{re.escape(str(file))}") as caught:
        read_overlay(file)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"), [(b"\xff\xfe", "not UTF-8; save it as UTF-8"), (None, "cannot be read (no such file")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, message: str) -> None:
    file = tmp_path / FILE_NAME
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DataError, match=f"^{re.escape(str(file))}: {re.escape(message)}"):
        read_configuration(file)


def test_a_file_from_windows_begins_with_a_mark(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_bytes(b'\xef\xbb\xbfdefault_repository = "garf"\r\n')
    assert read_overlay(file).defaults == ("garf",)


def test_the_file_beside_a_manuscript(tmp_path: Path) -> None:
    assert configuration_beside(tmp_path / "ch.docx") is None
    (tmp_path / FILE_NAME).write_text("", encoding="utf-8")
    assert configuration_beside(tmp_path / "ch.docx") == str(tmp_path / FILE_NAME)
