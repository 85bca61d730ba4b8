"""HTML pages as pandoc, MediaWiki, Word and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.repair import plan_repairs, repaired

# pandoc 3 -t html
_PANDOC = """<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> and
more<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>.</p>
<section id="footnotes" class="footnotes" role="doc-endnotes">
<hr />
<ol>
<li id="fn1"><p>ГАРФ. Ф. 374.</p><p>Оп. 27.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
<li id="fn2"><p>Там же.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
</ol>
</section>"""
_WIKIPEDIA = """<p>Text<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> b.</p>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">↑ <a href="#cite_ref-1">1</a></span>
<span class="reference-text">ГАРФ. Ф.&#160;374.</span></li></ol>"""
_WORD = """<div class=WordSection1><p class=MsoNormal>Text<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> b</p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> RGASPI
f. 17</p><p class=MsoFootnoteText>op. 3</p></div></div>"""
# a mark whose number the browser is to count, and one for browsers that cannot
_WORD_COUNTED = """<p class=MsoNormal>Text<a href="#_ftn1" name="_ftnref1"><span
style='mso-special-character:footnote'></span></a> b<a href="#_ftn2" name="_ftnref2"><![if !supportFootnotes]>
<span>[2]</span><![endif]></a><o:p></o:p></p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span></span></a> f.
17</p></div>
<div id=ftn2><p><a href="#_ftnref2" name="_ftn2"><![if !supportFootnotes]>[2]<![endif]></a> f. 18</p></div>"""
_PLAIN = "<p>Text<sup>1</sup> b<sup>2</sup> 5 km<sup>2</sup><p><sup>1</sup> Ф. 17<p><sup>2</sup> Ф. 18"

_PAGES = [
    pytest.param(
        _PANDOC,
        [("body 1", "Text and more."), ("footnote 1", "ГАРФ. Ф. 374.\nОп. 27."), ("footnote 2", "Там же.")],
        id="pandoc",
    ),
    pytest.param(_WIKIPEDIA, [("body 1", "Text b."), ("footnote 1", "ГАРФ. Ф.\xa0374.")], id="wikipedia"),
    pytest.param(_WORD, [("body 1", "Text b"), ("footnote 1", "RGASPI f. 17\nop. 3")], id="word"),
    pytest.param(
        _WORD_COUNTED, [("body 1", "Text b"), ("footnote 1", "f. 17"), ("footnote 2", "f. 18")], id="word-counted"
    ),
    pytest.param(
        _PLAIN, [("body 1", "Text b 5 km2"), ("footnote 1", "Ф. 17"), ("footnote 2", "Ф. 18")], id="raised-numbers"
    ),
    pytest.param(
        "<head><title>no</title></head><script>no</script><table><tr><td>a<td>b &lt; c<br>d</table>&bogus; &amp;",
        [("body 1", "a"), ("body 2", "b < c\nd"), ("body 3", "&bogus; &")],
        id="cells-and-entities",
    ),
    pytest.param(
        '<p><a href="#c1">1</a></p><h2 id="c1">One</h2><p>x',
        [("body 1", "1"), ("body 2", "One"), ("body 3", "x")],
        id="a-table-of-contents-has-no-notes",
    ),
]


@pytest.mark.parametrize(("page", "notes"), _PAGES)
def test_notes_of_a_page(page: str, notes: list[tuple[str, str]]) -> None:
    assert [(note.label, note.text) for note in read_bytes(page.encode(), "a.html").notes] == notes


@pytest.mark.parametrize("page", [pytest.param(param.values[0], id=param.id) for param in _PAGES])
def test_places_are_those_of_the_words(page: str) -> None:
    read = read_bytes(page.encode(), "a.html")
    for note, place in zip(read.notes, read.maps, strict=True):
        assert sum(piece.end - piece.start for piece in place.pieces) == len(note.text)
        for piece in place.pieces:
            source = page[piece.at : piece.stop]
            shown = note.text[piece.start : piece.end]
            # a line of the page may end at a blank
            assert source.replace("\n", " ") == shown or source[0] in "&< \n"


def test_a_repair_of_a_page() -> None:
    mark = '<p>A<sup><a href="#n1">1</a></sup>\r\n'
    wrong = f'{mark}<li id="n1">ГАРФ. Ф.&nbsp;374. Оп.&nbsp;27. <i>Д. 1211Л.</i> 13 33\r\n'
    right = wrong.replace("1211Л.", "1211. Л.").replace("13 33", "13, 33")
    read = read_bytes(wrong.encode(), "a.html")
    assert repaired(wrong.encode(), read, plan_repairs(read, check(read.notes))).decode() == right


@given(text=st.lists(st.sampled_from(
    ["<p>", "</p>", "<sup>", "</sup>", "1", '<a href="#a">', '<a id="a">', "</a>", "<li id=a>", "&nbsp;", "&#x;", " ",
     "<script>", "</script>", "<!--", "-->", "<br/>", "x"]
)))  # fmt: skip
def test_any_page_is_read(text: list[str]) -> None:
    source = "x" + "".join(text)
    read = read_bytes(source.encode(), "a.html")
    for note, place in zip(read.notes, read.maps, strict=True):
        assert sum(piece.end - piece.start for piece in place.pieces) == len(note.text)


def test_notes_that_mark_one_another_without_end() -> None:
    items = "".join(f'<li id="n{n}">x<sup><a href="#n{n + 1}">{n + 1}</a></sup>' for n in range(1, 3000))
    page = f'<p>A<sup><a href="#n1">1</a></sup>{items}<li id="n3000">x'
    assert [note.label for note in read_bytes(page.encode(), "a.html").notes] == [
        "body 1", *(f"footnote {n}" for n in range(1, 3001)),
    ]  # fmt: skip
