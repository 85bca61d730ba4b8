"""The outputs of a check: each can be read by what it is for, and says of each finding the same."""

import csv
import io
import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from jsonschema import Draft7Validator, Draft202012Validator

from sovcite.report import as_csv, as_json, github, page, sarif, text

_SCHEMA = Path(__file__).parents[2] / "docs" / "checking.schema.json"
_SARIF = Path(__file__).parent / "sarif-2.1.0-part.json"
_ESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def test_text_has_a_block_a_note(checked) -> None:
    blocks = list(text.report([checked]))
    assert len(blocks) == len({finding.note for finding in checked.findings})
    assert "\x1b" not in "".join(blocks)
    for finding in checked.findings:
        assert any(f": {finding.code} " in block and finding.message in block for block in blocks)


def test_colour_is_only_paint(checked) -> None:
    painted = "\n".join(text.report([checked], colour=True))
    plain = painted.replace("\x1b[0m", "")
    for code in ("31", "33", "36"):
        plain = plain.replace(f"\x1b[1;{code}m", "")
    assert plain == "\n".join(text.report([checked]))
    assert painted.count("\x1b[1;") == 2 * len(checked.findings)


def test_the_summary_counts_rule_by_rule(checked, clean) -> None:
    line = text.summarise([checked, clean])
    assert line.startswith(f"{len(checked.findings)} findings in 4 notes: ")
    for code, number in Counter(finding.code for finding in checked.findings).items():
        assert f"{code} ×{number}" in line
    assert text.summarise([clean]) == "no findings in 1 note, 1 citation"


def test_json_is_what_its_schema_says(checked, clean) -> None:
    given = json.loads(as_json.report([checked, clean]))
    Draft202012Validator(json.loads(_SCHEMA.read_text(encoding="utf-8"))).validate(given)
    assert [len(file["findings"]) for file in given["files"]] == [len(checked.findings), 0]
    for found in given["files"][0]["findings"]:
        note = checked.notes[found["note_index"]].text
        assert note[found["start"] : found["end"]] == found["raw"]
        if found["fix"]:
            assert found["fix"]["before"] in note


def test_sarif_is_what_the_standard_says(checked, clean) -> None:
    given = json.loads(sarif.report([checked, clean]))
    Draft7Validator(json.loads(_SARIF.read_text(encoding="utf-8"))).validate(given)
    run = given["runs"][0]
    assert len(run["results"]) == len(checked.findings)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_fingerprint_stays_when_notes_are_put_in_before(checked) -> None:
    moved = tuple(evolve(finding, note=finding.note + 1) for finding in checked.findings)
    later = evolve(checked, notes=(checked.notes[2], *checked.notes), findings=moved)
    prints = [
        [result["partialFingerprints"] for result in json.loads(sarif.report([one]))["runs"][0]["results"]]
        for one in (checked, later)
    ]
    assert prints[0] == prints[1]


def test_github_commands_are_one_line_each(checked) -> None:
    lines = github.report([checked]).splitlines()
    assert len(lines) == len(checked.findings)
    for line, finding in zip(lines, checked.findings, strict=True):
        head, _, message = line.removeprefix("::").partition("::")
        command, _, properties = head.partition(" ")
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
        given = dict(one.split("=", 1) for one in properties.split(","))
        for escaped, letter in _ESCAPED.items():
            given["file"] = given["file"].replace(escaped, letter)
            message = message.replace(escaped, letter)
        assert given == {"file": checked.source, "title": finding.code}
        assert message.endswith(finding.message)


def test_csv_holds_no_formula(checked) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv.report([checked]))))
    assert [row["code"] for row in rows] == [finding.code for finding in checked.findings]
    assert [row["words"] for row in rows] == [finding.raw for finding in checked.findings]
    assert any(row["text"].startswith("'=HYPERLINK") for row in rows)
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values())


class _Page(HTMLParser):
    """Gather what a browser would: the words of the notes, the tags that load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.notes: list[str] = []
        self.codes: list[str] = []
        self._in_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag == "p":
            self._in_note = True
            self.notes.append("")
        if "data-code" in given:
            self.codes.append(given["data-code"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_note = self._in_note and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._in_note:
            self.notes[-1] += data


@pytest.fixture
def read_page(checked, clean) -> _Page:
    read = _Page()
    read.feed(page.report([checked, clean]))
    return read


def test_the_page_shows_every_note_as_it_is(read_page, checked, clean) -> None:
    shown = [note.text.replace("\x07", "\N{REPLACEMENT CHARACTER}") for note in (*checked.notes, *clean.notes)]
    assert read_page.notes[1:] == shown
    assert read_page.codes == [finding.code for finding in checked.findings]


def test_the_page_runs_and_loads_nothing_but_its_own(read_page) -> None:
    assert [tag for tag, _ in read_page.tags].count("script") == 1
    assert not any({"src", "href", "action", "onclick", "onerror"} & given.keys() for _, given in read_page.tags)
    policy = next(given["content"] for tag, given in read_page.tags if tag == "meta" and "http-equiv" in given)
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_marks_cover_the_words_of_the_findings(checked) -> None:
    note, found = checked.notes[1], [one for one in checked.findings if one.note == 1]
    html = page.report([evolve(checked, notes=(note,), findings=tuple(evolve(one, note=0) for one in found))])
    assert f'>{found[0].raw}</mark>' in html
