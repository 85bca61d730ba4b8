"""LaTeX and .bib files: what is printed, where it stands, and what is no text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.repair import plan_repairs, repaired


def _labels(text: str, name: str = "a.tex") -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_bytes(text.encode(), name).notes]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (r"A\footnote{ГАРФ. Ф.~374, \textit{Оп. 27}.} b",
         [("body 1", "A b"), ("footnote 1", "ГАРФ. Ф.\xa0374, Оп. 27.")]),
        (r"A\footnotemark\ b\footnotetext[3]{x} c", [("body 1", "A b c"), ("footnote 3", "x")]),
        (r"A\footnotemark\ b\footnotemark[7] c\footnotetext{x}\footnote{y}",
         [("body 1", "A b c"), ("footnote 1", "x"), ("footnote 2", "y")]),
        ("\\chapter{A}\na\\footnote{x}\n\\chapter{B}\nb\\footnote{y}\\setcounter{footnote}{8}\\footnote{z}",
         [("body 1", "A"), ("body 2", "a"), ("footnote 1", "x"), ("body 3", "B"), ("body 4", "b"), ("footnote 1", "y"),
          ("footnote 9", "z")]),
        (r"A\endnote{e}\footnote{f \footnote{g}}", [("body 1", "A"), ("footnote 1", "f"), ("footnote 2", "g"),
                                                     ("endnote 1", "e")]),
        (r"A\autocite[See][л.~5]{garf} b", [("body 1", "A b"), ("footnote 1", "See л.\xa05")]),
        (r"A\footnote{x \autocite[л. 5]{garf} y}", [("body 1", "A"), ("footnote 1", "x л. 5 y")]),
        ("a % no \\footnote{no}\nb", [("body 1", "a b")]),
        ("a\n\n\\section{H}\nb\n\n\nc", [("body 1", "a"), ("body 2", "H"), ("body 3", "b"), ("body 4", "c")]),
        ("\\begin{verbatim}\nno\n\\end{verbatim}\na \\verb|no| b", [("body 1", "a b")]),
        ("\\documentclass{a}\n\\begin{document}\nx\n\\end{document}\nno", [("body 1", "x")]),
        (r"t\textperiodcentered s 13--15 --- \No{}5 \S~2 caf\'e \v{s} 5\,000 ``x'' \& \%",
         [("body 1", "t·s 13–15 — №5 §\xa02 café š 5\N{THIN SPACE}000 “x” & %")]),
        ("\\newcommand{\\src}[1]{\\footnote{#1}}\nA\\src{f. 17}", [("body 1", "A"), ("footnote 1", "f. 17")]),
        ("% sovcite: footnotes = arch, src\nA\\arch{f. 17}", [("body 1", "A"), ("footnote 1", "f. 17")]),
        (r"\begin{tabular}{ll} a & b \\ c & d \end{tabular}", [("body 1", "a \t b \nc \t d")]),
        (r"a\label{x}\index{y} \ref{z}b {\bf c} \includegraphics[width=1cm]{f}d", [("body 1", "a b c d")]),
        (r"unclosed \footnote{f. 17", [("body 1", "unclosed"), ("footnote 1", "f. 17")]),
    ],
)  # fmt: skip
def test_notes_of_latex(text: str, notes: list[tuple[str, str]]) -> None:
    assert _labels(text) == notes


def test_a_bibliography() -> None:
    text = """@comment{no}
@misc{petrov2001,
  author = {No, N.},
  title = {Отчёт о {Работе}},
  year = 1927,
  note = "ГАРФ. Ф.~374. Оп. 27",
}
@book{broken, title = {open
@misc{last, howpublished = {RGASPI f. 17}}
"""
    assert _labels(text, "a.bib") == [
        ("entry petrov2001 title", "Отчёт о Работе"),
        ("entry petrov2001 note", "ГАРФ. Ф.\xa0374. Оп. 27"),
        ("entry broken title", "open"),
        ("entry last howpublished", "RGASPI f. 17"),
    ]


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        (
            "a.tex",
            "A\\footnote{ГАРФ.~Ф.~374. Оп.~27. \\emph{Д.~1211Л.}~13 33} % d. 1211l. 5\r\n",
            "A\\footnote{ГАРФ.~Ф.~374. Оп.~27. \\emph{Д.~1211. Л.}~13, 33} % d. 1211l. 5\r\n",
        ),
        ("a.bib", "@misc{a, note = {GARF f. 374 op. 27 d. 1l. 5}}", "@misc{a, note = {GARF f. 374 op. 27 d. 1 l. 5}}"),
    ],
)
def test_a_repair(name: str, wrong: str, right: str) -> None:
    read = read_bytes(wrong.encode(), name)
    assert repaired(wrong.encode(), read, plan_repairs(read, check(read.notes))).decode() == right


@given(text=st.lists(st.sampled_from(
    ["\\footnote{", "\\autocite[", "]", "{", "}", "%", "\n", "\n\n", "\\", "\\'", "\\begin{verbatim}", "a", " ", "--",
     "\\verb", "|", "~", "&", "[", "\\emph", "\\section{", "\\cite{"]
)))  # fmt: skip
def test_any_latex_is_read(text: list[str]) -> None:
    source = "x" + "".join(text)
    read = read_bytes(source.encode(), "a.tex")
    for note, place in zip(read.notes, read.maps, strict=True):
        assert sum(piece.end - piece.start for piece in place.pieces) == len(note.text)
        assert all(piece.at <= piece.stop <= len(source) for piece in place.pieces)


def test_citations_inside_one_another() -> None:
    nested = "\\footnote{" + "\\cite[" * 3000 + "]{a}" * 3000 + "}"
    assert _labels(f"x{nested}") == [("body 1", "x")]


@pytest.mark.parametrize("piece", ["{", "\\footnote{a", "\\autocite[a", "[", "\\cite{", "a\n\n", "\\", "``", "%\n"])
def test_time_grows_with_length_alone(piece: str) -> None:
    start = time.process_time()
    read_bytes(f"x{piece * 20_000}".encode(), "a.tex")
    # a quadratic reader takes minutes
    assert time.process_time() - start < 10
