"""The lexer that the parser asks for the next token: words by the table of words, numbers by their terminals.

Lark's own contextual lexer joins the terminals of each state into one pattern. With the words of a dozen
languages that pattern costs more to compile at each start than all the rest of the library, and a word would
be looked for by trying every other one. Here a word is looked up, and the state of the parser decides which
of its terminals is meant. What a number, a separator or a word looks like stays in grammars/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from lark import Token
from lark.lexer import Lexer

from sovcite.grammar.folding import fold
from sovcite.grammar.words import Found, WordTable, keys_of

if TYPE_CHECKING:
    from lark.lexer import LexerState, TerminalDef
    from lark.parsers.lalr_parser_state import ParserState

_WORDS = re.compile(r"(?:[^\W\d_]|[№&°' ]|\\ |\\&|[()?:|])+")
# terms that are looked up and are no designator of a number
_MARKS = (
    "VERSO", "RECTO", "SUFFIX", "AND", "MONTH", "IBID", "DATE", "NAME_STOP", "NO_ARCHIVE", "NAME_LINK", "ORDINAL",
)  # fmt: skip
_NUMBERS = ("FOND_NUMBER", "NUMBER", "UNIT_NUMBER", "LEAF_NUMBER", "SLOT")
_COUNTED = ("COUNTED_FOND", "COUNTED_OPIS", "COUNTED_FILE", "COUNTED_LEAF")
_UNITS = frozenset((
    "VOLUME", "PART", "BOOK", "BOX", "FOLDER", "BUNDLE", "ORDER", "PERECHEN", "SERIES", "SECTION", "DOCUMENT",
    "ITEM", "INVENTORY", "PROTOCOL",
))  # fmt: skip
_JOINTS = ("DASH", "SLASH", "DOT", "HYPHEN", "COMMA", "SPACE", "LETTER_IN_BRACKETS")
_LISTS = ("NEXT", "NEXT_LEAF", "NEXT_FILE", "NEXT_PLACE")
_DIGITS_OF_A_DATE = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])|[0-9][./-] ?[0-9IVX]")
_NOT_A_DATE = re.compile(r"[^\w .,/'()-]")
# об., ob., зв., Rs.; the stop behind "verso" is no part of it
_LONGEST_MARK = 3
_PARTED = re.compile(r"[,:\n]")
_GLUED = re.compile(r"[%°_]")
_BEFORE_DATE = re.compile(r" *\n?")
_SPACES = re.compile(r"[ \n]*")


class CitationLexer(Lexer):
    """Gives the parser the next token that its state accepts, and ends where there is none."""

    __future_interface__: ClassVar[int] = 2

    def __init__(self, lexer_conf: object) -> None:
        definitions: list[TerminalDef] = lexer_conf.terminals  # type: ignore[attr-defined]
        terms: dict[str, dict[str, None]] = {}
        self.shapes: dict[str, re.Pattern[str]] = {}
        for terminal in sorted(definitions, key=lambda one: one.name):
            pattern = terminal.pattern.to_regexp()
            if _WORDS.fullmatch(pattern) and terminal.name != "SPACE":
                for term in re.split(r"[()?:|]+", pattern.replace("\\", "")):
                    for key in keys_of(term) if term else ():
                        terms.setdefault(key, {})[terminal.name] = None
            else:
                self.shapes[terminal.name] = re.compile(fold(pattern))
        self.words = WordTable(
            terminals={key: tuple(names) for key, names in terms.items()}, word=self.shapes["WORD"]
        )

    def lex(self, lexer_state: LexerState, parser_state: ParserState) -> Iterator[Token]:  # type: ignore[override,type-arg]
        """Give the tokens of a text, each as the parser asks for it."""
        text = lexer_state.text.text
        assert isinstance(text, str)
        place = lexer_state.text.start
        while True:
            accepted = parser_state.parse_conf.states[parser_state.position]
            token = self._next(text, place, accepted)
            if token is None:
                return
            yield token
            assert token.end_pos is not None
            place = token.end_pos

    # ---- what may come next

    def _next(self, text: str, place: int, accepted: dict[str, object]) -> Token | None:
        for name in _NUMBERS:
            if name in accepted and (end := self.number_end(name, text, place)) is not None:
                return _token(name, text, place, end)
        return (
            self._mark(text, place, accepted)
            or self._joint(text, place, accepted)
            or self._list(text, place, accepted)
            or self._counted(text, place, accepted)
            or self._part(text, place, accepted)
        )

    def _mark(self, text: str, place: int, accepted: dict[str, object]) -> Token | None:
        """Verso, recto and доп. stand right behind a number or one blank after it, a verso also in brackets."""
        start = place
        if text.startswith(" ", start):
            start += 1
        in_brackets = text.startswith("(", start)
        found = self.words.at(text, start + in_brackets)
        for name in ("VERSO", "RECTO", "SUFFIX"):
            if found is None or name not in accepted or name not in found.terminals:
                continue
            end = found.end
            if end - found.start == 1 and start != place and not text.startswith(".", end):
                return None
            is_short = end - found.start <= _LONGEST_MARK
            if is_short and text.startswith((".", "°"), end) and not text[end + 1 : end + 2].isdigit():
                end += 1
            if in_brackets:
                end = end + 1 if text.startswith(")", end) else place
            return _token(name, text, found.start, end) if end > place else None
        return None

    def _joint(self, text: str, place: int, accepted: dict[str, object]) -> Token | None:
        for name in _JOINTS:
            if name in accepted and (match := self.shapes[name].match(text, place)):
                return _token(name, text, place, match.end())
        return None

    def _list(self, text: str, place: int, accepted: dict[str, object]) -> Token | None:
        """A comma, "and" or lost comma, where a number that stands alone follows."""
        for name in _LISTS:
            if name not in accepted:
                continue
            match = self.shapes[name].match(text, place)
            end = match.end() if match else place
            after_and = self._after_and(text, end)
            if after_and is None and (match is None or end == place or name == "NEXT_FILE"):
                continue
            end = after_and or end
            if name == "NEXT_PLACE":
                if self._is_place(text, end):
                    return _token(name, text, place, end)
            elif self.stands_alone(text, end, leaf=name == "NEXT_LEAF"):
                return _token(name, text, place, end)
            elif after_and and name == "NEXT_LEAF" and self._is_verso(text, end):
                return _token(name, text, place, end)
        return None

    def _after_and(self, text: str, place: int) -> int | None:
        match = _SPACES.match(text, place)
        start = match.end() if match else place
        found = self.words.at(text, start)
        if found is None or "AND" not in found.terminals:
            return None
        match = _SPACES.match(text, found.end)
        return match.end() if match else found.end

    def _counted(self, text: str, place: int, accepted: dict[str, object]) -> Token | None:
        """A word behind its number: 7404. f.; 1-қор."""
        names = [name for name in _COUNTED if name in accepted]
        if not names:
            return None
        start = place
        while text.startswith((".", " ", "-"), start) and start - place < 3:
            start += 1
        found = self.words.at(text, start)
        for name in names:
            if found and name in found.terminals:
                end = found.end
                while text.startswith((".", ",", " "), end):
                    end += 1
                return _token(name, text, start, end)
        return None

    def _part(self, text: str, place: int, accepted: dict[str, object]) -> Token | None:
        """A short form, a designator with a number behind it, or a date, after whatever may part them."""
        match = self.shapes["BETWEEN"].match(text, place)
        start = match.end() if match else place
        if "IBID" in accepted and (found := self.words.at(text, start)) and "IBID" in found.terminals:
            return _token("IBID", text, start, found.end + text.startswith(".", found.end))
        if "DATE" in accepted and (end := self._date_end(text, place)):
            return _token("DATE", text, place, end)
        for name in ("YEAR", "DELOPROIZVODSTVO"):
            if name in accepted and (shape := self.shapes[name].match(text, start)):
                return _token(name, text, start, shape.end())
        label = self.label(text, start)
        for name in label.terminals if label else ():
            # a number sign that opens a line belongs to what follows
            if name == "NUMERO" and "\n" in text[place:start]:
                continue
            if label and name in accepted:
                return _token(name, text, start, label.end)
        return None

    # ---- what a thing is

    def label(self, text: str, place: int) -> Found | None:
        """Give the designator at a place, its end behind the stop, if a number of its kind follows."""
        found = self.words.at(text, place)
        if found is None:
            return None
        if "DEPARTMENT" in found.terminals:
            return Found(start=place, end=found.end + text.startswith(".", found.end), terminals=("DEPARTMENT",))
        stop = self.shapes["STOP"].match(text, found.end)
        end = stop.end() if stop else found.end
        names = tuple(
            name for name in found.terminals
            if name not in _MARKS and name not in _COUNTED and self._ahead(name).match(text, end)
            and (not name.endswith("_SCANNED") or text.startswith(".", found.end))
        )  # fmt: skip
        return Found(start=place, end=end, terminals=names) if names else None

    def _ahead(self, name: str) -> re.Pattern[str]:
        if name in ("FOND", "CASE"):
            return self.shapes["FOND_AHEAD"]
        return self.shapes["UNIT_AHEAD" if name in _UNITS else "NUMBER_AHEAD"]

    def number_end(self, name: str, text: str, place: int) -> int | None:
        """Say where a number ends with the letters that belong to it; None where it is part of a word."""
        match = self.shapes[name].match(text, place)
        if match is None:
            return None
        end = match.end()
        if name == "UNIT_NUMBER" and not text[end - 1].isdigit():
            return end
        letters = self.shapes["LETTERS"].match(text, end)
        if letters is None:
            return None if _GLUED.match(text, end) else end
        start = letters.start(1)
        word = self.words.at(text, start)
        if word and "ORDINAL" in word.terminals:
            return None
        if self._ends_number(text, start, name):
            return end
        for size in (1, 2):
            if size < len(letters[1]) and self._ends_number(text, start + size, name):
                return start + size
        is_word = len(letters[1]) > 2 or text[letters.end() : letters.end() + 1].isdigit()
        return None if is_word else letters.end()

    def _ends_number(self, text: str, place: int, name: str) -> bool:
        """Say whether the letters at a place are a word of their own and not the letters of the number."""
        found = self.words.at(text, place)
        if found is None:
            return False
        if name in ("LEAF_NUMBER", "SLOT") and {"VERSO", "RECTO"} & set(found.terminals):
            return True
        if "SUFFIX" in found.terminals and found.end - place > 2:
            return True
        label = self.label(text, place)
        # "2486l. 83" is a designator, "5с, 7" leaf 5с and leaf 7
        return label is not None and not _PARTED.search(text, found.end, label.end)

    def stands_alone(self, text: str, place: int, *, leaf: bool) -> bool:
        """Say whether the number at a place is followed by no word that would make it something else."""
        while True:
            end = self.number_end("LEAF_NUMBER" if leaf else "NUMBER", text, place)
            if end is None:
                return False
            end = self._after_marks(text, end)
            if leaf and (dash := self.shapes["DASH"].match(text, end)):
                after = self.number_end("LEAF_NUMBER", text, dash.end())
                if after is None:
                    return False
                end = self._after_marks(text, after)
            if self.shapes["LIST_END"].match(text, end) or self._after_and(text, end) is not None:
                return True
            between = self.shapes["BETWEEN"].match(text, end)
            if self.label(text, between.end() if between else end):
                return True
            # commas lost throughout: the last number decides
            if not (leaf and text.startswith(" ", end) and text[end + 1 : end + 2].isdigit()):
                return False
            place = end + 1

    def _after_marks(self, text: str, place: int) -> int:
        accepted: dict[str, object] = {"VERSO": None, "RECTO": None, "SUFFIX": None}
        mark = self._mark(text, place, accepted)
        bracket = self.shapes["LETTER_IN_BRACKETS"].match(text, place)
        return (mark.end_pos or place) if mark else bracket.end() if bracket else place

    def _is_verso(self, text: str, place: int) -> bool:
        found = self.words.at(text, place)
        return found is not None and "VERSO" in found.terminals

    def _is_place(self, text: str, place: int) -> bool:
        for last in (False, False, True):
            end = self.number_end("SLOT", text, place)
            if end is None:
                return False
            if last:
                return True
            slash = self.shapes["SLASH"].match(text, end)
            if slash is None:
                return False
            place = slash.end()
        return False

    def _date_end(self, text: str, place: int) -> int | None:
        """Say where a date in brackets ends: numbers, months and nothing else, a year or day and month."""
        match = _BEFORE_DATE.match(text, place)
        bracket = self.shapes["BRACKETED"].match(text, match.end() if match else place)
        if bracket is None or not _DIGITS_OF_A_DATE.search(bracket[1]) or _NOT_A_DATE.search(bracket[1]):
            return None
        for word in self.shapes["WORD"].finditer(bracket[1]):
            found = self.words.at(word[0], 0)
            if found is None or "MONTH" not in found.terminals:
                return None
        return bracket.end()


def _token(name: str, text: str, start: int, end: int) -> Token:
    return Token(name, text[start:end], start_pos=start, end_pos=end)
