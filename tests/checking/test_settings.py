"""What a check looks for: settings and their mistakes, silence in the manuscript, the baseline, the messages."""

import re
import string

import pytest

from sovcite.checking import RULES, Settings, check, settings_from_table
from sovcite.checking.baseline import baseline_from_json, baseline_of, baseline_to_json, new_findings
from sovcite.checking.messages import message, messages
from sovcite.checking.settings import Mode
from sovcite.data.style import Style
from sovcite.data.style_table import all_styles, style_by_id
from sovcite.formatting import format
from sovcite.model import DataError, Note, StyleLimit
from sovcite.reading import parse

_FAULTY = Note(text="RGASPI f. 17 op. 21 d. 3075l. 47-42.", kind="footnote", number="1")


def _codes(notes: list[Note], settings: Settings | None = None) -> list[str]:
    return [one.code for one in check(notes, settings)]


def test_select_and_ignore_take_codes_and_families() -> None:
    assert _codes([_FAULTY]) == ["C001", "C201"]
    assert _codes([_FAULTY], Settings(select=("C2",))) == ["C201"]
    assert _codes([_FAULTY], Settings(ignore=("C201",))) == ["C001"]
    assert _codes([_FAULTY], Settings(select=("C0", "C2"), ignore=("C0",))) == ["C201"]
    assert _codes([_FAULTY], Settings(modes={"C001": "off"})) == ["C201"]


def test_strict_makes_warnings_of_hints() -> None:
    note = Note(text="AGTsTM, f. 454, op. 1, d. 1004, l. 2")
    (hint,) = check([note])
    (warning,) = check([note], Settings(strict=True))
    assert (hint.severity, warning.severity) == ("info", "warning")


def test_style_asks_for_what_the_style_prints() -> None:
    note = Note(text="РГАСПИ. Ф. 17. Оп. 3. Д. 746. Лл. 3-7об")
    assert _codes([note]) == []
    styled = Settings(style="gost", modes=dict.fromkeys(("C404", "C405", "C409"), "style"))
    assert sorted(_codes([note], styled)) == ["C404", "C405", "C409"]


@pytest.mark.parametrize("style", all_styles(), ids=lambda style: style.id)
def test_what_a_style_prints_is_no_fault_in_it(style: Style) -> None:
    citation = parse("РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 104–105, 117 об.")
    try:
        printed = format(citation, style)
    except StyleLimit:
        citation = parse("РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 104–105")
        printed = format(citation, style)
    modes: dict[str, Mode] = {rule.code: "style" for rule in RULES if rule.follows_style}
    settings = Settings(style=style.id, modes=modes, select=tuple(modes))
    assert check([Note(text=printed)], settings) == []


def test_what_a_style_is_not_sure_of_is_a_hint() -> None:
    style = style_by_id("dstu")
    assert "verso" in style.uncertain
    (found,) = check(
        [Note(text="ЦДАГО. Ф. 1. Оп. 20. Спр. 5. Арк. 3зв")],
        Settings(style="dstu", modes={"C404": "style"}, select=("C404",)),
    )
    assert (found.severity, "as far as is known" in found.message) == ("info", True)


def test_a_table_of_settings() -> None:
    table = {"style": "gost", "ignore": ["C1"], "strict": True, "rules": {"C404": "style", "C405": "off"}}
    settings = settings_from_table(table, "sovcite.toml: check")
    assert (settings.style, settings.strict, settings.mode("C404")) == ("gost", True, "style")
    assert not settings.looks("C101")
    assert not settings.looks("C405")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"ignroe": []}, "check: key 'ignroe' unknown; nearest is 'ignore'"),
        ({"ignore": ["C999"]}, "check.ignore: no rule has the code 'C999'"),
        ({"select": "C4"}, "check.select is 'C4'; write a list of codes"),
        ({"strict": 1}, "check.strict is 1; write true or false"),
        ({"style": "gots"}, "check.style: no style has the id 'gots'; nearest is 'gost'"),
        ({"style": 5}, "check.style is 5; write the id of a style"),
        ({"rules": []}, "check.rules is []; write a table of codes"),
        ({"rules": {"D404": "off"}}, "check.rules: code 'D404' unknown; nearest is 'C404'"),
        ({"rules": {"C404": "on"}}, "check.rules.C404 is 'on'; write one of consistent, style, off"),
        ({"rules": {"C404": "style"}}, "check.rules.C404 is 'style', and no style is chosen"),
        ({"style": "gost", "rules": {"C201": "style"}}, "check.rules.C201 is 'style', but no style says anything"),
        ({"language": "xx"}, "check.language: no messages in language 'xx'; there are en"),
        ({"language": 5}, "check.language is 5"),
    ],
)
def test_a_mistake_in_the_settings_is_named(table: dict[str, object], said: str) -> None:
    with pytest.raises(DataError, match=re.escape(said)):
        settings_from_table(table, "check")


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("<!-- sovcite: ignore C001 -->", ["C201"]),
        ("<!-- sovcite: ignore C0, C2 -->", []),
        ("<!-- sovcite: ignore -->", []),
        ("[//]: # (sovcite: ignore C201)", ["C001"]),
        ("% sovcite: ignore C201", ["C001"]),
        (r"100\% sovcite: ignore C201", ["C001", "C201"]),
        ("sovcite: ignore C201", ["C001", "C201"]),
        ("<!-- sovcite: ignore c201 -->", ["C001", "C201"]),
    ],
)
def test_a_comment_silences_its_note(comment: str, codes: list[str]) -> None:
    quiet = Note(text=f"{_FAULTY.text} {comment}", kind="footnote", number="1")
    other = Note(text="RGASPI f. 558 op. 11 d. 1211 ll. 33-13.", kind="footnote", number="2")
    assert _codes([quiet, other]) == [*codes, "C201"]


def test_a_comment_silences_a_file() -> None:
    comment = Note(text="<!-- sovcite: ignore-file C201 -->", kind="body")
    assert _codes([_FAULTY, comment]) == ["C001"]


def test_a_baseline_knows_what_was_there_and_says_what_is_new() -> None:
    known = baseline_of([("ch.md", one) for one in check([_FAULTY])])
    known = baseline_from_json(baseline_to_json(known), "known.json")
    before = Note(text="A note put in before.", kind="footnote", number="1")
    assert new_findings("ch.md", check([before, _FAULTY]), known) == []
    assert [one.note for one in new_findings("ch.md", check([_FAULTY, before, _FAULTY]), known)] == [2, 2]
    assert len(new_findings("other.md", check([_FAULTY]), known)) == 2


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema": 2, "findings": []}', '{"schema": 1, "findings": [{"code": 5}]}']
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"^known\.json: .*--update-baseline"):
        baseline_from_json(text, "known.json")


def test_every_rule_has_its_messages_and_no_other() -> None:
    table = {code: keys for code, keys in messages("en").items() if code != "names"}
    assert list(table) == [rule.code for rule in RULES]
    for code, keys in table.items():
        for key, template in keys.items():
            fields = {name for _, name, _, _ in string.Formatter().parse(template) if name}
            assert message(code, key, dict.fromkeys(fields, "x")), f"{code}.{key}"


def test_a_message_that_is_not_there_is_named() -> None:
    with pytest.raises(DataError, match=r"messages/en\.toml: no message C001\.nonsense"):
        message("C001", "nonsense", {})
