"""sovcite repositories, and the settings that find, check and parse read: sovcite.toml, --default-repository."""

import json
from pathlib import Path

import pytest

_OWN = 'default_repository = "tsga-rd"\n[[repository]]\nid = "agtstm"\ncyrillic = "АГЦТМ"\nname = "Архив музея"\n'


def _found(done) -> list[str]:
    return [row["id"] for row in json.loads(done.stdout)["repositories"]]


@pytest.mark.parametrize("name", ["TsPA IML", "RTsKhIDNI", "РЦХИДНИ", "RCChIDNI", "CRCEDHC"])
def test_former_names_lead_to_the_repository_of_today(run, name: str) -> None:
    done = run("repositories", name, "--output-format", "json")
    assert done.returncode == 0
    assert _found(done)[0] == "rgaspi"


def test_all_in_a_table(run) -> None:
    done = run("repositories")
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert len(lines) >= 348
    (garf,) = (line for line in lines if line.startswith("garf "))
    assert garf.split()[:6] == ["garf", "ГАРФ", "GARF", "Moscow,", "RU", "high"]


def test_one_with_its_names_certainty_and_source(run) -> None:
    shown = run("repositories", "ЦХСД").stdout.decode()
    assert shown.startswith("rgani  РГАНИ · RGANI\n")
    for line in (
        "  name      Российский государственный архив новейшей истории",
        "  since     1999 under this name",
        "  formerly  ЦХСД 1991–1999",
        "  written   ф. оп. д. л. / f. op. d. l.",
        "  certainty high",
        "  source    https://abb.eastview.com/rep/B-13.tab1.php",
    ):
        assert f"\n{line}\n" in shown


def test_known_fonds_with_their_certainty(run) -> None:
    shown = run("repositories", "--fonds", "tsga-spb").stdout.decode()
    assert "\n  f. 7384   Ленсовет (high)\n" in shown


def test_an_ambiguous_abbreviation_says_why_and_shows_its_candidates(run) -> None:
    done = run("repositories", "TsGAOR")
    assert done.stdout.decode().startswith("'TsGAOR' can stand for GARF (Moscow), TsDAVO (Kyiv), ")
    as_json = run("repositories", "TsGAOR", "--output-format", "json")
    assert json.loads(as_json.stdout)["reason"].endswith("(UkrSSR, BSSR, GSSR, AzSSR, ArmSSR)")
    assert {"garf", "tsdavo", "narb"} <= set(_found(as_json))


def test_nothing_found_names_what_is_spelt_nearly_so(run) -> None:
    done = run("repositories", "РЦХИДНЫ")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "sovcite: no repository is found for 'РЦХИДНЫ'; did you mean 'РЦХИДНИ'?\n"
    as_json = run("repositories", "РЦХИДНЫ", "--output-format", "json")
    answer = json.loads(as_json.stdout)
    assert (as_json.returncode, answer["repositories"], answer["nearest"]) == (1, [], ["РЦХИДНИ"])


def test_rows_of_ones_own(run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(_OWN, encoding="utf-8")
    assert _found(run("repositories", "АГЦТМ", "--output-format", "json", "--config", str(file))) == ["agtstm"]
    assert run("repositories", "АГЦТМ").returncode == 1


_NOTE = "ЦГА. Ф. 7. Оп. 1. Д. 3. Л. 5; АГЦТМ. Ф. 454. Оп. 1. Д. 2. Л. 3.\n"
_OWN_KEYS = ["tsga-rd/7/1/3", "agtstm/454/1/2"]


def _keys(done) -> list[str]:
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return [f"{one['repository']}/{one['fond']}/{one['opis']}/{one['file']}" for one in records]


def test_the_file_beside_a_manuscript_is_read_for_that_manuscript(run, tmp_path: Path) -> None:
    for folder in ("one", "two", "three"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "notes.txt").write_text(_NOTE, encoding="utf-8")
    (tmp_path / "two" / "sovcite.toml").write_text(_OWN, encoding="utf-8")
    done = run("find", "one/notes.txt", "two/notes.txt", "three/notes.txt", "--output-format", "jsonl")
    without = ["None/7/1/3", "None/454/1/2"]
    assert _keys(done) == [*without, *_OWN_KEYS, *without]


@pytest.mark.parametrize("command", [("find", "--input-format", "text"), ("find",)])
def test_standard_input_takes_the_file_that_is_named(run, tmp_path: Path, command) -> None:
    (tmp_path / "sovcite.toml").write_text(_OWN, encoding="utf-8")
    assert _keys(run(*command, "-", "--output-format", "jsonl", given=_NOTE))[0] == "None/7/1/3"
    done = run(*command, "-", "--output-format", "jsonl", "--config", "sovcite.toml", given=_NOTE)
    assert _keys(done) == _OWN_KEYS


def test_lines_of_a_stream_take_the_default(run) -> None:
    line = json.dumps({"id": 1, "text": _NOTE}).encode()
    options = ("--input-format", "jsonl", "--output-format", "jsonl")
    done = run("find", *options, "--default-repository", "tsga-rk", "-", given=line)
    first = json.loads(done.stdout)["citations"][0]
    assert (first["repository"], first["confidence"]) == ("tsga-rk", "probable")
    assert first["repository_reason"] == "'ЦГА' is taken for TsGA RK (Almaty): it is the default repository"


def test_an_option_stands_in_place_of_the_default_of_the_file(run, tmp_path: Path) -> None:
    (tmp_path / "sovcite.toml").write_text(_OWN, encoding="utf-8")
    (tmp_path / "notes.txt").write_text(_NOTE, encoding="utf-8")
    done = run("find", "notes.txt", "--default-repository", "tsga-rk", "--output-format", "jsonl")
    assert _keys(done) == ["tsga-rk/7/1/3", "agtstm/454/1/2"]


def test_check_knows_the_users_own_archives(run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(_NOTE, encoding="utf-8")
    before = run("check", "notes.txt").stdout.decode()
    (tmp_path / "sovcite.toml").write_text(_OWN, encoding="utf-8")
    after = run("check", "notes.txt").stdout.decode()
    assert "ЦГА" in before
    assert "ЦГА" not in after


def test_parse_decides_by_what_stands_in_the_string(run) -> None:
    shown = run("parse", "ЦГА (Алматы). Ф. 7. Оп. 1. Д. 3").stdout.decode()
    assert "tsga-rk/7/1/3" in shown
    assert shown.endswith("\n'ЦГА' is taken for TsGA RK (Almaty): 'Алматы' stands beside it\n")
    as_json = run("parse", "TsGAOR, f. 7, op. 1, d. 3", "--output-format", "json")
    record = json.loads(as_json.stdout)
    assert record["candidates"][:2] == ["garf", "tsdavo"]
    assert record["repository_reason"].startswith("'TsGAOR' can stand for GARF (Moscow), TsDAVO (Kyiv)")


_COMMANDS = [("find", "notes.txt"), ("check", "notes.txt"), ("parse", "ЦГА, ф. 1, оп. 2, д. 3")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--default-repository", "tsga-r"), "no repository has the id 'tsga-r'; nearest is 'tsga-"),
        (("--config", "none.toml"), "none.toml: cannot be read (no such file or directory)"),
        (("--config", "bad.toml"), "bad.toml: repository 'garf': field 'cyrilic' unknown; the fields are aliases"),
    ],
)
@pytest.mark.parametrize("command", _COMMANDS)
def test_a_mistake_in_the_settings_is_one_line(run, tmp_path: Path, command, arguments, message: str) -> None:
    (tmp_path / "notes.txt").write_text(_NOTE, encoding="utf-8")
    (tmp_path / "bad.toml").write_text('[[repository]]\nid = "garf"\ncyrilic = "ГАРФ"\n', encoding="utf-8")
    done = run(*command, *arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().startswith(f"sovcite: {message}")
    assert done.stderr.count(b"\n") == 1
