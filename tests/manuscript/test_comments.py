"""Comments that speak to sovcite are kept with the note that they stand in or are anchored at."""

import pytest

from sovcite.manuscript import read_bytes

_SAYS = "sovcite: ignore C401"


def _t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _comment(*lines: str, id: int = 7) -> str:
    paragraphs = "".join(f"<w:p>{_t(line)}</w:p>" for line in lines)
    return f'<w:comment w:id="{id}" w:author="A" w:date="2026-01-01T00:00:00Z">{paragraphs}</w:comment>'


_MARK = '<w:r><w:footnoteReference w:id="1"/></w:r>'
_START, _END = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
_HERE = '<w:r><w:commentReference w:id="7"/></w:r>'
_NOTE = f'<w:footnote w:id="1"><w:p>{_t("GA RF, f. 17")}</w:p></w:footnote>'


def _said(data: bytes, name: str) -> dict[str, tuple[str, ...]]:
    return {note.label: note.comments for note in read_bytes(data, name).notes if note.comments}


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param(f"<w:p>{_t('text')}{_START}{_MARK}{_END}{_HERE}</w:p>", {"footnote 1"}, id="around-the-mark"),
        pytest.param(f"<w:p>{_t('text')}{_MARK}{_HERE}{_t(' more')}</w:p>", {"footnote 1"}, id="behind-the-mark"),
        pytest.param(
            f"<w:p>{_t('text')}{_MARK}{_START}{_END}{_HERE}</w:p>", {"footnote 1"}, id="nothing-in-the-range"
        ),
        pytest.param(f"<w:p>{_START}{_t('words')}{_END}{_HERE}{_t(' and')}{_MARK}</w:p>", {"body 1"}, id="on-words"),
        pytest.param(f"<w:p>{_t('words')}{_HERE}{_MARK}</w:p>", {"body 1"}, id="behind-words"),
        pytest.param(f"<w:p>{_HERE}{_t('words')}</w:p><w:p>{_MARK}{_t('b')}</w:p>", {"body 1"}, id="at-the-beginning"),
        pytest.param(
            f"<w:p>{_START}{_t('words')}{_MARK}{_END}{_HERE}</w:p>", {"body 1", "footnote 1"}, id="words-and-mark"
        ),
        pytest.param(
            f"<w:p>{_t('a')}{_START}{_t('b')}</w:p><w:p>{_t('c')}{_END}{_HERE}{_MARK}</w:p>",
            {"body 1", "body 2"},
            id="two-paragraphs",
        ),
        pytest.param(f"<w:p>{_t('a')}{_MARK}</w:p><w:p>{_HERE}{_t('b')}</w:p>", {"body 2"}, id="mark-of-before"),
    ],
)
def test_word(word, body: str, labels: set[str]) -> None:
    data = word(body, footnotes=_NOTE, comments=_comment(_SAYS))
    assert _said(data, "a.docx") == dict.fromkeys(labels, (_SAYS,))


def test_a_comment_in_a_note_of_word_is_for_the_note(word) -> None:
    note = f'<w:footnote w:id="1"><w:p>{_START}{_t("GA RF, f. 17")}{_END}{_HERE}</w:p></w:footnote>'
    data = word(f"<w:p>{_t('a')}{_MARK}</w:p>", footnotes=note, comments=_comment(_SAYS))
    assert _said(data, "a.docx") == {"footnote 1": (_SAYS,)}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Sovcite: ignore C401"], ("sovcite: ignore C401",)),
        (["Kept as printed.", " sovcite: ignore "], ("sovcite: ignore",)),
        (["footnote 1: “f. 17” – C401 …"], ()),
        (["Ask sovcite: is this right?"], ()),
    ],
)
def test_what_a_comment_says(word, lines: list[str], words: tuple[str, ...]) -> None:
    data = word(f"<w:p>{_t('a')}{_MARK}{_HERE}</w:p>", footnotes=_NOTE, comments=_comment(*lines))
    assert _said(data, "a.docx") == ({"footnote 1": words} if words else {})


def test_words_of_a_comment_in_several_runs(word) -> None:
    split = (
        '<w:comment w:id="7"><w:p><w:r><w:annotationRef/></w:r><w:proofErr w:type="spellStart"/>'
        f'{_t("Sovcite")}<w:proofErr w:type="spellEnd"/>{_t(": ignore")}{_t(" C401")}</w:p></w:comment>'
    )
    data = word(f"<w:p>{_t('a')}{_HERE}</w:p>", comments=split)
    assert _said(data, "a.docx") == {"body 1": (_SAYS,)}


_NAME = 'office:name="__Annotation__1"'
_ODF_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>GA RF, f. 17{}</text:p></text:note-body></text:note>"
)


def _annotation(*lines: str, name: str = "") -> str:
    return f"<office:annotation {name}>{''.join(f'<text:p>{line}</text:p>' for line in lines)}</office:annotation>"


_POINT, _OPENED = _annotation(_SAYS), _annotation(_SAYS, name=_NAME)
_CLOSED = f"<office:annotation-end {_NAME}/>"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param(f"a{_OPENED}{_ODF_NOTE.format('')}{_CLOSED}", {"footnote 1"}, id="around-the-mark"),
        pytest.param(f"a{_ODF_NOTE.format('')}{_POINT} b", {"footnote 1"}, id="behind-the-mark"),
        pytest.param(f"a{_ODF_NOTE.format('')}{_OPENED} b", {"footnote 1"}, id="a-name-without-an-end"),
        pytest.param(f"a{_ODF_NOTE.format(_POINT)} b", {"footnote 1"}, id="in-the-note"),
        pytest.param(f"a {_OPENED}b{_CLOSED}{_ODF_NOTE.format('')}", {"body 1"}, id="on-words"),
        pytest.param(f"a{_POINT} b{_ODF_NOTE.format('')}", {"body 1"}, id="behind-words"),
        pytest.param(f"<text:span>a{_OPENED}b{_ODF_NOTE.format('')}</text:span>{_CLOSED}", {"body 1", "footnote 1"}),
        pytest.param(f"a{_OPENED}b</text:p><text:p>c{_CLOSED}d", {"body 1", "body 2"}, id="two-paragraphs"),
        pytest.param(f"a{_ODF_NOTE.format('')}</text:p><text:p>{_POINT}b", {"body 2"}, id="mark-of-before"),
    ],
)
def test_opendocument(opendocument, text: str, labels: set[str]) -> None:
    data = opendocument(f"<text:p>{text}</text:p>")
    assert _said(data, "a.odt") == dict.fromkeys(labels, (_SAYS,))


_CITED = "RGASPI f. 17 op. 3 d. 746"
_HTML = "<!-- sovcite: ignore C401 -->"


@pytest.mark.parametrize(
    ("name", "text", "labels"),
    [
        ("a.md", f"Text[^1].\n\n[^1]: {_CITED}. {_HTML}\n\nMore.", ["footnote 1"]),
        ("a.md", f"Text.\n\n{_HTML}\n{_CITED}.", ["body 2"]),
        ("a.md", f"Text.\n\n{_CITED}.\n[//]: # (sovcite: ignore C401)\n\nMore", ["body 2"]),
        ("a.md", f"{_CITED}.\n\n{_HTML}\n\nMore", []),
        ("a.tex", f"Text\\footnote{{{_CITED}. % {_SAYS}\n}} and more.\n\nMore.", ["footnote 1"]),
        ("a.tex", f"Text.\n\n% {_SAYS}\n{_CITED}\\footnote{{More}}.", ["body 2"]),
        ("a.tex", f"Text: 100\\% {_SAYS}", []),
        ("a.html", f"<p>Text</p><p>{_CITED} {_HTML}</p><p>more</p>", ["body 2"]),
        ("a.html", f"<p>Text</p><p>{_HTML} {_CITED}</p>", ["body 2"]),
        ("a.html", f"<p>Text</p>{_HTML}<p>{_CITED}</p>", []),
        ("a.wiki", f"Text<ref>{_CITED} {_HTML}</ref> more.", ["footnote 1"]),
        ("a.typ", f"Text.\n\n{_CITED} // {_SAYS}\n\nMore.", ["body 2"]),
        ("a.txt", f"{_CITED}\n\n{_CITED} {_HTML}", ["note 2"]),
    ],
)
def test_text_formats(name: str, text: str, labels: list[str]) -> None:
    assert _said(text.encode(), name) == dict.fromkeys(labels, (_SAYS,))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"Text.\n\n{_HTML.replace('ignore', 'ignore-file')}\n\n{_CITED}."),
        ("a.tex", f"% sovcite: ignore-file C401\n\\begin{{document}}\nText\n\n{_CITED}.\n\\end{{document}}"),
        ("a.html", f"<head>{_HTML.replace('ignore', 'ignore-file')}</head><p>Text</p><p>{_CITED}</p>"),
    ],
)
def test_a_comment_for_the_whole_file_may_stand_anywhere(name: str, text: str) -> None:
    assert list(_said(text.encode(), name).values()) == [("sovcite: ignore-file C401",)]
