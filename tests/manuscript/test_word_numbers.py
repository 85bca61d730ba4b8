"""Numbers and order of notes in Word, as a reader of the page sees them."""

import pytest

from sovcite.manuscript import read_bytes
from sovcite.manuscript.word.number_formats import printed

_NOTES = "".join(
    f'<w:{{kind}} w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{{kind}}>'
    for n, text in enumerate("abcdef", start=1)
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationNotice" w:id="7"><w:p><w:r><w:t>goes on</w:t></w:r></w:p></w:footnote>'
)
# notes that begin with the author's own mark, or with what looks like it
_MARKED = "".join(
    f'<w:footnote w:type="normal" w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    for n, text in ((8, "1 f. 1"), (9, "17 files"), (10, "*2"))
)
_FOOTNOTES = _SEPARATORS + _NOTES.format(kind="footnote") + _MARKED
_ENDNOTES = _NOTES.format(kind="endnote")


def _mark(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def _custom(number: int, inside: str) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>{inside}</w:r>'


def _p(*inside: str, section: str | None = None) -> str:
    ends = "" if section is None else f"<w:pPr><w:sectPr>{section}</w:sectPr></w:pPr>"
    return f"<w:p>{ends}{''.join(inside)}</w:p>"


def _t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _said(**values: str) -> str:
    rows = "".join(f'<w:{name} w:val="{value}"/>' for name, value in values.items())
    return f"<w:footnotePr>{rows}</w:footnotePr>"


_PAGE = "<w:r><w:lastRenderedPageBreak/></w:r>"
_EACH_SECTION = _said(numRestart="eachSect")

# the body, the settings, and the notes as label: text
_NUMBERS = [
    pytest.param(_p(_mark(3), _mark(1)), "", ["footnote 1: c", "footnote 2: a"], id="by-the-marks"),
    pytest.param(
        _p(_t("x"), _mark(2)) + _p() + _p(_t("y"), _mark(1)),
        "",
        ["body 1: x", "footnote 1: b", "body 2: y", "footnote 2: a"],
        id="behind-their-paragraph",
    ),
    pytest.param(
        _p(_mark(1, "endnote"), _mark(1)) + _p(_t("x"), _mark(2, "endnote")),
        "",
        ["footnote 1: a", "body 1: x", "endnote i: a", "endnote ii: b"],
        id="endnotes-at-the-end",
    ),
    pytest.param(
        f"<w:tbl><w:tr><w:tc>{_p(_t('x'), _mark(1))}</w:tc><w:tc>{_p(_t('y'))}</w:tc></w:tr></w:tbl>",
        "",
        ["body 1: x", "footnote 1: a", "body 2: y"],
        id="table",
    ),
    pytest.param(
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{_p(_mark(1))}</w:tc></w:tr></w:tbl>" + _p(_mark(2)),
        "",
        ["footnote 1: b"],
        id="deleted-row",
    ),
    pytest.param(
        f"<w:sdt><w:sdtContent>{_p(_mark(1))}</w:sdtContent></w:sdt>", "", ["footnote 1: a"], id="control"
    ),
    pytest.param(f"<w:p><w:del>{_mark(1)}</w:del>{_mark(2)}</w:p>", "", ["footnote 1: b"], id="deleted-mark"),
    pytest.param(
        _p(_mark(1), _mark(99), _mark(2)), "", ["footnote 1: a", "footnote 3: b"], id="note-missing"
    ),
    pytest.param(_p(_mark(7), _mark(1)), "", ["footnote 2: a"], id="mark-of-a-notice"),
    pytest.param(_p(_mark(1), _mark(1), _mark(2)), "", ["footnote 1: a", "footnote 3: b"], id="mark-twice"),
    pytest.param(
        _p(_mark(1), _custom(2, "<w:t>*</w:t>"), _t("x"), _mark(3)),
        "",
        ["body 1: x", "footnote 1: a", "footnote *: b", "footnote 2: c"],
        id="own-mark-does-not-count",
    ),
    pytest.param(
        _p(_custom(1, '<w:sym w:font="Symbol" w:char="F02A"/>'), _t("x")),
        "",
        ["body 1: x", "footnote *: a"],
        id="own-sign",
    ),
    pytest.param(
        _p(_custom(1, '<w:sym w:font="Wingdings" w:char="F04A"/>'), _t("x")),
        "",
        ["body 1: x", "footnote: a"],
        id="own-picture",
    ),
    pytest.param(
        _p(_custom(1, ""), _t("**"), _t("x")), "", ["body 1: x", "footnote **: a"], id="own-mark-in-next-run"
    ),
    pytest.param(
        _p(_custom(1, ""), _t("Text of the paragraph")),
        "",
        ["body 1: Text of the paragraph", "footnote: a"],
        id="own-mark-missing",
    ),
    pytest.param(
        _p(_custom(8, "<w:t>1</w:t>"), _custom(9, "<w:t>1</w:t>"), _custom(10, "<w:t>*</w:t>")),
        "",
        ["footnote 1: f. 1", "footnote 1: 17 files", "footnote *: 2"],
        id="own-mark-in-the-note",
    ),
    pytest.param(_p(_mark(1)), _said(numFmt="upperRoman"), ["footnote I: a"], id="format-of-the-file"),
    pytest.param(_p(_mark(1), _mark(2)), _said(numStart="5"), ["footnote 5: a", "footnote 6: b"], id="start"),
    pytest.param(_p(_mark(1)), _said(numStart="9" * 5000), ["footnote 1: a"], id="start-without-sense"),
    pytest.param(_p(_mark(1)), _said(numFmt="none"), ["footnote: a"], id="no-number"),
    pytest.param(
        _p(_mark(1), section="") + _p(_mark(2)),
        "",
        ["footnote 1: a", "footnote 2: b"],
        id="sections-count-on",
    ),
    pytest.param(
        _p(_mark(1), section="") + _p(_mark(2)),
        _EACH_SECTION,
        ["footnote 1: a", "footnote 1: b"],
        id="sections-restart-by-the-file",
    ),
    pytest.param(
        _p(_mark(1), section=_said(numFmt="lowerLetter", numStart="3"))
        + _p(_mark(2), section=_said(numRestart="eachSect", numStart="4"))
        + _p(_mark(3)),
        "",
        ["footnote c: a", "footnote 4: b", "footnote 5: c"],
        id="each-section-has-its-own",
    ),
    pytest.param(
        _p(_mark(1), section="") + f"<w:sectPr>{_said(numFmt='chicago')}</w:sectPr>" + _p(_mark(2)),
        "",
        ["footnote 1: a", "footnote †: b"],
        id="last-section",
    ),
    pytest.param(
        _p(_mark(1), _mark(2), _PAGE, _mark(3)) + _p(_mark(4)) + _p(_PAGE, _mark(5)),
        _said(numRestart="eachPage"),
        ["footnote 1: a", "footnote 2: b", "footnote 1: c", "footnote 2: d", "footnote 1: e"],
        id="each-page",
    ),
    pytest.param(
        _p(_mark(1), '<w:r><w:br w:type="page"/></w:r>', _mark(2), "<w:r><w:br/></w:r>", _mark(3)),
        _said(numRestart="eachPage"),
        ["footnote 1: a", "footnote 1: b", "footnote 2: c"],
        id="each-page-by-the-author",
    ),
    pytest.param(
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr><w:sectPr/></w:pPr>{_mark(1)}</w:p>" + _p(_mark(2)),
        _EACH_SECTION,
        ["footnote 1: a", "footnote 1: b"],
        id="deleted-mark-at-the-end-of-a-section",
    ),
    pytest.param(
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_t('x')}{_mark(1)}</w:p>" + _p(_t("y"), _mark(2)),
        "",
        ["body 1: xy", "footnote 1: a", "footnote 2: b"],
        id="joined-paragraphs",
    ),
]


@pytest.mark.parametrize(("body", "settings", "shown"), _NUMBERS)
def test_numbers(word, body: str, settings: str, shown: list[str]) -> None:
    data = word(body, footnotes=_FOOTNOTES, endnotes=_ENDNOTES, settings=settings)
    assert [f"{note.label}: {note.text}" for note in read_bytes(data, "a.docx").notes] == shown


@pytest.mark.parametrize(
    ("number_format", "values"),
    [
        ("decimal", {1: "1", 0: "0", 1234: "1234"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerRoman", {1: "i", 4: "iv", 49: "xlix", 1999: "mcmxcix", 0: "0", 10**8: "100000000"}),
        ("upperRoman", {90: "XC"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa", 10**8: "100000000"}),
        ("upperLetter", {2: "B"}),
        ("russianLower", {1: "а", 10: "к", 29: "я", 30: "аа"}),
        ("chicago", {1: "*", 2: "†", 3: "‡", 4: "§", 5: "**"}),
        ("unheardOf", {3: "3"}),
    ],
)
def test_formats(number_format: str, values: dict[int, str]) -> None:
    assert {number: printed(number, number_format) for number in values} == values
