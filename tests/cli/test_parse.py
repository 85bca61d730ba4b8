"""sovcite parse: one citation into its parts."""

import json

_CITATION = "GARF f. 374 op. 27 d. 1211 ll. 13, 33"


def test_the_parts_as_a_table(run) -> None:
    done = run("parse", _CITATION)
    assert done.returncode == 0
    rows = [line.split(None, 1) for line in done.stdout.decode().splitlines()]
    assert rows == [
        ["repository", "GARF (garf)"],
        ["fond", "374"],
        ["opis", "27"],
        ["file", "1211"],
        ["leaves", "13, 33"],
        ["key", "garf/374/27/1211"],
    ]


def test_the_parts_as_json(run) -> None:
    done = run("parse", "--output-format", "json", _CITATION)
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["fond"] == "374"


def test_several_strings(run) -> None:
    done = run("parse", "--output-format", "json", _CITATION, _CITATION)
    first, second = done.stdout.splitlines()
    assert first == second


def test_what_is_no_citation_is_pointed_at(run) -> None:
    done = run("parse", "a street and nothing else")
    assert (done.returncode, done.stdout) == (1, b"")
    head, line, caret = done.stderr.decode().splitlines()
    assert head.startswith("sovcite: ")
    assert line.strip() == "a street and nothing else"
    assert set(caret.strip()) == {"^"}


def test_one_bad_string_spoils_no_other(run) -> None:
    done = run("parse", "nothing", _CITATION)
    assert done.returncode == 1
    assert b"1211" in done.stdout


def test_a_string_from_a_shell_that_knows_ascii_alone(run) -> None:
    done = run("parse", "ГА РФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 5об.")
    assert done.returncode == 0
    assert "R-5446" in done.stdout.decode()
