"""Bytes into text: UTF-8, else the encoding by its mark or declaration, else windows-1251 or KOI8-R where they fit.

UTF-16 that lost its mark is known by its NUL bytes.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left

from attrs import field, frozen

from sovcite.manuscript.cyrillic import frequency, is_plausible
from sovcite.manuscript.failing import unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# HTML and XML, LaTeX's inputenc, the line that editors read; names without a dash are LaTeX's own
_DECLARED = re.compile(
    rb"(?:charset\s*=\s*[\"']?|encoding\s*=\s*[\"']|\\usepackage\[|coding[:=]\s*)([A-Za-z0-9_-]+)(?:\]\{inputenc\})?"
)
_LATEX_NAMES = {"utf8": "utf-8", "utf8x": "utf-8", "cp1251": "windows-1251", "ansinew": "windows-1252", "latin9": "l9"}
_DECLARABLE = {
    "cp1251": "windows-1251", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "cp866": "cp866", "iso8859-5": "iso8859-5",
}  # fmt: skip
# the same for what is not Cyrillic; ISO-8859-1 is read as windows-1252, as browsers do (WHATWG Encoding, 4.2)
_DECLARABLE_LATIN = {
    "cp1252": "windows-1252", "iso8859-1": "windows-1252", "ascii": "windows-1252", "iso8859-15": "iso8859-15",
    "cp1250": "windows-1250", "iso8859-2": "iso8859-2", "cp1257": "windows-1257", "iso8859-13": "iso8859-13",
}  # fmt: skip
_GUESSED = ("windows-1251", "koi8-r")
_HEAD = 4096
_UNMARKED = ("utf-16-le", "utf-16-be")
# Latin, Cyrillic, punctuation: read in the wrong order of bytes, letters and digits fall far outside
_USUAL = re.compile(r"[\t\n\f\r -~\xa0-\u024f\u0400-\u052f\u2010-\u2064\u20ac\u2116]")
_MOSTLY = 0.9


@frozen(kw_only=True)
class Decoded:
    """A text whose lines all end with a line feed, and how it is written in its file.

    mark is the byte order mark, guess the encoding where neither mark nor declaration names it.
    """

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    guess: str | None = None
    _returns: tuple[int, ...] = field(default=(), repr=False)
    _original: str = field(default="", repr=False)

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Give the place of text[start:end] in the text of the file, with the line ends that it has."""
        return start + bisect_left(self._returns, start), end + bisect_left(self._returns, end)

    @property
    def original(self) -> str:
        """The text of the file as it is."""
        return self._original

    def encode(self, text: str) -> bytes:
        """Write a text as the file is written; raise UnicodeEncodeError where its encoding lacks a letter."""
        return self.mark + text.encode(self.encoding)


def decode(data: bytes, name: str) -> Decoded:
    """Decode the content of a text file.

    Raises ReadError where it is no text.

    >>> decode("Д. 5".encode("windows-1251") + b", op. 3, " + "опись".encode("windows-1251"), "a.txt").text
    'Д. 5, op. 3, опись'
    >>> decode("РГАСПИ. Ф. 17".encode("utf-16-le"), "a.txt").guess
    'utf-16-le'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            found = _decoded(data[len(mark) :], encoding)
            break
    else:
        mark, encoding = b"", "utf-8"
        found = _decoded(data, encoding)
    guess = None
    if not mark and b"\0" in data and (unmarked := _unmarked(data)) is not None:
        found, encoding = unmarked
        guess = encoding
    if found is None and not mark:
        said = _declared(data)
        declared = _DECLARABLE.get(said)
        candidates = (declared,) if declared else _GUESSED
        fitting = [(text, one) for one in candidates if (text := _decoded(data, one)) is not None]
        if not declared:
            fitting = [pair for pair in fitting if is_plausible(pair[0])]
        if fitting:
            found, encoding = max(fitting, key=lambda pair: frequency(pair[0]))
            guess = None if declared else encoding
        elif said in _DECLARABLE_LATIN:
            # Cyrillic pages often declare what their editor was set to: they are asked first
            encoding = _DECLARABLE_LATIN[said]
            found = _decoded(data, encoding)
    if found is None or "\0" in found:
        nul = "" if found is None else f": it holds a NUL (character {found.index(chr(0)) + 1})"
        raise unreadable(name, f"is not text{nul}; save it as text in UTF-8, or as .docx")
    # a carriage return that stands alone ends a line as well
    text = found.replace("\r\n", "\n").replace("\r", "\n")
    returns = tuple(at.start() - count for count, at in enumerate(re.finditer("\r\n", found)))
    return Decoded(text=text, encoding=encoding, mark=mark, guess=guess, returns=returns, original=found)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked(data: bytes) -> tuple[str, str] | None:
    """Read UTF-16 without its mark, and say in which order of bytes; None for what is nothing of the kind."""
    for encoding in _UNMARKED:
        text = _decoded(data, encoding)
        if text and "\0" not in text and len(_USUAL.findall(text)) >= _MOSTLY * len(text):
            return text, encoding
    return None


def _declared(data: bytes) -> str:
    """Give Python's name of the encoding that a text declares, "" where it declares none that is known."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return ""
    name = found[1].decode().lower()
    try:
        return codecs.lookup(_LATEX_NAMES.get(name, name)).name
    except LookupError:
        return ""
