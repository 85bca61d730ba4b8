"""LaTeX read from left to right: what it prints, each piece with its place, and the notes inside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import NamedTuple

from attrs import define, field

from sovcite.manuscript.latex.commands import (
    ACCENTS,
    HEADINGS,
    LIGATURES,
    NOTE_CITES,
    NOTES,
    RAW,
    SILENT,
    SYMBOLS,
    is_citation,
)
from sovcite.manuscript.tracing import Traced, Tracing

_PLAIN = re.compile(r"[^\\{}%~\-`'<>,\"\s$&\[\]]+")
_BLANKS = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*(?:%[^\n]*\n[ \t]*)*\n\s*")
_COMMAND = re.compile(r"\\(?:([A-Za-z@]+\*?)[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?|(.)|$)", re.DOTALL)
_COMMENT = re.compile(r"%[^\n]*(?:\n[ \t]*|$)")
_ENVIRONMENT = re.compile(r"\s*\{([^{}]*)\}")
_LETTER = re.compile(r"\s*(?:\{\s*(\\?[^\W\d_])\s*\}|(\\[ij])(?![A-Za-z])|([^\W\d_]))")
_COUNTER = re.compile(r"\s*\{(footnote|endnote)\}\s*\{(-?\d{1,6})\}")
_MATTERS = frozenset({"frontmatter", "mainmatter", "backmatter"})
# a citation in the note of a citation in the note …
_DEEPEST = 20
_BRACKET = re.compile(r"\\.|%[^\n]*|[\[\]{}]", re.DOTALL)
_DEFINED = re.compile(
    r"\s*(?:\\[A-Za-z@]+|\{\s*\\[A-Za-z@]+\s*\})\s*(?:\[[^\]]{0,200}\]\s*){0,2}[^{\\\n]{0,40}"
)


class Found(NamedTuple):
    """A paragraph (kind "body") or a note, in the order of the text."""

    kind: str
    number: str | None
    text: Traced


@define
class _Slot:
    kind: str
    number: str | None
    text: Tracing = field(factory=Tracing)
    is_blank: bool = True


@define
class _Frame:
    """An open group: where its text goes, what closes it, and the place where a bracket ends."""

    slot: _Slot | None
    closes: str
    ends_paragraph: bool = False


def scan(
    source: str, start: int, stop: int, macros: Mapping[str, str], restarts: Collection[str] = ()
) -> list[Found]:
    """Read source[start:stop]; macros are further commands that make notes, each with the kind of its notes.

    restarts are the headings at which footnotes are counted anew.
    """
    scanner = _Scanner(source, stop, {**NOTES, **macros}, _pairs(source, start, stop))
    scanner.restarts = restarts
    scanner.run(start)
    return [Found(slot.kind, slot.number, slot.text.done()) for slot in scanner.slots]


class _Scanner:
    def __init__(self, source: str, stop: int, notes: Mapping[str, str], pairs: Mapping[int, int]) -> None:
        self.source = source
        self.pairs = pairs
        self.stop = stop
        self.notes = notes
        self.body = _Slot("body", None)
        self.slots: list[_Slot] = [self.body]
        self.frames: list[_Frame] = []
        self.counted = {"footnote": 0, "endnote": 0}
        self.restarts: Collection[str] = ()
        # in front and back matter chapters have no number, and no count of their own
        self.is_main_matter = True
        # how many citations this one stands in
        self.depth = 0

    @property
    def slot(self) -> _Slot | None:
        return self.frames[-1].slot if self.frames else self.body

    def add(self, text: str, at: int, stop: int) -> None:
        slot = self.slot
        if slot is None:
            return
        if text in (" ", "\n"):
            if slot.is_blank and text == " ":
                return
            slot.is_blank = True
        elif text:
            slot.is_blank = False
        slot.text.add(text, at, stop)

    def new_paragraph(self) -> None:
        self.body = _Slot("body", None)
        self.slots.append(self.body)
        for frame in self.frames:
            if frame.slot is not None and frame.slot.kind == "body":
                frame.slot = self.body

    def run(self, at: int) -> None:
        source, stop = self.source, self.stop
        while at < stop:
            letter = source[at]
            if plain := _PLAIN.match(source, at, stop):
                self.add(plain[0], at, plain.end())
                at = plain.end()
            elif letter == "\\":
                at = self.command(at)
            elif letter == "{":
                self.frames.append(_Frame(self.slot, "}"))
                at += 1
            elif letter in "}]" and self.frames and self.frames[-1].closes == letter:
                if self.frames.pop().ends_paragraph:
                    self.new_paragraph()
                at += 1
            elif letter == "}":
                at += 1
            elif letter == "%":
                comment = _COMMENT.match(source, at, stop)
                at = comment.end() if comment else at + 1
            elif letter.isspace():
                at = self.blanks(at)
            else:
                at = self.sign(at)

    def blanks(self, at: int) -> int:
        paragraph = _PARAGRAPH.match(self.source, at, self.stop)
        if paragraph is None:
            blanks = _BLANKS.match(self.source, at, self.stop)
            end = max(blanks.end() if blanks else 0, at + 1)
            self.add(" ", at, end)
            return end
        slot = self.slot
        if slot is not None and slot.kind == "body":
            self.new_paragraph()
        else:
            self.add("\n", at, paragraph.end())
        return paragraph.end()

    def sign(self, at: int) -> int:
        for written, shown in LIGATURES:
            if self.source.startswith(written, at, self.stop):
                self.add(shown, at, at + len(written))
                return at + len(written)
        self.add("\t" if self.source[at] == "&" else self.source[at], at, at + 1)
        return at + 1

    def command(self, at: int) -> int:
        found = _COMMAND.match(self.source, at, self.stop)
        if found is None:
            return at + 1
        name, end = (found[1] or found[2] or ""), found.end()
        bare = name.removesuffix("*")
        if name in SYMBOLS:
            shown = SYMBOLS[name]
            if shown == "\n\n":
                return self.blanks_after_par(at, end)
            # the braces behind it keep it apart from what follows
            end += 2 if found[1] and self.source.startswith("{}", end) else 0
            self.add(shown, at, end)
            return end
        if name in ACCENTS and (letter := _LETTER.match(self.source, end, self.stop)):
            base = (letter[1] or letter[2] or letter[3]).removeprefix("\\")
            self.add(unicodedata.normalize("NFC", base + ACCENTS[name]), at, letter.end())
            return letter.end()
        if bare == "verb":
            close = self.source.find(self.source[end : end + 1], end + 1, self.stop)
            return close + 1 if close > 0 else self.stop
        if bare in ("begin", "end"):
            return self.environment(bare, end)
        if bare in ("footnotemark", "endnotemark"):
            end = self.option(end)
            self.counted[bare.removesuffix("mark")] += self.source[end - 1] != "]"
            return end
        if bare == "setcounter" and (counter := _COUNTER.match(self.source, end, self.stop)):
            self.counted[counter[1]] = int(counter[2])
            return counter.end()
        if bare == "addtocounter" and (counter := _COUNTER.match(self.source, end, self.stop)):
            self.counted[counter[1]] = max(0, self.counted[counter[1]] + int(counter[2]))
            return counter.end()
        if bare in _MATTERS:
            self.is_main_matter = bare == "mainmatter"
        if bare in self.notes:
            return self.note(self.notes[bare], end, has_mark=bare.endswith("text"))
        if is_citation(bare):
            return self.citation(bare, end)
        if bare in ("def", "newcommand", "renewcommand", "providecommand", "NewDocumentCommand"):
            return self.definition(end)
        end = self.option(end)
        if name in self.restarts and (name != "chapter" or self.is_main_matter):
            # a heading with a star has no number, and starts no count
            self.counted["footnote"] = 0
        if bare in HEADINGS and self.source.startswith("{", end):
            if self.slot is self.body:
                self.new_paragraph()
            self.frames.append(_Frame(self.slot, "}", ends_paragraph=self.slot is self.body))
            return end + 1
        while bare in SILENT and self.source.startswith("{", end):
            end = self.group_end(end)
        return end

    def blanks_after_par(self, at: int, end: int) -> int:
        if self.slot is self.body:
            self.new_paragraph()
        else:
            self.add("\n", at, end)
        return end

    def environment(self, step: str, end: int) -> int:
        found = _ENVIRONMENT.match(self.source, end, self.stop)
        if found is None:
            return end
        if self.slot is self.body:
            self.new_paragraph()
        if step == "begin" and found[1] in RAW:
            closing = f"\\end{{{found[1]}}}"
            close = self.source.find(closing, found.end(), self.stop)
            return close + len(closing) if close >= 0 else self.stop
        end = found.end()
        if step == "begin":
            end = self.option(end)
            # the columns of a table
            if found[1].startswith(("tab", "longtab", "array")) and self.source.startswith("{", end):
                end = self.group_end(end)
        return end

    def note(self, kind: str, end: int, *, has_mark: bool) -> int:
        """Open a note; one whose mark stands elsewhere has the number of the mark before it."""
        number = None
        if self.source.startswith("[", end):
            close = self.bracket_end(end)
            number, end = self.source[end + 1 : close - 1].strip()[:20] or None, close
        blanks = _BLANKS.match(self.source, end, self.stop)
        opening = blanks.end() if blanks else end
        if not self.source.startswith("{", opening):
            return end
        if number is None:
            self.counted[kind] += not has_mark
            number = str(max(1, self.counted[kind]))
        slot = _Slot(kind, number)
        self.slots.append(slot)
        self.frames.append(_Frame(slot, "}"))
        return opening + 1

    def citation(self, name: str, end: int) -> int:
        """Read the text in square brackets before the keys: inside a note it belongs to it, else it is one."""
        own = name in NOTE_CITES and self.slot is self.body
        options: list[tuple[int, int]] = []
        while self.source.startswith("[", end) and len(options) < 2:
            close = self.bracket_end(end)
            options.append((end + 1, close - 1))
            end = close
        while self.source.startswith("{", end):
            end = self.group_end(end)
        slot = self.slot
        if own:
            self.counted["footnote"] += 1
            slot = _Slot("footnote", str(self.counted["footnote"]))
            if any(a < b for a, b in options):
                self.slots.append(slot)
        for a, b in options if self.depth < _DEEPEST else ():
            inner = _Scanner(self.source, b, self.notes, self.pairs)
            inner.body = slot if slot is not None else inner.body
            inner.slots, inner.counted, inner.depth = self.slots, self.counted, self.depth + 1
            inner.frames = [_Frame(slot, "")]
            inner.run(a)
            if slot is not None and a < b:
                self.frames.append(_Frame(slot, ""))
                self.add(" ", b, b + 1)
                self.frames.pop()
        return end

    def definition(self, end: int) -> int:
        """Pass over the definition of a macro: its name, its options and its body."""
        found = _DEFINED.match(self.source, end, self.stop)
        end = found.end() if found else end
        for _ in range(2):
            if self.source.startswith("{", end):
                end = self.group_end(end)
        return end

    def option(self, at: int) -> int:
        return self.bracket_end(at) if self.source.startswith("[", at) else at

    def bracket_end(self, at: int) -> int:
        return min(self.pairs.get(at, at + 1), self.stop)

    def group_end(self, at: int) -> int:
        """Give the place behind a group; one that is never closed is none."""
        return min(self.pairs.get(at, at + 1), self.stop)


def _pairs(source: str, start: int, stop: int) -> dict[int, int]:
    """Find what closes each brace and each bracket, once for the whole text."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for sign in _BRACKET.finditer(source, start, stop):
        if sign[0] in ("[", "{"):
            opened.append(sign.start())
        elif sign[0] == "]" and opened and source[opened[-1]] == "[":
            pairs[opened.pop()] = sign.end()
        elif sign[0] == "}":
            while opened and source[opened[-1]] == "[":
                opened.pop()
            if opened:
                pairs[opened.pop()] = sign.end()
    return pairs
