"""Archives made to do harm: nothing is unpacked, nothing outside is read, what is too large is refused."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sovcite import find, read
from sovcite.manuscript import read_bytes
from sovcite.model import ReadError

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_BODY = "<w:p><w:r><w:t>GARF f. 374 op. 27 d. 1211</w:t></w:r></w:p>"


def _document(inside: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{_WORD}"><w:body>{inside}</w:body></w:document>'


def _relations(kind: str, target: str) -> str:
    row = f'<Relationship Id="r" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}">{row}</Relationships>'


def _word(members: dict[str, str | bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for path, data in members.items():
            archive.writestr(path, data)
    return content.getvalue()


_SAFE = {
    "_rels/.rels": _relations("officeDocument", "word/document.xml"),
    "word/document.xml": _document(_BODY),
}


@pytest.mark.parametrize(
    "path", ["../../outside.txt", "/outside.txt", "..\\outside.txt", "C:\\outside.txt", "word/../../outside.txt", "~/o"]
)
def test_members_that_lead_out_are_never_unpacked(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in" / "side").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "in" / "side")
    Path("a.docx").write_bytes(_word({**_SAFE, path: "harm"}))
    notes = read("a.docx").notes
    assert [mention.citation.key for note in notes for mention in find(note.text)] == ["garf/374/27/1211"]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.docx"]


@pytest.mark.parametrize("target", ["../../secret.xml", "/secret.xml", "file:///secret.xml", "http://127.0.0.1:9/s.xml"])
def test_relations_that_lead_out_read_nothing_outside(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in" / "side").mkdir(parents=True)
    for place in (tmp_path, tmp_path / "in"):
        (place / "secret.xml").write_text(_document("<w:p><w:r><w:t>secret</w:t></w:r></w:p>"), encoding="utf-8")
    monkeypatch.chdir(tmp_path / "in" / "side")
    content = _word({**_SAFE, "word/_rels/document.xml.rels": _relations("footnotes", target)})
    said = []
    try:
        said = [note.text for note in read_bytes(content, "a.docx").notes]
    except ReadError as error:
        said = [str(error).replace(target, "")]
    assert said
    assert all("secret" not in text for text in said)


def test_a_bomb_is_refused_before_it_is_blown_up() -> None:
    bomb = _word({**_SAFE, "word/document.xml": _document("<w:p/>" * 30_000_000)})
    assert len(bomb) < 1_000_000
    with pytest.raises(ReadError, match="MB"):
        read_bytes(bomb, "a.docx")


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    head = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    content = _word({**_SAFE, "word/document.xml": _document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>" + _BODY, head)})
    with pytest.raises(ReadError) as refused:
        read_bytes(content, "a.docx")
    assert "secret" not in str(refused.value)


def test_elements_nested_deep_end_well() -> None:
    deep = "<w:p><w:r>" + "<w:ins>" * 100_000 + "<w:t>x</w:t>" + "</w:ins>" * 100_000 + "</w:r></w:p>" + _BODY
    with pytest.raises(ReadError):
        read_bytes(_word({**_SAFE, "word/document.xml": _document(deep)}), "a.docx")
