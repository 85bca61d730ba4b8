"""A Markdown text into notes: each paragraph, then the footnotes whose marks it holds."""

from __future__ import annotations

from collections import deque

from sovcite.manuscript.markdown.blocks import Definition, split
from sovcite.manuscript.markdown.marks import Inline, Reference, fold_label, scan
from sovcite.model import Note


def read_markdown(text: str) -> tuple[Note, ...]:
    """Read the paragraphs and footnotes of a text in reading order, the marks taken out.

    Footnotes are numbered as they are rendered: by the order of the first mark. Those that only a footnote
    refers to come behind the text; those that nothing refers to come last, under their label.
    Source: pandoc manual, "Footnotes"; GitHub, "Basic writing and formatting syntax", "Footnotes".

    >>> [(n.label, n.text) for n in read_markdown("A[^b]^[Ф. 17] b.\\n\\n[^b]: Ф. 24\\n[^c]: Ф. 3")]
    [('body 1', 'A b.'), ('footnote 1', 'Ф. 24'), ('footnote 2', 'Ф. 17'), ('footnote c', 'Ф. 3')]
    """
    blocks = split(text)
    waiting: dict[str, Definition] = {}
    doubles: list[Definition] = []
    for definition in blocks.definitions:
        if waiting.setdefault(fold_label(definition.label), definition) is not definition:
            doubles.append(definition)
    labels = frozenset(waiting)
    notes: list[Note] = []
    numbered = body = 0
    inner: deque[Reference | Inline] = deque()

    def add_footnotes(marks: deque[Reference | Inline]) -> None:
        nonlocal numbered
        while marks:
            mark = marks.popleft()
            if isinstance(mark, Inline):
                shown = mark.text
            elif mark.label in waiting:
                scanned = scan(waiting.pop(mark.label).text, labels)
                inner.extend(scanned.marks)
                shown = _lines(scanned.text)
            else:
                continue
            numbered += 1
            notes.append(Note(text=shown, kind="footnote", number=str(numbered)))

    for paragraph in blocks.paragraphs:
        scanned = scan(paragraph, labels)
        if scanned.text.strip():
            body += 1
            notes.append(Note(text=scanned.text, kind="body", number=str(body)))
        add_footnotes(deque(scanned.marks))
    add_footnotes(inner)
    for definition in (*waiting.values(), *doubles):
        notes.append(Note(text=_lines(definition.text), kind="footnote", number=definition.label))
    return tuple(notes)


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip()).strip()
