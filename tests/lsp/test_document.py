"""A text that is changed as in an editor: what is shown at once, and what the whole shows after a pause."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("lsprotocol", reason="lsprotocol missing: pip install -e '.[dev]'")

from lsprotocol import types

from sovcite.checking import Settings
from sovcite.lsp.document import Document
from sovcite.lsp.lines import lines_of
from sovcite.lsp.reading import OF_A_NOTE

# ways to write the notes of a text, and the text around them
_FORMATS = {
    "a.md": ("🙂 Text {place}.[^n{place}]\n\n[^n{place}]: {note}\n\n", ""),
    "a.tex": ("🙂 Text {place}\\footnote{{{note}}} more.\n\n", "\\begin{document}\n"),
    "a.typ": ("🙂 Text {place}#footnote[{note}] more.\n\n", ""),
    "a.txt": ("{note}\n\n", ""),
}
_NOTES = (
    "РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 47–42",
    "RGASPI f. 17 op. 21 d. 3075l. 21.",
    "🙂 GARF, f. 5446, op. 1, d. 15, ll. 5",
    "Там же. Л. 5 об., 7",
    "Ibid., d. 16, l. 9–4",
    "RGASPI, f. 17, d. 746, l. 2",
    "АВП РФ. Ф. 06. Оп. 7. Д. 49. Л. 3",
    "No archive is named here.",
    "ЦГА. Ф. 1. Оп. 2. Д. 3. Л. 1O; ф. 2, оп. 3, д. 4, л. 8–6",
    "Правда. 1934. 12 марта.",
    "Иванов И. И. Указ. соч. С. 12.",
)
# what is typed into notes: nothing that is markup in one of the formats
_TYPED = ("1", "l", "о", " ", ", ", "–3", "🙂", "Л. 5", "РГАЭ. Ф. 1. Оп. 1. Д. 2. Л. 3. ", "Там же. ", "ll. ")
# what makes and undoes notes, and what Unicode takes for ends of lines
_MARKUP = ("", "\n", "\n\n", "\r\n", "\u2028", "\x0c", "```\n", "\\", "{", "[^n1]", "*")


def _text(draw: Random, name: str) -> str:
    one, around = _FORMATS[name]
    return around + "".join(one.format(place=place, note=draw.choice(_NOTES)) for place in range(draw.randint(1, 9)))


def _open(text: str, name: str) -> Document:
    document = Document(name, lines_of(text), Settings())
    document.whole()
    return document


def _position(text: str, offset: int) -> types.Position:
    before = text[:offset]
    return types.Position(before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)


def _partial(text: str, start: int, end: int, new: str) -> types.TextDocumentContentChangePartial:
    place = types.Range(_position(text, start), _position(text, end))
    return types.TextDocumentContentChangePartial(range=place, text=new)


def _seen(document: Document, *, of_a_note: bool | None = None) -> list[tuple[object, ...]]:
    chosen = [
        one for one in document.shown if of_a_note is None or (one.diagnostic.code in OF_A_NOTE) == of_a_note
    ]  # fmt: skip
    return sorted((_sign(one.diagnostic.range), str(one.diagnostic.code), one.diagnostic.message,
                   tuple((_sign(edit.range), edit.new_text) for edit in one.edits)) for one in chosen)  # fmt: skip


def _sign(place: types.Range) -> tuple[int, int, int, int]:
    return place.start.line, place.start.character, place.end.line, place.end.character


def _words(document: Document) -> list[tuple[str, str]]:
    """Give the words of what the rules of the manuscript show."""
    found = []
    for one in document.shown:
        if one.diagnostic.code not in OF_A_NOTE:
            start, end = one.diagnostic.range.start, one.diagnostic.range.end
            lines = [line.encode("utf-16-le") for line in document.lines[start.line : end.line + 1]]
            lines[-1] = lines[-1][: 2 * end.character]
            lines[0] = lines[0][2 * start.character :]
            found.append((str(one.diagnostic.code), b"\n".join(lines).decode("utf-16-le", "replace")))
    return found


def _edit(draw: Random, text: str, notes: list[str]) -> tuple[int, int, str]:
    """Type into a note, or strike something in it out."""
    note = draw.choice(notes)
    at = draw.choice([place for place in range(len(text)) if text.startswith(note, place)])
    start = at + draw.randint(0, len(note))
    if draw.random() < 0.5:
        return start, start, draw.choice(_TYPED)
    return start, min(start + draw.randint(0, 6), at + len(note)), draw.choice(("", *_TYPED))


@pytest.mark.parametrize("name", _FORMATS)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_at_once_the_changed_notes_are_as_in_the_whole(name: str, seed: int) -> None:
    draw = Random(seed)
    text = _text(draw, name)
    document = _open(text, name)
    for _ in range(draw.randint(1, 4)):
        notes = [note for note in _NOTES if note in text]
        if not notes:
            break
        start, end, new = _edit(draw, text, notes)
        before = _words(document)
        assert document.change([_partial(text, start, end, new)])
        text = text[:start] + new + text[end:]
        assert "\n".join(document.lines) == text
        assert _seen(document, of_a_note=True) == _seen(_open(text, name), of_a_note=True)
        # what is kept stands where its words are
        kept = _words(document)
        assert all(one in before for one in kept)


@pytest.mark.parametrize("name", _FORMATS)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_after_a_pause_all_is_as_of_a_text_just_opened(name: str, seed: int) -> None:
    draw = Random(seed)
    text = _text(draw, name)
    document = _open(text, name)
    for _ in range(draw.randint(1, 6)):
        changes = []
        for _ in range(draw.randint(1, 2)):
            start = draw.randint(0, len(text))
            end = min(len(text), start + draw.choice((0, 0, 1, 5, 40)))
            new = draw.choice((*_TYPED, *_NOTES, *_MARKUP))
            changes.append(_partial(text, start, end, new))
            text = text[:start] + new.replace("\r\n", "\n") + text[end:]
        document.change(changes)
    document.whole()
    assert "\n".join(document.lines) == text
    assert _seen(document) == _seen(_open(text, name))
