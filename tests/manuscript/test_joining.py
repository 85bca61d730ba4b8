"""Several files read as the manuscript that a reader of the print has before them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sovcite
from sovcite.manuscript import read_bytes
from sovcite.manuscript.joining import read_files
from sovcite.model import Manuscript, ReadError
from sovcite.resolution import resolve

_BOOK = "\\documentclass{book}\n\\begin{document}\n"
_GARF = "ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13."


def _read(**files: str) -> Manuscript:
    return read_files({f"{name}.tex": text.encode() for name, text in files.items()})


def _footnotes(read: Manuscript) -> list[tuple[str, str, str]]:
    numbered = enumerate(read.notes)
    return [(read.file_of(at), note.number or "", note.text) for at, note in numbered if note.kind != "body"]


@pytest.mark.parametrize(
    ("main", "inner", "notes"),
    [
        # a file that is taken in in the middle stands in the middle
        ("A\\footnote{x}\n\\input{b}\nC\\footnote{z}", "B\\footnote{y}",
         [("a", "1", "x"), ("b", "2", "y"), ("a", "3", "z")]),
        # each chapter counts by itself: book.cls, \\newcounter{footnote}[chapter]
        (_BOOK + "A\\footnote{x}\\include{b}C\\footnote{z}", "\\chapter{B}B\\footnote{y}",
         [("a", "1", "x"), ("b", "1", "y"), ("a", "2", "z")]),
        # one with a star, or in front matter, has no number and begins no count
        (_BOOK + "A\\footnote{x}\\include{b}", "\\chapter*{B}B\\footnote{y}", [("a", "1", "x"), ("b", "2", "y")]),
        (_BOOK + "\\frontmatter A\\footnote{x}\\include{b}", "\\chapter{B}B\\footnote{y}",
         [("a", "1", "x"), ("b", "2", "y")]),
        ("\\counterwithout{footnote}{chapter}\n" + _BOOK + "A\\footnote{x}\\include{b}", "\\chapter{B}B\\footnote{y}",
         [("a", "1", "x"), ("b", "2", "y")]),
        ("\\counterwithin*{footnote}{section}\n" + _BOOK + "A\\footnote{x}\\input{b}", "\\section{B}B\\footnote{y}",
         [("a", "1", "x"), ("b", "1", "y")]),
        ("%\\counterwithin{footnote}{section}\n" + _BOOK + "A\\footnote{x}\\input{b}", "\\section{B}B\\footnote{y}",
         [("a", "1", "x"), ("b", "2", "y")]),
        ("A\\footnote{x}\\addtocounter{footnote}{3}\\input{b}", "B\\footnote{y}", [("a", "1", "x"), ("b", "5", "y")]),
        # endnotes come last, over all
        ("A\\endnote{x}\\input{b}C\\footnote{z}", "B\\endnote{y}", [("a", "1", "z"), ("a", "1", "x"), ("b", "2", "y")]),
        # a macro of the preamble holds in the chapters; what prints nothing has no notes
        (_BOOK.replace("\n", "\n\\input{b}", 1) + "A\\arch{x}",
         "\\newcommand{\\arch}[1]{\\footnote{#1}} no\\footnote{y}",
         [("a", "1", "x")]),
        # a document of its own (subfiles)
        ("A\\subfile{b}B\\footnote{x}", f"{_BOOK}y\\footnote{{y}}\n\\end{{document}}no",
         [("b", "1", "y"), ("a", "2", "x")]),
        # an open brace, a comment, a paragraph without end
        ("A\\footnote{x} % \\input{b}\n\\input{b}% \nC\\footnote{z}", "B\\footnote{y} %",
         [("a", "1", "x"), ("b", "2", "y"), ("a", "3", "z")]),
        # where the text around is not read, the file is read by itself
        ("A\\footnote{x}\\newcommand{\\all}{\\input{b}}\\all", "B\\footnote{y}", [("a", "1", "x"), ("b", "1", "y")]),
    ],
)  # fmt: skip
def test_numbers_and_order(main: str, inner: str, notes: list[tuple[str, str, str]]) -> None:
    assert _footnotes(_read(a=main, b=inner)) == [(f"{file}.tex", number, text) for file, number, text in notes]


def test_typst_is_numbered_through() -> None:
    main = 'A#footnote[x]\n#include "ch/b.typ"\nC#footnote[z]'
    read = read_files({"m/a.typ": main.encode(), "m/ch/b.typ": b"= B\nB#footnote[y]"})
    assert _footnotes(read) == [("m/a.typ", "1", "x"), ("m/ch/b.typ", "2", "y"), ("m/a.typ", "3", "z")]


def test_short_forms_reach_back_over_the_border() -> None:
    read = _read(a=f"A\\footnote{{{_GARF}}}\\input{{b}}C\\footnote{{Там же. Л. 15.}}", b="B\\footnote{Там же. Л. 14.}")
    assert [mention.citation.key for mention in resolve(read.notes)] == ["garf/374/27/1211"] * 3


def test_paragraphs_are_counted_in_their_file_and_end_at_its_border() -> None:
    read = _read(a="A\n\nB \\input{b} C\n\nD", b="x\n\ny")
    found = [(read.file_of(at), note.label, note.text) for at, note in enumerate(read.notes)]
    assert found == [
        ("a.tex", "body 1", "A"), ("a.tex", "body 2", "B"), ("b.tex", "body 1", "x"), ("b.tex", "body 2", "y"),
        ("a.tex", "body 3", "C"), ("a.tex", "body 4", "D"),
    ]  # fmt: skip


def test_a_comment_for_a_file_is_for_the_notes_of_that_file() -> None:
    read = _read(
        a="A\\footnote{x} % sovcite: ignore C401\n\n\\input{b}\nC\\footnote{z}",
        b="% sovcite: ignore-file C405\n\nB\\footnote{y}",
    )
    said = {note.text: note.comments for note in read.notes if note.kind != "body"}
    assert said == {"x": ("sovcite: ignore C401",), "y": ("sovcite: ignore C405",), "z": ()}


def test_a_note_that_takes_in_a_file_is_not_changed_there() -> None:
    read = _read(a="A\\footnote{x \\input{b} y} B", b="Ф. 17Л. 5")
    place = next(at for at, note in enumerate(read.notes) if note.kind == "footnote")
    assert read.notes[place].text == "x\nФ. 17Л. 5\ny"
    guarded = [piece for piece in read.maps[place].pieces if piece.guard]
    assert {piece.guard.kind for piece in guarded if piece.guard} == {"the text of another file"}
    assert [read.file_of(at) for at in range(len(read.notes))] == ["a.tex", "a.tex"]


def test_what_has_no_text_at_all() -> None:
    with pytest.raises(ReadError, match=r"^a\.tex: is empty"):
        _read(a="\\input{b}", b="% nothing")


def test_a_single_file_is_read_as_ever() -> None:
    data = b"A\\footnote{x}\n\nB"
    assert read_files({"a.tex": data}) == read_bytes(data, "a.tex")


_SIGNS = ["\n\n", "{", "}", "\\input{b}", "\\input{c}", "\\footnote{", "Ф. 17", "% x\n", "[", "]", " ", "$",
          "\\end{document}", "\\begin{verbatim}", "\\chapter{X}", "\\autocite["]  # fmt: skip
_MAIN = st.lists(st.sampled_from(_SIGNS), max_size=12).map("".join)
_INNER = st.lists(st.sampled_from([*_SIGNS, "\\begin{document}"]), max_size=12).map("".join)


@given(_MAIN, _INNER, _INNER)
def test_each_letter_stands_where_its_map_says(main: str, b: str, c: str) -> None:
    texts = {"a.tex": f"x{main}", "b.tex": b, "c.tex": c}
    read = read_files({file: text.encode() for file, text in texts.items()})
    for at, place in enumerate(read.maps):
        source = texts[read.file_of(at)]
        for piece in place.pieces:
            if piece.guard is None and piece.stop - piece.at == piece.end - piece.start:
                words = read.notes[at].text[piece.start : piece.end]
                assert source[piece.at : piece.stop] == words or words.isspace()


def test_a_script_reads_the_whole_manuscript_by_its_main_file(tmp_path: Path) -> None:
    (tmp_path / "ch.tex").write_text("B\\footnote{Там же. Л. 9}", encoding="utf-8")
    main = tmp_path / "main.tex"
    main.write_text("A\\footnote{ГАРФ. Ф. 374. Оп. 27. Д. 1211. Л. 13}\\input{ch}", encoding="utf-8")
    manuscript = sovcite.read(main)
    assert [mention.citation.key for mention in sovcite.resolve(manuscript.notes)] == ["garf/374/27/1211"] * 2
    assert [Path(source).name for source in manuscript.sources] == ["main.tex", "main.tex", "ch.tex", "ch.tex"]


def test_a_script_is_told_of_the_chapter_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "ch.tex").write_bytes(b"\x00\x01\x02")
    main = tmp_path / "main.tex"
    main.write_text("A\\input{ch}", encoding="utf-8")
    with pytest.raises(ReadError, match=r"ch\.tex: is not text"):
        sovcite.read(main)
