"""Build first-stalin-mass-operation.docx from notes.txt: true Word footnotes, in runs as Word cuts them.

Run it as it is: python docs/examples/build_example.py. The same notes give the same file, byte for byte.
Source of the parts: ECMA-376 part 1, 11.3 and 17.11 (transitional).
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

HERE = Path(__file__).parent
NAME = "first-stalin-mass-operation.docx"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"footnotes": "footnotes", "settings": "settings", "styles": "styles"}

_TITLE = "The First Stalin Mass Operation (1927): notes"
_ABOUT = "The notes are those of the article; the sentences were written to carry them."
# a paragraph a row, a note behind each sentence
_SENTENCES = (
    (
        "Repression was aimed at more people than political enemies.",
        "Reports of 1927 say what people thought of a coming war.",
        "Party committees in the regions passed such reports on.",
    ),
    (
        "Inspectors had noticed the mood in the spring.",
        "That a war asks for vigilance at home was an older thought.",
        "Hooligans were counted among the dangerous.",
        "Measures of this kind had been tried before.",
    ),
    (
        "In June Stalin wrote to Molotov.",
        "In July he wrote in the newspaper.",
        "British diplomats watched.",
        "Leningrad kept papers of its own.",
    ),
)

_SETTINGS = (
    '<w:zoom w:percent="100"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def note_texts() -> list[str]:
    """Read the notes in their order; the lines of the source are none."""
    lines = (HERE / "notes.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def build(notes: list[str]) -> bytes:
    """Make the content of the file; each of the sentences takes one of the notes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"officeDocument": "word/document"}),
        "word/document.xml": _part("document", f"<w:body>{_body(len(notes))}</w:body>"),
        "word/_rels/document.xml.rels": _relationships(_PARTS),
        "word/footnotes.xml": _part("footnotes", _footnotes(notes)),
        "word/settings.xml": _part("settings", _SETTINGS),
        "word/styles.xml": _part("styles", _STYLES),
    }
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for path, text in parts.items():
            # stored, since what is packed differs from one zlib to the next
            member = ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 0
            member.compress_type = ZIP_STORED
            archive.writestr(member, text.encode("utf-8"))
    return content.getvalue()


def _body(count: int) -> str:
    numbers = iter(range(1, count + 1))
    text = _paragraph("Title", _run(_TITLE)) + _paragraph("Normal", _run(_ABOUT))
    for sentences in _SENTENCES:
        text += _paragraph("Normal", _run(" ").join(_run(one) + _mark(next(numbers)) for one in sentences))
    assert next(numbers, None) is None, "a note has no sentence"
    return text + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def _footnotes(notes: list[str]) -> str:
    text = ""
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        line = _paragraph("Normal", f"<w:r><w:{kind}/></w:r>")
        text += f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'
    for number, note in enumerate(notes, start=1):
        inside = _paragraph("FootnoteText", _mark(None) + _run(" ") + _cut_up(note, number))
        text += f'<w:footnote w:id="{number}">{inside}</w:footnote>'
    return text


def _cut_up(note: str, number: int) -> str:
    """Cut a note into runs in the middle of its words, among signs of the spelling check and a bookmark."""
    length = 5 + 3 * (number % 4)
    runs = [_run(note[at : at + length]) for at in range(0, len(note), length)]
    runs[0] = f'<w:proofErr w:type="spellStart"/>{runs[0]}<w:proofErr w:type="spellEnd"/>'
    name = f'w:id="{number}" w:name="_Hlk{number:08}"'
    runs[1] = f'<w:bookmarkStart {name}/>{runs[1]}<w:bookmarkEnd w:id="{number}"/>'
    return "".join(runs)


def _mark(number: int | None) -> str:
    sign = "<w:footnoteRef/>" if number is None else f'<w:footnoteReference w:id="{number}"/>'
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{sign}</w:r>'


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _part(root: str, inside: str) -> str:
    return f"{_HEAD}<w:{root} {_W}>{inside}</w:{root}>"


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{path}.xml"/>'
        for number, (kind, path) in enumerate(targets.items(), start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    kinds = {"document": "document.main", **_PARTS}
    rows = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{rows}</Types>"
    )


if __name__ == "__main__":
    (HERE / NAME).write_bytes(build(note_texts()))
