"""What is read in the benchmark: texts made by the public generator, prose, real notes; a seed gives the same again."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from sovcite.testing import Document, some_document
from sovcite.testing.choosing import chosen_forms
from sovcite.testing.tables import Form

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "dev.jsonl"
_NOTES = Path(__file__).parents[2] / "docs" / "examples" / "notes.txt"
_PROSE = tomllib.loads(Path(__file__).with_name("prose.toml").read_text(encoding="utf-8"))
_CYRILLIC = ("ru", "uk", "be")
_LATIN = ("en", "de", "fr", "pl", "lt", "lv", "ro")
# of a hundred notes so many are of these families; the second citation of a list inherits
_MIXTURE = {"order": 65, "lists": 25, "rows": 10}
# so many shapes the dense notes are of
_SHAPES = 480
_NUMBER = re.compile(r"[0-9]+")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def dense_notes(citations: int, seed: int) -> list[str]:
    """Make footnotes that cite archives, of a few hundred shapes, with other numbers for each seed."""
    rng = Random(seed)
    made, count = [], 0
    while count < citations:
        note = rng.choice(_shapes())
        made.append(_NUMBER.sub(lambda number: _other(number[0], rng), note.text))
        count += len(note.mentions)
    return made


@cache
def _shapes() -> list[Document]:
    return varied_notes(_SHAPES * 2, seed=0)[:_SHAPES]


def _other(number: str, rng: Random) -> str:
    """Draw a number in place of another: a year stays, in other respects it is of the same length."""
    if _YEAR.fullmatch(number):
        return number
    drawn = ""
    while len(drawn) != len(number) or _YEAR.fullmatch(drawn):
        drawn = str(rng.randint(10 ** (len(number) - 1), 10 ** len(number) - 1))
    return drawn


def varied_notes(citations: int, seed: int) -> list[Document]:
    """Make footnotes that cite archives: half Cyrillic and half Latin, a quarter lists, a tenth without labels.

    Nearly every one is of a shape of its own.
    """
    rng = Random(seed)
    forms = {
        (family, script): [*_some(family, languages)]
        for family in _MIXTURE
        for script, languages in (("cyrillic", _CYRILLIC), ("latin", _LATIN))
    }
    families, shares = list(_MIXTURE), list(_MIXTURE.values())
    made: list[Document] = []
    count = 0
    while count < citations:
        family = rng.choices(families, shares)[0]
        made.append(some_document(rng, forms[family, ("cyrillic", "latin")[len(made) % 2]]))
        count += len(made[-1].mentions)
    return made


def _some(family: str, languages: tuple[str, ...]) -> tuple[Form, ...]:
    return tuple(form for form in chosen_forms([family], None) if form.language in languages)


def plain_notes(citations: int, seed: int) -> list[str]:
    """Make footnotes of the two commonest shapes, which a regular expression of ten lines can read."""
    rng = Random(seed)
    made = []
    for place in range(citations):
        fond, opis, file, leaf = (rng.randint(1, most) for most in (9999, 30, 2500, 300))
        if place % 2:
            made.append(f"{rng.choice(('GARF', 'RGASPI', 'RGANI'))}, f. {fond}, op. {opis}, d. {file}, l. {leaf}.")
        else:
            made.append(f"{rng.choice(('ГАРФ', 'РГАСПИ', 'РГАНИ'))}. Ф. {fond}. Оп. {opis}. Д. {file}. Л. {leaf}.")
    return made


def prose(kind: str, length: int, seed: int = 0) -> str:
    """Make prose without citations of a length in characters: "russian", "english", "figures" (years, pages, %)."""
    rng, lines, size = Random(seed), [], 0
    while size < length:
        lines.append(" ".join(rng.sample(_PROSE[kind], 6)))
        size += len(lines[-1]) + 1
    return "\n".join(lines)[:length]


def real_passages() -> list[str]:
    """Give the passages of real print that are kept beside the project; the notes of the example without them."""
    if CORPUS.is_file():
        return [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return [note for note in _NOTES.read_text(encoding="utf-8").split("\n\n") if note.strip()]


def word_file(notes: list[str], body: str) -> bytes:
    """Make a Word file: the body in paragraphs of one line, a footnote behind each of the first of them."""
    lines = body.split("\n")
    lines += [""] * (len(notes) - len(lines))
    paragraphs = "".join(
        f"<w:p>{_run(line)}"
        + (f'<w:r><w:footnoteReference w:id="{place + 1}"/></w:r>' if place < len(notes) else "")
        + "</w:p>"
        for place, line in enumerate(lines)
    )
    footnotes = "".join(
        f'<w:footnote w:id="{place}"><w:p><w:r><w:footnoteRef/></w:r>{_run(" " + note)}</w:p></w:footnote>'
        for place, note in enumerate(notes, start=1)
    )
    members = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations({"footnotes": "footnotes.xml"}),
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}">{footnotes}</w:footnotes>',
    }
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for path, data in members.items():
            archive.writestr(path, data)
    return content.getvalue()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
