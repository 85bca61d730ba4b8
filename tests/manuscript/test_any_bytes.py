"""Whatever bytes come under whatever name: notes, or a ReadError in one line."""

import os
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from sovcite.manuscript import read_bytes
from sovcite.model import ReadError

_NAMES = st.sampled_from(["a.docx", "a.md", "a.txt", "a.doc", "a", "a\nb.txt", "\udcd0.docx"])
_SIGNS = st.text(st.sampled_from("[^a]:`~ \\\n\t-#12."))


def _packed(data: bytes) -> bytes:
    """Pack the members anew, so that a flipped byte also meets what stands behind the check sums."""
    content = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, old.read(member))
    return content.getvalue()


def _ends_well(data: bytes, name: str) -> None:
    try:
        notes = read_bytes(data, name).notes
    except ReadError as error:
        line = str(error)
        assert line.isprintable()
        assert len(line.partition(": ")[2]) > 5
    else:
        assert any(note.text.strip() for note in notes)


@given(data=st.binary(), name=_NAMES)
def test_bytes(data: bytes, name: str) -> None:
    _ends_well(data, name)


@given(text=st.text(min_size=1), name=st.sampled_from(["a.md", "a.txt"]))
def test_texts(text: str, name: str) -> None:
    _ends_well(text.encode("utf-8", "surrogatepass"), name)


@settings(max_examples=300)
@given(draw=st.data())
def test_damaged_word_files(word, draw: st.DataObject) -> None:
    whole = _packed(
        word(
            '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
            footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>f. 17</w:t></w:r></w:p></w:footnote>',
        )
    )
    damaged = bytearray(whole)
    places = st.integers(0, len(whole) - 1)
    for place, value in draw.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=6)):
        damaged[place] = value
    _ends_well(bytes(damaged[: draw.draw(st.one_of(st.just(len(whole)), places))]), "a.docx")


@given(text=_SIGNS)
def test_signs_of_markdown(text: str) -> None:
    _ends_well(text.encode(), "a.md")


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_no_letter_of_a_text_is_lost(text: str) -> None:
    letters = [letter for letter in f"x{text}" if not letter.isspace()]
    notes = read_bytes(f"x{text}".encode(), os.devnull).notes
    assert [letter for note in notes for letter in note.text if not letter.isspace()] == letters
