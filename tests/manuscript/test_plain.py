"""Plain text: encodings and blocks."""

import codecs

import pytest

from sovcite.manuscript import read_bytes

_TEXT = "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3–5об.\n\nДАХмО, ф. Р-6193, спр. П-22115, арк. 12."
_PROSE = "Опись дел постоянного хранения фонда № 374 за 1927—1934 гг.; далее «Опись»"


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        _TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"),
        _TEXT.encode("windows-1251"),
        _TEXT.replace("\n", "\r\n").encode(),
        _TEXT.replace("\n", "\r").encode(),
        f"\n \t\n{_TEXT}\n\n\n".encode(),
    ],
    ids=[
        "utf-8",
        "utf-8-bom",
        "utf-16-le",
        "utf-16-be",
        "windows-1251",
        "dos-lines",
        "mac-lines",
        "blank-lines",
    ],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    notes = read_bytes(data, "a.txt").notes
    assert [(note.label, note.text) for note in notes] == [
        (f"note {number}", text) for number, text in enumerate(_TEXT.split("\n\n"), start=1)
    ]


# PowerShell and .NET write UTF-16 without a mark where they are asked to
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [_TEXT, _PROSE, "RGASPI f. 17 op. 21 d. 3075 l. 21.", "1 Ф. 17.\r\nТам же."])
def test_utf_16_without_its_mark(text: str, encoding: str) -> None:
    read = read_bytes(text.encode(encoding), "a.txt")
    assert read.notes == read_bytes(text.encode(), "a.txt").notes
    assert read.remarks == (f"read as {encoding}, which is a guess",)


@pytest.mark.parametrize(
    "text",
    [
        _PROSE,
        "ЦГАИПД СПб. Ф. 24. Оп. 2в. Д. 2486. Л. 83.",
        "ЦДІАК України, ф. 442, оп. 1, спр. 5, арк. 7; ДАКО, ф. Р-1, їхній архів",
        "See RGASPI (РГАСПИ) f. 17, op. 3; ГА РФ, ф. Р-5446",
        "НАРБ. Ф. 4п. Воп. 1. Спр. 3. Арк. 8. Ўсё пра архіў",
    ],
)
def test_windows_1251(text: str) -> None:
    assert [note.text for note in read_bytes(text.encode("windows-1251"), "a.txt").notes] == [text]


# what Word calls "Web Page, Filtered" in the West (oasis-tcs/sarif-spec, committee specification), and LaTeX's names
@pytest.mark.parametrize(
    ("declaration", "encoding", "name", "words"),
    [
        ('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">', "cp1252", "a.htm", "5–6 – “é”"),
        ("<meta charset=iso-8859-1>", "cp1252", "a.html", "d. 5–6 ‘Müller’"),
        ("<meta charset=windows-1257>", "cp1257", "a.html", "LVVA, 1535. f., 1. apr., 5. lp. – Rīgā, lietā"),
        ("<meta charset=windows-1250>", "cp1250", "a.html", "AAN, sygn. 5 – Łódź"),
        ("\\usepackage[latin1]{inputenc}\\begin{document}", "cp1252", "a.tex", "d. 5 Müller"),
        # the editor's setting, on a page in Russian
        ("<meta charset=iso-8859-1>", "cp1251", "a.html", "Опись дел постоянного хранения фонда № 374"),
    ],
)
def test_declared_encodings(declaration: str, encoding: str, name: str, words: str) -> None:
    data = f"{declaration}<p>{words}".encode(encoding)
    assert words in read_bytes(data, name).notes[0].text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("1. Ф. 17.\n2. Там же.\n3. Ф. 24.", ["1. Ф. 17.\n2. Там же.\n3. Ф. 24."]),
        ("a  \nb\n \t\nc", ["a\nb", "c"]),
        ("  indented\n\f\nd", ["  indented", "d"]),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [note.text for note in read_bytes(text.encode(), "notes").notes] == blocks
