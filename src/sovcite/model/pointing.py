"""A line of text with a mark under the words that are meant."""

from __future__ import annotations

import unicodedata

from sovcite.model.span import Span

_TURNING = (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_TURNING), "\N{REPLACEMENT CHARACTER}")


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


def without_controls(text: str) -> str:
    """Show each control character by a mark: escape codes in a manuscript must not reach a terminal.

    Those that turn the direction of writing are shown too, which could make a line say what it does not.

    >>> without_controls("GARF" + chr(27) + "[2J f. 5")
    'GARF�[2J f. 5'
    """
    return text.translate(_CONTROLS)


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
    before, meant, after = (
        without_controls(part.replace("\t", " ").replace("\r", " "))
        for part in (text[left:start], text[start : min(end, right)], text[min(end, right) : right])
    )
    before = ("…" if left > line_start else "") + before
    after += "…" if right < line_end else ""
    marks = "^" * max(1, columns(meant))
    return f"{indent}{before}{meant}{after}\n{indent}{' ' * columns(before)}{marks}"
