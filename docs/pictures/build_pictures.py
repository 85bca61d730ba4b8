"""Makes the picture of a repaired manuscript: written here, repaired by sovcite, printed by LibreOffice.

Run it from the top of the checkout: python docs/pictures/build_pictures.py. It needs soffice (LibreOffice Writer)
and pdftoppm (poppler-utils).
"""

import subprocess
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from sovcite.checking import check
from sovcite.manuscript import read_bytes
from sovcite.repair import plan_repairs, repaired

_HERE = Path(__file__).parent
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEXT = (
    "The grain campaign of 1927 was discussed in the district committees long before the Politburo took it up.",
    "Reports from the Urals speak of empty markets.",
    "Both the commissariat and the procuracy kept their own files on the matter.",
)
_NOTES = (
    "TsGAIPD SPb f. 24 op. 2v d. 2486l. 83 [1937]; GARF f. 374 op. 27 d. 1211 ll. 13 33 41.",
    "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42.",
    "GARF f. 8131 op. 37 d .367 l. 64; d. 370 l. 9.",
)


_FONTS = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/>'


def _run(text: str, size: int = 24) -> str:
    return f'<w:r><w:rPr>{_FONTS}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _mark(tag: str) -> str:
    return f'<w:r><w:rPr>{_FONTS}<w:vertAlign w:val="superscript"/></w:rPr>{tag}</w:r>'


def manuscript() -> bytes:
    """Write the manuscript: three paragraphs, each with a note."""
    body, notes = "", ""
    for id, (text, note) in enumerate(zip(_TEXT, _NOTES, strict=True), start=1):
        body += f"<w:p>{_run(text)}{_mark(f'<w:footnoteReference w:id={chr(34)}{id}{chr(34)}/>')}</w:p>"
        # cut in the middle, as Word cuts
        half = len(note) // 2
        runs = _run(f" {note[:half]}", 20) + _run(note[half:], 20)
        notes += f'<w:footnote w:id="{id}"><w:p>{_mark("<w:footnoteRef/>")}{runs}</w:p></w:footnote>'
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    page = (
        '<w:sectPr><w:pgSz w:w="9600" w:h="4600"/><w:pgMar w:top="700" w:bottom="600" w:left="900" w:right="900"/>'
        "</w:sectPr>"
    )
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("footnotes", "footnotes"))
    )
    relation = (
        '<Relationships xmlns="{}/relationships"><Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
    )
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{types}</Types>",
        )
        archive.writestr("_rels/.rels", relation.format(_PACKAGE, _R, "officeDocument", "word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", relation.format(_PACKAGE, _R, "footnotes", "footnotes.xml"))
        document = f'<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_W}">{separators}{notes}</w:footnotes>')
    return content.getvalue()


def main() -> None:
    """Repair the manuscript and print it with its changes and comments."""
    data = manuscript()
    read = read_bytes(data, "chapter.docx")
    plan = plan_repairs(read, check(read.notes))
    fixed = repaired(data, read, plan, date=datetime(2026, 11, 25, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "chapter.docx").write_bytes(fixed)
        # without a window LibreOffice prints no margin: a comment is the sign that a PDF has for it
        form = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
             "--outdir", folder, f"{folder}/chapter.docx"],
            check=True, capture_output=True,
        )  # fmt: skip
        subprocess.run(
            ["pdftoppm", "-png", "-r", "110", "-singlefile", f"{folder}/chapter.pdf", str(_HERE / "repaired-in-word")],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    main()
