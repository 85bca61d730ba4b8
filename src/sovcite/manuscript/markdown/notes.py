"""A Markdown text into notes: each paragraph, then the footnotes whose marks it holds."""

from __future__ import annotations

from collections import deque

from sovcite.manuscript.markdown.blocks import Definition, split
from sovcite.manuscript.markdown.inline import shown
from sovcite.manuscript.markdown.marks import Inline, Reference, fold_label, scan
from sovcite.manuscript.tracing import Reading, Traced, Tracing, reading


def read_markdown(text: str) -> tuple[Reading, ...]:
    """Read the paragraphs and footnotes of a text in reading order, the marks taken out.

    Footnotes are numbered as they are rendered: by the order of the first mark. Those that only a footnote
    refers to come behind the text; those that nothing refers to come last, under their label.
    Source: pandoc manual, "Footnotes"; GitHub, "Basic writing and formatting syntax", "Footnotes".

    >>> [(n.label, n.text) for n, _ in read_markdown("A[^b]^[Ф. 17] b.\\n\\n[^b]: Ф. 24\\n[^c]: Ф. 3")]
    [('body 1', 'A b.'), ('footnote 1', 'Ф. 24'), ('footnote 2', 'Ф. 17'), ('footnote c', 'Ф. 3')]
    """
    blocks = split(text)
    waiting: dict[str, Definition] = {}
    doubles: list[Definition] = []
    for definition in blocks.definitions:
        if waiting.setdefault(fold_label(definition.label), definition) is not definition:
            doubles.append(definition)
    labels = frozenset(waiting)
    notes: list[Reading] = []
    numbered = body = 0
    inner: deque[Reference | Inline] = deque()

    def add_footnotes(marks: deque[Reference | Inline]) -> None:
        nonlocal numbered
        while marks:
            mark = marks.popleft()
            if isinstance(mark, Inline):
                words = mark.text
            elif mark.label in waiting:
                scanned = scan(waiting.pop(mark.label).text, labels)
                inner.extend(scanned.marks)
                words = _lines(scanned.text)
            else:
                continue
            numbered += 1
            notes.append(reading(shown(words), "footnote", str(numbered)))

    for paragraph in blocks.paragraphs:
        scanned = scan(paragraph, labels)
        if scanned.text.text.strip():
            body += 1
            notes.append(reading(shown(scanned.text), "body", str(body)))
        add_footnotes(deque(scanned.marks))
    add_footnotes(inner)
    for definition in (*waiting.values(), *doubles):
        notes.append(reading(shown(_lines(definition.text)), "footnote", definition.label))
    return tuple(notes)


def _lines(text: Traced) -> Traced:
    """Leave out blank lines, and blanks at the ends of lines."""
    if "\n" not in text.text:
        return text.strip()
    ranges: list[tuple[int, int]] = []
    at = 0
    for line in text.text.split("\n"):
        if line.strip():
            # with the line feed before it
            ranges.append((at - 1 if ranges else at, at + len(line.rstrip())))
        at += len(line) + 1
    kept = Tracing()
    for part in text.clips(ranges):
        kept.extend(part)
    return kept.done().strip()
