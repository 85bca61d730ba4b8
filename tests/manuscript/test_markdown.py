"""Footnotes in Markdown: which there are, how they are numbered, what is left out."""

import time

import pytest

from sovcite.manuscript import read_bytes

# the text, and the notes as label: text
_TEXTS = [
    pytest.param(
        "A[^2] b[^1].\n\n[^1]: f. 1\n[^2]: f. 2",
        ["body 1: A b.", "footnote 1: f. 2", "footnote 2: f. 1"],
        id="by-mark",
    ),
    pytest.param(
        "A[^x].\n\n[^x]: f. 1\n\nB[^x][^y].\n\n[^y]: f. 2",
        ["body 1: A.", "footnote 1: f. 1", "body 2: B.", "footnote 2: f. 2"],
        id="behind-their-paragraph",
    ),
    pytest.param(
        "A^[f. 1, [d. 2]] b[^x].\n\n[^x]: f. 3",
        ["body 1: A b.", "footnote 1: f. 1, [d. 2]", "footnote 2: f. 3"],
        id="inline",
    ),
    pytest.param("A^[open [b]", ["body 1: A^[open [b]"], id="inline-that-never-ends"),
    pytest.param("A[^x].\n\n[^X]: f. 1", ["body 1: A.", "footnote 1: f. 1"], id="letter-case"),
    pytest.param("A[^none].", ["body 1: A[^none]."], id="mark-without-note"),
    pytest.param("A.\n\n[^x]: f. 1", ["body 1: A.", "footnote x: f. 1"], id="note-without-mark"),
    pytest.param(
        "A[^x].\n\n[^x]: f. 1\n[^x]: f. 2",
        ["body 1: A.", "footnote 1: f. 1", "footnote x: f. 2"],
        id="label-twice",
    ),
    pytest.param(
        "A[^x].\n\n[^x]: f. 1\n    op. 2\n\n    d. 3\n\td. 4\n\nB.",
        ["body 1: A.", "footnote 1: f. 1 op. 2\nd. 3 d. 4", "body 2: B."],
        id="indented-lines",
    ),
    pytest.param(
        "A[^x].\n\n[^x]: f. 1\nop. 2\n\nB.",
        ["body 1: A.", "footnote 1: f. 1 op. 2", "body 2: B."],
        id="lazy-line",
    ),
    pytest.param(
        "A  \nb\\\nc\nd-\ne\n- f\n3. G\n4 H\n987, i",
        ["body 1: A  \nb\nc d-\ne\n- f\n3. G\n4 H 987, i"],
        id="line-ends",
    ),
    pytest.param(
        "A[^x].\n\n[^x]: f. 1\n# B", ["body 1: A.", "footnote 1: f. 1", "body 2: # B"], id="heading-behind"
    ),
    pytest.param("A[^x].\n\n[^x]:\n    f. 1", ["body 1: A.", "footnote 1: f. 1"], id="text-on-the-next-line"),
    pytest.param(
        "A[^x] b^[c].\n\n[^x]: See[^y]^[e]\n[^y]: f. 2",
        ["body 1: A b.", "footnote 1: See", "footnote 2: c", "footnote 3: f. 2", "footnote 4: e"],
        id="mark-in-a-note",
    ),
    pytest.param(
        "A[^x].\n\n[^x]: See[^y]\n[^y]: See[^x]",
        ["body 1: A.", "footnote 1: See", "footnote 2: See"],
        id="notes-in-a-ring",
    ),
    pytest.param(
        "`[^x]` ``a ` ^[b]`` c.\n\n[^x]: f. 1",
        ["body 1: `[^x]` ``a ` ^[b]`` c.", "footnote x: f. 1"],
        id="code",
    ),
    pytest.param("` [^x].\n\n[^x]: f. 1", ["body 1: ` .", "footnote 1: f. 1"], id="tick-alone"),
    pytest.param(
        r"\[^x] \^[b] \\[^y]." + "\n\n[^x]: f. 1\n[^y]: f. 2",
        [r"body 1: [^x] ^[b] \.", "footnote 1: f. 2", "footnote x: f. 1"],
        id="backslash",
    ),
    pytest.param("A\n\n```\nf. 1[^x]\n\n[^y]: f. 2\n```\nB", ["body 1: A", "body 2: B"], id="fence"),
    pytest.param("~~~~ md\n~~~\nf. 1\n~~~~\nB", ["body 1: B"], id="fence-in-a-fence"),
    pytest.param("A\n```\nf. 1\n```\nB", ["body 1: A", "body 2: B"], id="fence-between-lines"),
    pytest.param("A\n\n```\nf. 1", ["body 1: A"], id="fence-that-never-ends"),
    pytest.param("```f. 1``` b", ["body 1: ```f. 1``` b"], id="code-and-no-fence"),
    pytest.param("---\ntitle: A\n---\nB", ["body 1: B"], id="metadata"),
    pytest.param(
        "---\n\nA\n\n---\n\nB", ["body 1: ---", "body 2: A", "body 3: ---", "body 4: B"], id="rules"
    ),
    pytest.param("A[^x]\nb.\n\n\n\n[^x]: f. 1\n\n", ["body 1: A b.", "footnote 1: f. 1"], id="blank-lines"),
]


# pandoc writes escapes, GitHub's readers emphasis and links
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"*ГАРФ*\. Ф. 17\. **Оп.** 3. _Д._ 5\*", "ГАРФ. Ф. 17. Оп. 3. Д. 5*"),
        ("[ГАРФ](http://x.org/a_(b) \"t\"). [Ф.]{.smallcaps} 17 [1927]", "ГАРФ. Ф. 17 [1927]"),
        ("ГАРФ&nbsp;Ф.&#160;17 &bogus; <br> <!-- no -->x", "ГАРФ\xa0Ф.\xa017 &bogus;  x"),
        ("> GARF f. 17\n> op. 3", "GARF f. 17\nop. 3"),
        ("l. 5*, l. 7* 2 * 3 a_b_c `*d*`", "l. 5*, l. 7* 2 * 3 a_b_c `*d*`"),
        ("Ф. 17\\\nОп. 3", "Ф. 17\nОп. 3"),
    ],
)
def test_markup_is_not_shown(text: str, shown: str) -> None:
    (note,) = read_bytes(text.encode(), "a.md").notes
    assert note.text == shown


@pytest.mark.parametrize(("text", "shown"), _TEXTS)
@pytest.mark.parametrize("name", ["a.md", "a.markdown", "A.MD"])
def test_notes(name: str, text: str, shown: list[str]) -> None:
    assert [f"{note.label}: {note.text}" for note in read_bytes(text.encode(), name).notes] == shown


@pytest.mark.parametrize(
    "piece",
    ["^[", "[^x]", "[", "`` ` ", "[^", "\\", "[^x]: a\n", "- ", "~~~`\n", "[^x]: [^x]^[a]\n\n", "    a\n",
     "`", "*a", "](", "<!--", "&a", "_", "{", "a\n> "],
)  # fmt: skip
def test_time_grows_with_length_alone(piece: str) -> None:
    data = ("a\n\n[^x]: y\n\n" + piece * 50_000).encode()
    started = time.process_time()
    read_bytes(data, "a.md")
    # a quadratic reader takes minutes
    assert time.process_time() - started < 10
