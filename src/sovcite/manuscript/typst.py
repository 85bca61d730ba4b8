"""Typst: paragraphs, and the footnotes in them (#footnote[...] and functions of the author's own that make one)."""

from __future__ import annotations

import re

from attrs import define, field

from sovcite.manuscript.tracing import Reading, Tracing, reading

_PLAIN = re.compile(r"[^\\\[\]#`/~\-*_\s$<@\"]+")
_PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_BLANKS = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_CALL = re.compile(r"#([\w-]+(?:\.[\w-]+)*)")
_KEYWORD = re.compile(r"#(?:let|set|show|import|include|context|if|for|while|return)\b")
# what is never closed goes on to the end
_RAW = re.compile(r"(`{3,})(?!`)[\s\S]*?(?:\1|\Z)|`[^`]*(?:`|\Z)")
_COMMENT = re.compile(r"//[^\n]*|/\*[\s\S]*?(?:\*/|\Z)")
_UNICODE = re.compile(r"\\u\{((?![dD][89a-fA-F][0-9a-fA-F]{2}\})[1-9a-fA-F][0-9a-fA-F]{0,3})\}")
_LABEL = re.compile(r"<[\w.:-]+>|@[\w.:-]+\w")
_HEADING = re.compile(r"=+[ \t]+|[-+/][ \t]+")
_MACRO = re.compile(r"#let[ \t]+([\w-]+)\([^)\n]*\)[ \t]*=[^\n]{0,200}?\bfootnote\b")
_PAIRS = re.compile(r"\\.|\"(?:\\.|[^\"\\])*\"|[\[\](){}]", re.DOTALL)
# in arguments: what is passed over, or content with the name of the function that it is given to
_IN_CODE = re.compile(r"\"(?:\\.|[^\"\\])*\"|//[^\n]*|/\*[\s\S]*?(?:\*/|\Z)|((?:(?<![\w-])[\w-]+)?)\[")
_CLOSES = {"]": "[", ")": "(", "}": "{"}


@define
class _Slot:
    kind: str
    text: Tracing = field(factory=Tracing)
    is_blank: bool = True


@define
class _Code:
    """The arguments of a call, up to that place: only the content in them is text, and it goes to the slot."""

    name: str
    slot: _Slot
    end: int


def read_typst(text: str) -> tuple[Reading, ...]:
    """Read a Typst file; comments, raw text and code are left out. Footnotes are counted through the file.

    Source: the Typst reference, "Syntax" and "footnote".

    >>> [(note.label, note.text) for note, _ in read_typst("A#footnote[ГАРФ. Ф.~374. _Оп._ 27] b")]
    [('body 1', 'A b'), ('footnote 1', 'ГАРФ. Ф.\\xa0374. Оп. 27')]
    """
    scanner = _Scanner(text)
    scanner.run()
    read: list[Reading] = []
    counted = {"body": 0, "footnote": 0}
    for slot in scanner.slots:
        words = slot.text.done().strip()
        if words.text:
            counted[slot.kind] += 1
            read.append(reading(words, slot.kind, str(counted[slot.kind])))
    return tuple(read)


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.notes = {"footnote", *(found[1] for found in _MACRO.finditer(source))}
        self.pairs = _pairs(source)
        self.body = _Slot("body")
        self.slots = [self.body]
        # the open square brackets of content, where their text goes, and the arguments around them
        self.open: list[_Slot | _Code] = []
        # the places of those brackets that close one of them
        self.silent: set[int] = set()

    @property
    def slot(self) -> _Slot:
        inner = self.open[-1] if self.open else self.body
        slot = inner.slot if isinstance(inner, _Code) else inner
        return self.body if slot.kind == "body" else slot

    def add(self, text: str, at: int, stop: int) -> None:
        slot = self.slot
        if text == " " and slot.is_blank:
            return
        slot.is_blank = text in (" ", "\n")
        slot.text.add(text, at, stop)

    def run(self) -> None:
        source = self.source
        heading = _HEADING.match(source)
        at = heading.end() if heading else 0
        while at < len(source):
            letter = source[at]
            inner = self.open[-1] if self.open else None
            if isinstance(inner, _Code):
                at = self.argument(at, inner)
            elif plain := _PLAIN.match(source, at):
                self.add(plain[0], at, plain.end())
                at = plain.end()
            elif unicode := _UNICODE.match(source, at):
                self.add(chr(int(unicode[1], 16)), at, unicode.end())
                at = unicode.end()
            elif letter == "\\":
                # a stop for the line, or the sign itself
                said = source[at + 1 : at + 2]
                self.add("\n" if said.isspace() else said, at, at + 1 + len(said))
                at += 2
            elif letter.isspace():
                at = self.blanks(at)
            elif letter == "#":
                at = self.code(at)
            elif (silent := _RAW.match(source, at) or _comment(source, at) or _LABEL.match(source, at)) is not None:
                at = silent.end()
            elif letter == "[":
                self.add("[", at, at + 1)
                self.open.append(self.slot)
                at += 1
            elif letter == "]":
                at = self.close(at)
            else:
                at = self.sign(at)

    def blanks(self, at: int) -> int:
        found = _PARAGRAPH.match(self.source, at)
        if found is None:
            blanks = _BLANKS.match(self.source, at)
            end = max(blanks.end() if blanks else 0, at + 1)
            self.add(" ", at, end)
        else:
            end = found.end()
            slot = self.slot
            if slot is self.body:
                self.new_paragraph()
            else:
                self.add("\n", at, end)
        if (found or "\n" in self.source[at:end]) and (heading := _HEADING.match(self.source, end)):
            if self.slot is self.body:
                self.new_paragraph()
            return heading.end()
        return end

    def new_paragraph(self) -> None:
        self.body = _Slot("body")
        self.slots.append(self.body)

    def close(self, at: int) -> int:
        # a bracket of content is closed in silence, one that the author wrote is a letter
        closed = self.open.pop() if self.open else self.body
        is_argument = bool(self.open) and isinstance(self.open[-1], _Code)
        if at not in self.silent:
            self.add("]", at, at + 1)
        elif is_argument and isinstance(closed, _Slot) and closed.kind == "body" and self.slot is self.body:
            # content in arguments stands by itself
            self.new_paragraph()
        return at + 1

    def argument(self, at: int, code: _Code) -> int:
        """Read arguments: content in square brackets is text of its own, all else code."""
        source = self.source
        if at >= code.end:
            self.open.pop()
            return self.content(code.name, at) if source.startswith("[", at) else at
        found = _IN_CODE.search(source, at, code.end)
        if found is None:
            return code.end
        if found[1] is None:
            return found.end()
        name = found[1] or code.name
        if self.slot is self.body and name not in self.notes:
            self.new_paragraph()
        return self.content(name, found.end() - 1)

    def content(self, name: str, at: int) -> int:
        """Open the content of a call: a note, or a part of the text around it."""
        if at not in self.pairs:
            return at + 1
        slot = self.slot
        if name in self.notes:
            slot = _Slot("footnote")
            self.slots.append(slot)
        self.open.append(slot)
        self.silent.add(self.pairs[at] - 1)
        return at + 1

    def code(self, at: int) -> int:
        source = self.source
        if keyword := _KEYWORD.match(source, at):
            return self.statement(keyword.end())
        call = _CALL.match(source, at)
        if call is None:
            following = source[at + 1 : at + 2]
            return self.pairs.get(at + 1, at + 1) if following in ("{", "(") else at + 1
        end = call.end()
        name = call[1].rpartition(".")[2]
        if source.startswith("(", end) and end in self.pairs:
            close = self.pairs[end]
            if "[" in source[end:close]:
                self.open.append(_Code(name, self.slot, close))
                return end + 1
            end = close
        return self.content(name, end) if source.startswith("[", end) else end

    def statement(self, at: int) -> int:
        """Pass over a statement: to the end of its line, its brackets with all that is in them."""
        source = self.source
        while at < len(source) and source[at] != "\n":
            if source[at] in "[({" and at in self.pairs:
                at = self.pairs[at]
            elif source[at] == '"':
                close = source.find('"', at + 1)
                at = close + 1 if close > 0 else at + 1
            else:
                at += 1
        return at

    def sign(self, at: int) -> int:
        source = self.source
        for written, shown in (("---", "—"), ("--", "–"), ("-?", "\N{SOFT HYPHEN}"), ("~", "\xa0")):
            if source.startswith(written, at):
                self.add(shown, at, at + len(written))
                return at + len(written)
        before, after = source[at - 1 : at], source[at + 1 : at + 2]
        # stars and underlines between words are marks of emphasis
        if source[at] in "*_" and not (before.isalnum() and after.isalnum()):
            return at + 1
        self.add(source[at], at, at + 1)
        return at + 1


def _comment(source: str, at: int) -> re.Match[str] | None:
    # the slashes of an address are none
    return None if source[at - 1 : at] == ":" else _COMMENT.match(source, at)


def _pairs(source: str) -> dict[int, int]:
    """Find what closes each bracket, once for the whole text."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for sign in _PAIRS.finditer(source):
        if sign[0] in "[({":
            opened.append(sign.start())
        elif sign[0] in _CLOSES and any(source[at] == _CLOSES[sign[0]] for at in opened[-3:]):
            while source[opened[-1]] != _CLOSES[sign[0]]:
                opened.pop()
            pairs[opened.pop()] = sign.end()
    return pairs
