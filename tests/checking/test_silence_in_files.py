"""Silence asked for in a comment of a file is heard by the check of that file."""

from collections.abc import Callable

import pytest

from sovcite.checking import check
from sovcite.manuscript import read_bytes

_WRONG = "RGASPI f. 17 op. 21 d. 3075l. 47-42."
_HERE = '<w:r><w:commentReference w:id="7"/></w:r>'


def _codes(data: bytes, name: str) -> list[tuple[int, str]]:
    return [(one.note, one.code) for one in check(read_bytes(data, name).notes)]


@pytest.mark.parametrize(
    ("says", "codes"),
    [
        ("Sovcite: ignore C001", [(1, "C201"), (2, "C001"), (2, "C201")]),
        ("sovcite: ignore", [(2, "C001"), (2, "C201")]),
        ("sovcite: ignore-file C201", [(1, "C001"), (2, "C001")]),
        ("please sovcite: ignore C001", [(1, "C001"), (1, "C201"), (2, "C001"), (2, "C201")]),
    ],
)
def test_a_comment_at_the_mark_of_a_note(word: Callable[..., bytes], says: str, codes: list[tuple[int, str]]) -> None:
    body = "".join(
        f'<w:p><w:r><w:t>text</w:t></w:r><w:r><w:footnoteReference w:id="{id}"/></w:r>{comment}</w:p>'
        for id, comment in ((1, _HERE), (2, ""))
    )
    notes = "".join(f'<w:footnote w:id="{id}"><w:p><w:r><w:t>{_WRONG}</w:t></w:r></w:p></w:footnote>' for id in (1, 2))
    comments = f'<w:comment w:id="7"><w:p><w:r><w:t>{says}</w:t></w:r></w:p></w:comment>'
    # body 1, footnote 1, body 2, footnote 2
    found = _codes(word(body, footnotes=notes, comments=comments), "a.docx")
    assert [((note + 1) // 2, code) for note, code in found] == codes


_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    f"<text:p>{_WRONG}</text:p></text:note-body></text:note>"
)


def test_an_annotation_behind_the_mark_of_a_note(opendocument: Callable[..., bytes]) -> None:
    annotation = "<office:annotation><text:p>sovcite: ignore C001</text:p></office:annotation>"
    assert _codes(opendocument(f"<text:p>a{_NOTE}</text:p>"), "a.odt") == [(1, "C001"), (1, "C201")]
    assert _codes(opendocument(f"<text:p>a{_NOTE}{annotation}</text:p>"), "a.odt") == [(1, "C201")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"Text[^1].\n\n[^1]: {_WRONG} {{}}\n"),
        ("a.html", f"<p>Text</p><p>{_WRONG} {{}}</p>"),
        ("a.wiki", f"Text<ref>{_WRONG} {{}}</ref>"),
        ("a.txt", f"Text\n\n{_WRONG} {{}}"),
    ],
)
def test_a_comment_of_a_text_format(name: str, text: str) -> None:
    assert _codes(text.format("").encode(), name) == [(1, "C001"), (1, "C201")]
    assert _codes(text.format("<!-- sovcite: ignore C001 -->").encode(), name) == [(1, "C201")]


def test_a_comment_of_tex() -> None:
    text = f"Text\\footnote{{{_WRONG} % sovcite: ignore C001\n}}."
    assert _codes(text.encode(), "a.tex") == [(1, "C201")]
