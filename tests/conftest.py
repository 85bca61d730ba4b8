"""Word and OpenDocument files made by code, from the inside of their parts."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

Word = Callable[..., bytes]

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _relations(namespace: str, targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATIONS[namespace]}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'


@pytest.fixture(scope="session")
def word() -> Word:
    """Make a Word file: body and the other parts as the XML inside their roots, extra members as they are."""

    def _word(
        body: str,
        *,
        namespace: str = TRANSITIONAL,
        document: str = "word/document.xml",
        extra: dict[str, str | bytes] | None = None,
        **others: str,
    ) -> bytes:
        def part(root: str, inside: str) -> str:
            return f'<w:{root} xmlns:w="{namespace}" {_NAMESPACES}>{inside}</w:{root}>'

        members: dict[str, str | bytes] = {
            "_rels/.rels": _relations(namespace, {"officeDocument": document}),
            document: part("document", f"<w:body>{body}</w:body>"),
            f"word/_rels/{document.rpartition('/')[2]}.rels": _relations(
                namespace, {name: f"{name}.xml" for name in others}
            ),
            **{f"word/{name}.xml": part(name, inside) for name, inside in others.items()},
            **(extra or {}),
        }
        content = BytesIO()
        with ZipFile(content, "w") as archive:
            for path, data in members.items():
                archive.writestr(path, data)
        return content.getvalue()

    return _word


_OPENDOCUMENT = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "table", "draw", "style")
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


@pytest.fixture(scope="session")
def opendocument() -> Word:
    """Make an OpenDocument text: the XML inside office:text, extra members as they are."""

    def _opendocument(text: str, **extra: str | bytes) -> bytes:
        content = BytesIO()
        with ZipFile(content, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("META-INF/manifest.xml", _MANIFEST)
            archive.writestr(
                "content.xml",
                f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_OPENDOCUMENT} '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:text>{text}'
                "</office:text></office:body></office:document-content>",
            )
            for path, data in extra.items():
                archive.writestr(path, data)
        return content.getvalue()

    return _opendocument


Office = Callable[[bytes, str, str], bytes]


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> Office:
    """Open a file in LibreOffice and save it in another format; skips where LibreOffice is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer-nogui)")
    folder: Path = tmp_path_factory.mktemp("office")

    def _convert(data: bytes, name: str, extension: str) -> bytes:
        (folder / name).write_bytes(data)
        out = folder / "out"
        done = subprocess.run(
            [
                program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", extension,
                "--outdir", str(out), str(folder / name),
            ],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )  # fmt: skip
        made = out / f"{Path(name).stem}.{extension.partition(':')[0]}"
        assert made.is_file(), f"LibreOffice does not open the file: {done.stdout} {done.stderr}"
        return made.read_bytes()

    return _convert
