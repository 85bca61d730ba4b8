"""PDF, which can only be read: the text of each page as it is printed (extra [pdf], pypdfium2)."""

from __future__ import annotations

from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.tracing import Reading, Traced, reading
from sovcite.model import Guard, Piece

# what the page prints where a word is cut at the end of its line
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\r": None, "\x00": None})
_MOST_PAGES = 5000


def read_pdf(data: bytes, name: str) -> tuple[Reading, ...]:
    """Read the pages of a PDF, each as one note; raise ReadError where it cannot be read."""
    try:
        import pypdfium2  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as error:
        raise unreadable(name, "a .pdf needs pypdfium2: pip install 'sovcite[pdf]'") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "is encrypted" if "password" in str(error).lower() else "is damaged or no PDF"
        raise unreadable(name, f"{reason}: print it into a new PDF") from error
    try:
        if len(document) > _MOST_PAGES:
            raise unreadable(name, f"has more than {_MOST_PAGES} pages; cut it into parts")
        return tuple(_page(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise unreadable(name, "is damaged: print it into a new PDF") from error
    finally:
        document.close()


def _page(document: object, number: int) -> Reading:
    page = document[number]  # type: ignore[index]
    textpage = page.get_textpage()
    text = textpage.get_text_bounded().translate(_HYPHENS).strip()
    textpage.close()
    page.close()
    guard = Guard("a page of a PDF", number)
    return reading(Traced(text, (Piece(0, len(text), 0, 0, guard),) if text else ()), "page", str(number + 1))
