"""An oracle of its own for tracked changes: the parts of a file with all changes accepted or rejected."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Oracle:
    """Reads what a file says when the changes of an author are accepted, or rejected."""

    def __init__(self, author: str = "sovcite") -> None:
        self.author = author

    def texts(self, data: bytes, part: str, *, accepted: bool) -> list[str]:
        """Give the text of each w:p of a part; changes of others count as accepted."""
        root = etree.fromstring(ZipFile(BytesIO(data)).read(part))
        return ["".join(self._paragraph(paragraph, accepted)) for paragraph in root.iter(f"{_W}p")]

    def _paragraph(self, element, accepted: bool):
        for inner in element:
            mine = inner.get(f"{_W}author") == self.author
            if inner.tag == f"{_W}del" and (accepted or not mine):
                continue
            if inner.tag == f"{_W}ins" and mine and not accepted:
                continue
            if inner.tag in (f"{_W}t", f"{_W}delText"):
                yield inner.text or ""
            elif inner.tag == f"{_W}noBreakHyphen":
                yield "\N{NON-BREAKING HYPHEN}"
            elif inner.tag == f"{_W}tab":
                yield "\t"
            yield from self._paragraph(inner, accepted)


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle()


def accepted_notes(fodt: bytes) -> list[str]:
    """Give the texts of the notes of a flat OpenDocument file, all changes accepted."""
    root = etree.fromstring(fodt)
    deletions = {
        region.get(f"{_TEXT}id")
        for region in root.iter(f"{_TEXT}changed-region")
        if region.find(f"{_TEXT}deletion") is not None
    }
    notes = []
    for body in root.iter(f"{_TEXT}note-body"):
        # in a note LibreOffice leaves what is deleted where it was, between its two marks
        gone: set[str | None] = set()
        pieces: list[str] = []
        for paragraph in body:
            _add_text(paragraph, deletions, gone, pieces)
        notes.append(re.sub(r"\s+", " ", "".join(pieces)).strip())
    return notes


def _add_text(element, deletions: set, gone: set, pieces: list[str]) -> None:
    pieces.append("" if gone else element.text or "")
    for inner in element:
        change = inner.get(f"{_TEXT}change-id")
        if inner.tag == f"{_TEXT}change-start" and change in deletions:
            gone.add(change)
        elif inner.tag == f"{_TEXT}change-end":
            gone.discard(change)
        elif inner.tag in (f"{_TEXT}s", f"{_TEXT}tab") and not gone:
            pieces.append(" ")
        elif inner.tag != f"{_TEXT}note-citation":
            _add_text(inner, deletions, gone, pieces)
        pieces.append("" if gone else inner.tail or "")


@pytest.fixture(scope="session")
def notes_of_fodt() -> Callable[[bytes], list[str]]:
    return accepted_notes
