"""The notes of a text in an editor stand where they say."""

from hypothesis import given
from hypothesis import strategies as st

from sovcite.lsp.blocks import blocks

_LINES = st.lists(st.sampled_from(["", "[^a]: Ф. 17", "text 🙂", "```", "  ", "    more", "[^b]: Там же"]), max_size=12)


@given(_LINES, st.sampled_from(["a.md", "a.tex"]))
def test_each_note_is_a_stretch_of_the_text(lines: list[str], name: str) -> None:
    text = "\n".join(lines)
    found = blocks(text, name)
    for block in found:
        assert text[block.start : block.start + len(block.note.text)] == block.note.text
    ends = [block.start + len(block.note.text) for block in found]
    assert all(end <= block.start for end, block in zip(ends, found[1:], strict=False))


def test_fenced_code_is_no_note() -> None:
    text = "before\n\n```\nGARF, f. 17, op. 3, d. 7\n```\n\nafter"
    assert [block.note.text.strip() for block in blocks(text, "a.md")] == ["before", "after"]


def test_what_is_no_markdown_has_no_footnotes() -> None:
    assert [block.note.kind for block in blocks("[^a]: Ф. 17\n\nb", "a.txt")] == ["note", "note"]
