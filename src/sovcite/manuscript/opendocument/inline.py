"""What stands in a paragraph of an OpenDocument text: visible text, notes, text boxes, changes of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from attrs import define, field

from sovcite.manuscript.asides import Asides
from sovcite.manuscript.elements import TEXT, Element
from sovcite.manuscript.tracing import Tracing
from sovcite.model import Guard

ChangeKind = Literal["insertion", "deletion"]

# it would be shown if the blank before it went
UNSHOWN = "a blank that is not shown"
_CHANGE = "a change tracked by someone else"
_MARK = "the mark of a note"
_FIELD = "the result of a field"
# nothing that is read, and nothing that could get lost between letters
_SILENT = frozenset({
    "text:annotation-end", "text:soft-page-break", "text:bookmark", "text:bookmark-start",
    "text:bookmark-end", "text:tracked-changes", "text:ruby-text", "text:toc-mark", "text:alphabetical-index-mark",
})  # fmt: skip
# elements whose text is the author's own; all others of text: are fields
_OPEN = frozenset({"text:span", "text:meta", "text:ruby", "text:ruby-base"})
_TOKEN = re.compile(rb"&[^;]*;|[ \t\r\n]+|[^& \t\r\n]+")
_NAMED = {b"&amp;": "&", b"&lt;": "<", b"&gt;": ">", b"&quot;": '"', b"&apos;": "'"}
_BLANK = re.compile(r"[\t\r\n ]")


@define
class Line:
    """A paragraph as it is read: its text, the notes that it holds, the text boxes anchored in it.

    comments is what annotations of the paragraph say to sovcite, those at a note by the place of the note in notes.
    """

    text: Tracing = field(factory=Tracing)
    notes: list[Element] = field(factory=list)
    boxes: list[Element] = field(factory=list)
    comments: tuple[str, ...] = ()
    comments_at: dict[int, tuple[str, ...]] = field(factory=dict)

    def add_comments(self, words: tuple[str, ...]) -> None:
        """Add what is said at the last note."""
        if words:
            last = len(self.notes) - 1
            self.comments_at[last] = (*self.comments_at.get(last, ()), *words)


@define
class InlineReader:
    """Reads paragraphs one after the other; what is open (a change, a reference mark) may go on into the next."""

    data: bytes
    changes: Mapping[str, ChangeKind]
    # the annotations that have a range
    ends: frozenset[str] = frozenset()
    _deleted: set[str] = field(factory=set)
    _guards: dict[str, Guard] = field(factory=dict)
    # a blank here would follow a blank, or begin the paragraph: it is not shown
    _after_blank: bool = True
    _asides: Asides | None = None

    def read(self, paragraph: Element, asides: Asides | None) -> Line:
        """Read one paragraph or heading; asides are the annotations that speak to sovcite."""
        line = Line()
        self._after_blank = True
        self._asides = asides
        self._content(paragraph, None, line)
        if asides:
            line.comments = asides.end()
        return line

    def _content(self, element: Element, guard: Guard | None, line: Line) -> None:
        for inner in element.children:
            name = inner.name
            if name == TEXT:
                self._text(inner, guard, line)
            elif name == "text:note":
                line.notes.append(inner)
                line.add_comments(self._asides.mark() if self._asides else ())
                self._bar(inner, _MARK, line)
            elif name in ("text:change-start", "text:change-end", "text:change"):
                self._change(inner, name, line)
            elif name.startswith("text:reference-mark"):
                self._reference_mark(inner, name, line)
            elif name == "text:s":
                count = _count(inner)
                # such an element cannot be cut
                several = None if count == 1 else Guard("several blanks in a row", inner.start)
                self._letters(" " * count, inner, guard or several, line)
            elif name == "text:tab":
                self._letters("\t", inner, guard, line)
            elif name == "text:line-break":
                self._letters("\n", inner, guard, line)
            elif name == "text:a":
                self._content(inner, guard or Guard("a link", inner.start, True), line)
            elif name in ("office:annotation", "office:annotation-end"):
                self._annotation(inner, name, line)
            elif name in _SILENT:
                continue
            elif name.startswith("draw:"):
                line.boxes += (box for box in inner.descendants() if box.name == "draw:text-box")
                self._bar(inner, "a picture", line)
            elif name in _OPEN:
                self._content(inner, guard, line)
            else:
                self._content(inner, Guard(_FIELD, inner.start), line)

    def _guard(self, guard: Guard | None) -> Guard | None:
        return next(iter(self._guards.values()), guard)

    def _bar(self, element: Element, kind: str, line: Line) -> None:
        line.text.add("", element.start, element.end, Guard(kind, element.start))

    def _annotation(self, element: Element, name: str, line: Line) -> None:
        id = annotation_id(element)
        if self._asides is None or id not in self._asides.said:
            return
        if name.endswith("-end"):
            self._asides.close(id)
        elif id in self.ends:
            self._asides.open(id)
            return
        line.add_comments(self._asides.place(id))

    def _letters(self, letters: str, element: Element, guard: Guard | None, line: Line) -> None:
        if not self._deleted:
            line.text.add(letters, element.start, element.end, self._guard(guard))
            self._after_blank = False
            if self._asides:
                self._asides.text(letters)

    def _change(self, element: Element, name: str, line: Line) -> None:
        change = element.attributes.get("text:change-id", "")
        kind = self.changes.get(change)
        if name == "text:change-end":
            self._deleted.discard(change)
            self._guards.pop(change, None)
            return
        if kind == "insertion" and name == "text:change-start":
            self._guards[change] = Guard(_CHANGE, element.start)
            return
        if kind == "deletion" and name == "text:change-start":
            self._deleted.add(change)
        self._bar(element, _CHANGE, line)

    def _reference_mark(self, element: Element, name: str, line: Line) -> None:
        mark = f"mark {element.attributes.get('text:name', '')}"
        if name.endswith("-start"):
            # Zotero keeps its citations so
            self._guards[mark] = Guard(_FIELD, element.start)
        elif name.endswith("-end"):
            self._guards.pop(mark, None)
        else:
            self._bar(element, "a reference mark", line)

    def _text(self, element: Element, guard: Guard | None, line: Line) -> None:
        """Add a text as it is written, piece by piece: blanks in a row are shown as one."""
        if self._deleted:
            return
        if self._asides:
            self._asides.text(element.text)
        guard = self._guard(guard)
        start = element.start
        stop = self.data.find(b"<", start)
        raw = self.data[start : stop if stop >= 0 else len(self.data)]
        if b"<" in raw or _plain(raw) != element.text:
            line.text.add(element.text, start, start, guard or Guard("text that is written in several parts", start))
            self._after_blank = element.text[-1:] in " \t\r\n"
            return
        for token in _TOKEN.finditer(raw):
            at, end = start + token.start(), start + token.end()
            shown = _NAMED.get(token[0]) or _plain(token[0])
            if _BLANK.match(shown):
                shown = "" if self._after_blank else " "
                self._after_blank = True
                if not shown:
                    line.text.add("", at, end, Guard(UNSHOWN, at))
                    continue
            else:
                self._after_blank = False
            line.text.add(shown, at, end, guard)


def annotation_id(element: Element) -> str:
    """Give what an annotation and its end have in common: its name, else the place of the one without an end."""
    return element.attributes.get("office:name") or str(element.start)


def _plain(raw: bytes) -> str:
    """Read the text of an element as XML does."""
    if b"&" not in raw:
        return raw.decode().replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));", _entity, _plain_lines(raw))


def _plain_lines(raw: bytes) -> str:
    return raw.decode().replace("\r\n", "\n").replace("\r", "\n")


def _entity(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED.get(f"&{found[3]};".encode(), found[0])
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def _count(element: Element) -> int:
    count = element.attributes.get("text:c", "1")
    # no text has a thousand blanks in a row
    return min(int(count), 1000) if count.isascii() and count.isdigit() else 1
