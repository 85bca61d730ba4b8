"""A line of text with a mark under the words that are meant."""

from __future__ import annotations

import unicodedata

from sovcite.model.span import Span


def columns(text: str) -> int:
    """Count the terminal columns of a text: combining accents take none, wide characters two.

    >>> columns("опись"), columns("дела" + chr(0x301))
    (5, 4)
    """
    width = 0
    for letter in text:
        if not unicodedata.combining(letter) and unicodedata.category(letter) not in ("Cf", "Mn", "Me"):
            width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return width


def point_at(text: str, span: Span, *, indent: str = "", most: int = 100) -> str:
    """Print the line of text that holds the span, shortened around it, with carets below.

    >>> print(point_at("РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3", Span(15, 20)))
    РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3
                   ^^^^^
    """
    start = min(span.start, len(text))
    end = max(start, min(span.end, len(text)))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    end = min(end, line_end)
    left, right = line_start, line_end
    if right - left > most:
        left = max(line_start, min(start - most // 3, line_end - most))
        right = min(line_end, left + most)
    before = ("…" if left > line_start else "") + text[left:start]
    after = text[start:right] + ("…" if right < line_end else "")
    shown = (before + after).replace("\t", " ").replace("\r", " ")
    marks = "^" * max(1, columns(text[start : min(end, right)]))
    return f"{indent}{shown}\n{indent}{' ' * columns(before)}{marks}"
