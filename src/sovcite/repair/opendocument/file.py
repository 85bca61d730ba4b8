"""An OpenDocument text with its repairs: its content cut at the places of the edits, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from sovcite.manuscript.container import open_container, read_part
from sovcite.manuscript.elements import MarkupError
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.opendocument.inline import UNSHOWN
from sovcite.manuscript.opendocument.notes import CONTENT
from sovcite.manuscript.xml_bytes import as_utf8, encoding_of, from_utf8
from sovcite.model import Edit, Manuscript, Note, Piece, SourceMap
from sovcite.repair.archive import with_members
from sovcite.repair.obstacles import host
from sovcite.repair.plan import Plan, Remark
from sovcite.repair.splicing import Splice, escape, spliced
from sovcite.repair.wording import comment_text

_BODY = re.compile(
    rb"<office:text(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?>(?:\s*<office:forms(?:[^>]*/>|.*?</office:forms>))?",
    re.DOTALL,
)
_CHANGES = re.compile(rb"<text:tracked-changes(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?>")
_NAME = "sovcite"


def repair_opendocument(data: bytes, manuscript: Manuscript, plan: Plan, *, author: str, moment: str) -> bytes:
    """Carry out a plan: its changes tracked, its remarks as annotations. Raises ReadError where it cannot be done."""
    try:
        if not data.startswith(b"PK"):
            return _content(data, manuscript, plan, author, moment)
        container = open_container(data, manuscript.source, "an OpenDocument file", "LibreOffice")
        content = read_part(container, CONTENT) or b""
        path = container.members[CONTENT].filename
        return with_members(data, {path: _content(content, manuscript, plan, author, moment)})
    except MarkupError as error:
        raise unreadable(manuscript.source, f"{error}; save it anew in LibreOffice") from error


def _content(content: bytes, manuscript: Manuscript, plan: Plan, author: str, moment: str) -> bytes:
    data = as_utf8(content)
    for prefix in (b"text", b"office"):
        if not re.search(rb"xmlns:" + prefix + rb"\s*=\s*[\"']urn:oasis:names:tc:opendocument:xmlns:" + prefix, data):
            raise MarkupError("has names of a kind that no office program writes")
    writer = _Writer(data, author, moment.removesuffix("Z"))
    for note, edits in plan.edits().items():
        for edit in edits:
            writer.change(manuscript.maps[note], edit, manuscript.notes[note].text)
    for remark in plan.remarks:
        writer.annotate(manuscript.maps[remark.note], manuscript.notes[remark.note], remark)
    return from_utf8(writer.done(), encoding_of(content))


@define
class _Writer:
    data: bytes
    author: str
    moment: str
    splices: list[Splice] = field(factory=list)
    regions: list[str] = field(factory=list)
    _annotations: int = 0

    def change(self, place: SourceMap, edit: Edit, text: str) -> None:
        """Track one edit of a note: what goes is kept in a region of its own, what comes stands in the text."""
        if edit.start == edit.end:
            piece = host(place, edit.start)
            assert not isinstance(piece, str), piece
            at = self._at(piece, edit.start)
            self.splices.append(Splice(at, at, self._inserted(edit.new)))
            # a blank that was one too many would be shown behind the new words
            self._drop_hidden_blanks(place, edit.start)
            return
        pieces = [piece for piece in place.touched(edit.start, edit.end) if piece.start < piece.end]
        new = self._inserted(edit.new) if edit.new else b""
        for number, group in enumerate(_adjoining(pieces)):
            low, high = max(group[0].start, edit.start), min(group[-1].end, edit.end)
            start, stop = self._at(group[0], low), self._at(group[-1], high)
            id = self._region("deletion", f"<text:p>{_written(text[low:high])}</text:p>")
            # the new text looks as the first letters that go
            mark = f'<text:change text:change-id="{id}"/>'.encode() + (b"" if number else new)
            self.splices.append(Splice(start, stop, mark))
        self._keep_blanks(place, edit, text)

    def _keep_blanks(self, place: SourceMap, edit: Edit, text: str) -> None:
        """See to it that of the blanks behind what goes as many are shown as before."""
        hidden = edit.end if text[edit.end - 1] == " " else None
        behind = next((piece for piece in place.pieces if piece.start <= edit.end < piece.end), None)
        meets = not edit.new and text[edit.end : edit.end + 1] == " " and text[: edit.start][-1:] in ("", " ")
        if meets and behind is not None:
            # two blanks that now meet would be shown as one
            at = self._at(behind, edit.end)
            if self.data[at : at + 1] == b" ":
                stop = behind.stop if behind.end - behind.start == 1 else at + 1
                self.splices.append(Splice(at, stop, b"<text:s/>"))
                hidden = edit.end + 1
        if hidden is not None:
            self._drop_hidden_blanks(place, hidden)

    def _drop_hidden_blanks(self, place: SourceMap, offset: int) -> None:
        for piece in place.pieces:
            if piece.start == piece.end == offset and piece.guard and piece.guard.kind == UNSHOWN:
                self.splices.append(Splice(piece.at, piece.stop, b""))

    def annotate(self, place: SourceMap, note: Note, remark: Remark) -> None:
        """Anchor an annotation at the mark of a note, or at the words in a paragraph of the body."""
        at = place.stop
        if place.anchor is None:
            piece = next(iter(place.touched(remark.start, max(remark.end, remark.start + 1))), None)
            if piece is None:
                return
            at = self._at(piece, max(piece.start, remark.start))
        self._annotations += 1
        name = f"__{_NAME}_{self._annotations}"
        who = f'<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">{escape(self.author)}</dc:creator>'
        when = f'<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">{self.moment}</dc:date>'
        words = f"<text:p>{_written(comment_text(note, remark))}</text:p>"
        annotation = f'<office:annotation office:name="{name}">{who}{when}{words}</office:annotation>'
        self.splices.append(Splice(at, at, annotation.encode()))

    def done(self) -> bytes:
        """Write the content with all that was changed, and the list of the changes before it."""
        if self.regions:
            listed = "".join(self.regions).encode()
            there = _CHANGES.search(self.data)
            if there is not None and not there[0].endswith(b"/>"):
                at = self.data.index(b"</text:tracked-changes>", there.end())
                self.splices.append(Splice(at, at, listed))
            else:
                body = _BODY.search(self.data)
                if body is None:
                    raise MarkupError("has no text of a kind that an office program writes")
                start, stop = there.span() if there is not None else (body.end(), body.end())
                head = b'<text:tracked-changes text:track-changes="false">'
                self.splices.append(Splice(start, stop, head + listed + b"</text:tracked-changes>"))
        return spliced(self.data, self.splices)

    def _region(self, kind: str, content: str = "") -> str:
        id = f"{_NAME}-{self.moment.replace(':', '')}-{len(self.regions) + 1}"
        who = f'<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">{escape(self.author)}</dc:creator>'
        when = f'<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">{self.moment}</dc:date>'
        info = f"<office:change-info>{who}{when}</office:change-info>"
        inside = f"<text:{kind}>{info}{content}</text:{kind}>"
        self.regions.append(f'<text:changed-region xml:id="{id}" text:id="{id}">{inside}</text:changed-region>')
        return id

    def _inserted(self, new: str) -> bytes:
        id = self._region("insertion")
        start, end = (f'<text:change-{side} text:change-id="{id}"/>' for side in ("start", "end"))
        return f"{start}{_written(new)}{end}".encode()

    def _at(self, piece: Piece, offset: int) -> int:
        """Give the place in the content of a place in a note that is in, or at an end of, a piece."""
        if offset <= piece.start and not piece.skip:
            return piece.at
        raw = self.data[piece.at : piece.stop]
        skip = piece.skip + offset - piece.start
        if raw.startswith((b"<", b"&")) or not raw.strip():
            # one letter for a whole element, entity or run of blanks
            return piece.stop if skip else piece.at
        return piece.at + len(raw.decode()[:skip].encode())


def _adjoining(pieces: list[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and group[-1].stop != piece.at:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _written(text: str) -> str:
    """Write a text so that no blank of it gets lost (OpenDocument 1.3 part 3, 6.1.2)."""
    inner = text.strip(" ")
    if not inner:
        return "<text:s/>" * len(text)
    front = len(text) - len(text.lstrip(" "))
    back = len(text) - len(text.rstrip(" "))
    shown = re.sub(" {2,}", lambda found: " " + "\0" * (len(found[0]) - 1), inner)
    marked = "".join("\0" if letter == "\0" else escape(letter) for letter in shown)
    marked = marked.replace("\0", "<text:s/>").replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return "<text:s/>" * front + marked + "<text:s/>" * back
