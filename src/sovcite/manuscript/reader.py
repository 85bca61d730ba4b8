"""One door for every kind of file: the extension of the name says how it is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.pandoc import FORMATS
from sovcite.manuscript.tracing import Reading
from sovcite.model import Form, Manuscript

if TYPE_CHECKING:
    from sovcite.manuscript.decoding import Decoded

# the most that is taken from a file: a book with its pictures is well below
MOST_BYTES = 512 * 2**20

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_PLAIN = ("sovcite.manuscript.plain", "read_plain")
_MARKDOWN = ("sovcite.manuscript.markdown", "read_markdown")
_HTML = ("sovcite.manuscript.html", "read_html")
_LATEX = ("sovcite.manuscript.latex", "read_latex")
_WIKITEXT = ("sovcite.manuscript.wikitext", "read_wikitext")
# the readers of text formats: the text in, its notes out
_TEXT = {
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".qmd": _MARKDOWN,
    ".rmd": _MARKDOWN,
    ".tex": _LATEX,
    ".ltx": _LATEX,
    ".bib": ("sovcite.manuscript.latex", "read_bib"),
    ".typ": ("sovcite.manuscript.typst", "read_typst"),
    ".wiki": _WIKITEXT,
    ".wikitext": _WIKITEXT,
    ".mediawiki": _WIKITEXT,
    ".htm": _HTML,
    ".html": _HTML,
    ".xhtml": _HTML,
}
_OPENDOCUMENT = frozenset({".odt", ".ott", ".fodt"})
_NOT_READ = frozenset({".doc", ".dot", ".pages", ".ppt", ".pptx", ".wpd", ".xls", ".xlsx"})
_INVISIBLE = "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
_ZIP = b"PK\x03\x04"
# an encrypted .docx is in the same wrapping as an old .doc
_OLE_NAMES = _WORD | {".doc", ".dot", ""}
_OLE = b"\xd0\xcf\x11\xe0"


def read_bytes(data: bytes, name: str) -> Manuscript:
    """Read the content of a file into its notes; the extension of the name says what it is.

    Content under a name without extension (standard input) is a Word file if it is a zip archive, else text.
    Notes are of the kinds "body", "footnote" and "endnote", of plain text "note", of .bib "entry", of .pdf "page".
    Raises ReadError, one line that begins with the name. Source: ECMA-376 part 1, 17 (WordprocessingML).

    >>> [note.label for note in read_bytes("Ф. 17. Д. 5[^a]\\n\\n[^a]: Там же. Л. 6".encode(), "a.md").notes]
    ['body 1', 'footnote 1']
    >>> read_bytes(b"", "a.docx")
    Traceback (most recent call last):
        ...
    sovcite.model.errors.ReadError: a.docx: is empty
    """
    extension = PurePath(name).suffix.lower()
    if not data:
        raise unreadable(name, "is empty")
    if data.startswith(_OLE) and extension in _OLE_NAMES:
        raise unreadable(name, "is encrypted or an old .doc: open it in Word and save it as .docx")
    if extension in _NOT_READ:
        raise unreadable(name, f"{extension} is not read; save it as .docx, .odt, .md or .txt, which are")
    form, remarks, read = _read(data, name, extension)
    if not any(_is_visible(letter) for note, _ in read for letter in note.text):
        raise unreadable(name, "is empty: it has no text")
    notes, maps = tuple(note for note, _ in read), tuple(place for _, place in read)
    return Manuscript(source=name, notes=notes, maps=maps, form=form, remarks=remarks)


def _read(data: bytes, name: str, extension: str) -> tuple[Form, tuple[str, ...], tuple[Reading, ...]]:
    if extension in _WORD or (not extension and data.startswith(_ZIP)):
        from sovcite.manuscript.word import read_word

        return "word", (), read_word(data, name)
    if extension in _OPENDOCUMENT:
        from sovcite.manuscript.opendocument import read_flat, read_opendocument

        return "odt", (), (read_flat if extension == ".fodt" else read_opendocument)(data, name)
    if extension == ".pdf":
        from sovcite.manuscript.pdf import read_pdf

        return "", (), read_pdf(data, name)
    if extension in FORMATS:
        from sovcite.manuscript.pandoc import read_by_pandoc

        return "", (), read_by_pandoc(data, name, extension)
    from sovcite.manuscript.decoding import decode
    from sovcite.manuscript.text_asides import with_comments

    if data.startswith(_ZIP):
        raise unreadable(name, "is not text but a zip archive; if Word opens it, name it .docx")
    decoded = decode(data, name)
    remarks = guess_remarks(decoded)
    if extension and extension not in _TEXT:
        remarks = (*remarks, f"{extension} is not known; read as plain text")
    return "text", remarks, with_comments(text_reader(name)(decoded.text), decoded.text)


def text_reader(name: str) -> Callable[[str], tuple[Reading, ...]]:
    """Give what reads the text of a file of that name; what is not known is plain text."""
    home, function = _TEXT.get(PurePath(name).suffix.lower(), _PLAIN)
    read: Callable[[str], tuple[Reading, ...]] = getattr(import_module(home), function)
    return read


def guess_remarks(decoded: Decoded) -> tuple[str, ...]:
    """Say where the encoding of a text was guessed."""
    return (f"read as {decoded.guess}, which is a guess",) if decoded.guess else ()


def extensions() -> frozenset[str]:
    """Give the extensions that are read, those that need an extra among them."""
    return _WORD | _OPENDOCUMENT | FORMATS.keys() | _TEXT.keys() | {".pdf"}


def _is_visible(letter: str) -> bool:
    return not (letter.isspace() or letter in _INVISIBLE)


def read_content(name: str) -> bytes:
    """Read the bytes of a file; raise ReadError, which says why, where that cannot be done."""
    try:
        if os.path.isdir(name):
            raise unreadable(name, "is a folder; give the files in it")
        with open(name, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise unreadable(name, "no such file") from error
    except PermissionError as error:
        raise unreadable(name, "permission to read it is denied") from error
    except OSError as error:
        raise unreadable(name, f"cannot be read ({(error.strerror or 'unknown reason').lower()})") from error
    except ValueError as error:
        raise unreadable(name, "no file can have this name") from error
    if len(data) > MOST_BYTES:
        raise unreadable(name, f"is larger than {MOST_BYTES // 2**20} MB; cut it into parts")
    return data
