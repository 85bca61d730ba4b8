"""Typst and wikitext: what is shown, where it stands, and what is no text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sovcite
from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.repair import plan_repairs, repaired


def _labels(text: str, name: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_bytes(text.encode(), name).notes]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("A#footnote[GARF f.~374, _op. 27_ [1927]] b",
         [("body 1", "A b"), ("footnote 1", "GARF f.\xa0374, op. 27 [1927]")]),
        ("A#footnote[a #emph[b] #footnote[c]]", [("body 1", "A"), ("footnote 1", "a b"), ("footnote 2", "c")]),
        ("a // no\nb /* no\n*/ c https://x.org", [("body 1", "a b c https://x.org")]),
        ("```\nno\n``` a `no` b", [("body 1", "a b")]),
        ("#set text(lang: \"ru\")\n#let src(body) = footnote(body)\nA#src[f. 17]",
         [("body 1", "A"), ("footnote 1", "f. 17")]),
        ("= Head\nText 13--15 -- 2\\_в @key <label>\n\nnext *bold*",
         [("body 1", "Head Text 13–15 – 2_в"), ("body 2", "next bold")]),
        ("x #table(columns: (1fr, 2fr), [a], \"[no]\", [b#footnote[f. 17]])[c]",
         [("body 1", "x"), ("body 2", "a"), ("body 3", "b"), ("footnote 1", "f. 17"), ("body 4", "c")]),
        ("A#footnote([f.\\u{a0}17]) b#footnote(numbering: \"*\")[x]", [("body 1", "A b"), ("footnote 1", "f.\xa017"),
                                                                  ("footnote 2", "x")]),
        ("- one\n- two", [("body 1", "one"), ("body 2", "two")]),
        ("A#footnote[open", [("body 1", "Aopen")]),
    ],
)  # fmt: skip
def test_notes_of_typst(text: str, notes: list[tuple[str, str]]) -> None:
    assert _labels(text, "a.typ") == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("A<ref>ГАРФ. Ф.&nbsp;374</ref> b<ref name=x>c</ref><ref name=x/>",
         [("body 1", "A b"), ("footnote 1", "ГАРФ. Ф.\xa0374"), ("footnote 2", "c")]),
        ("== Head ==\n* [[Fond|f.]] 17\n* '''op.''' [https://x.org 3]<!-- no -->",
         [("body 1", "Head =="), ("body 2", "f. 17"), ("body 3", "op. 3]")]),
        ("one\ntwo\n\nthree {{no|x}}<nowiki>no</nowiki>", [("body 1", "one two"), ("body 2", "three")]),
        ("x {{АрхД|назва архіву=ЦДАГО України|фонд=1|опис=20|справа=5|аркуш=7|справа2=6|аркуш2=8}}",
         [("body 1", "x ЦДАГО України. Ф. 1. Оп. 20. Д. 5. Л. 7; Д. 6. Л. 8")]),
        ("x {{open", [("body 1", "x open")]),
    ],
)  # fmt: skip
def test_notes_of_wikitext(text: str, notes: list[tuple[str, str]]) -> None:
    assert _labels(text, "a.wiki") == notes


def test_a_template_is_a_citation() -> None:
    text = (
        "<ref>{{cite Russian archive|url=|title=Report|institution=[[State Archive|GARF]] |fond= Р-5446 |opis=1\n"
        "|delo=25|page=5|opis2=|delo2=26|pages2=7–9|case-title=x}}</ref>"
    )
    read = read_bytes(text.encode(), "a.wiki")
    (note,) = read.notes
    assert note.text == "GARF, f. Р-5446, op. 1, d. 25, l. 5; d. 26, ll. 7–9"
    assert [mention.citation.key for mention in sovcite.find(note.text)] == ["garf/R-5446/1/25", "garf/R-5446/1/26"]
    for piece in read.maps[0].pieces:
        if piece.guard is None:
            assert text[piece.at : piece.stop] == note.text[piece.start : piece.end]


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("a.typ", "A#footnote[GARF f.~374 op.~27 _d._ 1211l. 5 7] // 1l.\r\n",
         "A#footnote[GARF f.~374 op.~27 _d._ 1211 l. 5, 7] // 1l.\r\n"),
        ("a.wiki", "A<ref>GARF f.&nbsp;374 op. 27 d. 1211l. 5</ref>\n",
         "A<ref>GARF f.&nbsp;374 op. 27 d. 1211 l. 5</ref>\n"),
    ],
)  # fmt: skip
def test_a_repair(name: str, wrong: str, right: str) -> None:
    read = read_bytes(wrong.encode(), name)
    assert repaired(wrong.encode(), read, plan_repairs(read, check(read.notes))).decode() == right


_SIGNS = ["[", "]", "#footnote[", "#f(", ")", "{{", "}}", "[[", "]]", "<ref>", "</ref>", "|", "=", "\n", "\n\n", "*",
          "`", "//", "/*", "*/", "''", "&#5;", "x", " ", "\\", '"', "#let ",
          "cite Russian archive", "fond=1"]  # fmt: skip


@pytest.mark.parametrize("name", ["a.typ", "a.wiki"])
@given(text=st.lists(st.sampled_from(_SIGNS)))
def test_any_text_is_read(name: str, text: list[str]) -> None:
    source = "x" + "".join(text)
    read = read_bytes(source.encode(), name)
    for note, place in zip(read.notes, read.maps, strict=True):
        assert sum(piece.end - piece.start for piece in place.pieces) == len(note.text)
        assert all(piece.at <= piece.stop for piece in place.pieces)


@pytest.mark.parametrize("name", ["a.typ", "a.wiki"])
@pytest.mark.parametrize("piece", ["{{a|", "[[", "#f[", "[", "<ref>", "<!--", "`", "/*", "a\n\n", "#let x = (", '"'])
def test_time_grows_with_length_alone(name: str, piece: str) -> None:
    start = time.process_time()
    read_bytes(f"x{piece * 10_000}".encode(), name)
    # a quadratic reader takes minutes
    assert time.process_time() - start < 10
