"""Plain text: a note is a block of lines between blank lines."""

from __future__ import annotations

from sovcite.model import Note


def read_plain(text: str) -> tuple[Note, ...]:
    """Cut a text into its blocks, numbered from 1; the lines of a block stay together.

    >>> [(note.label, note.text) for note in read_plain("1 Ф. 17.\\n2 Там же.\\n\\n\\nФ. 24.\\n")]
    [('note 1', '1 Ф. 17.\\n2 Там же.'), ('note 2', 'Ф. 24.')]
    """
    blocks = enumerate(_blocks(text), start=1)
    return tuple(Note(text=block, kind="note", number=str(number)) for number, block in blocks)


def _blocks(text: str) -> list[str]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return ["\n".join(block) for block in blocks if block]
