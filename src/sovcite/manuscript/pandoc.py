"""What pandoc reads (RTF, EPUB, Org, reStructuredText …), turned into HTML by it; it can only be read."""

from __future__ import annotations

from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.tracing import Reading
from sovcite.model import SourceMap

FORMATS = {
    ".adoc": "asciidoc", ".dbk": "docbook", ".docbook": "docbook", ".epub": "epub", ".fb2": "fb2", ".ipynb": "ipynb",
    ".muse": "muse", ".opml": "opml", ".org": "org", ".rst": "rst", ".rtf": "rtf", ".textile": "textile",
}  # fmt: skip
_SECONDS = 120


def read_by_pandoc(data: bytes, name: str, extension: str) -> tuple[Reading, ...]:
    """Let pandoc turn the content into HTML, in its sandbox, and read that; raise ReadError where it cannot."""
    import subprocess

    from sovcite.manuscript.html import read_html

    program = _program()
    if program is None:
        raise unreadable(name, f"{extension} is read by pandoc: pip install 'sovcite[pandoc]', or save it as .docx")
    command = [program, "--sandbox", "--from", FORMATS[extension], "--to", "html", "--wrap=preserve"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise unreadable(name, f"is not read by pandoc within {_SECONDS} seconds; save it as .docx") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise unreadable(name, f"is not read by pandoc ({said[:120] or 'no reason given'}); save it as .docx")
    # the places are those of the HTML, which is no file of anyone's
    return tuple(Reading(note, SourceMap(pieces=())) for note, _ in read_html(done.stdout.decode("utf-8", "replace")))


def _program() -> str | None:
    import shutil

    found = shutil.which("pandoc")
    if found is not None:
        return found
    try:
        import pypandoc  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None
    try:
        path: str = pypandoc.get_pandoc_path()
    except OSError:
        return None
    return path
