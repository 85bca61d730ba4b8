"""Plain text: a note is a block of lines between blank lines."""

from __future__ import annotations

from sovcite.manuscript.tracing import Reading, Tracing, reading


def read_plain(text: str) -> tuple[Reading, ...]:
    """Cut a text into its blocks, numbered from 1; the lines of a block stay together.

    >>> [(note.label, note.text) for note, _ in read_plain("1 Ф. 17.\\n2 Там же.\\n\\n\\nФ. 24.\\n")]
    [('note 1', '1 Ф. 17.\\n2 Там же.'), ('note 2', 'Ф. 24.')]
    """
    blocks = enumerate(_blocks(text), start=1)
    return tuple(reading(block.done(), "note", str(number)) for number, block in blocks)


def _blocks(text: str) -> list[Tracing]:
    blocks: list[Tracing] = []
    inside = False
    at = 0
    for line in text.split("\n"):
        kept = line.rstrip()
        if kept:
            if inside:
                blocks[-1].add("\n", at - 1, at)
            else:
                blocks.append(Tracing())
            blocks[-1].add(kept, at, at + len(kept))
        inside = bool(kept)
        at += len(line) + 1
    return blocks
