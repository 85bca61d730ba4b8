"""The lexer that the parser asks for the next token: words by the table of words, numbers by their shapes.

Lark's own contextual lexer joins the terminals of each state into one pattern. With the words of a dozen
languages those patterns take as long to compile at each start as Lark takes to import (docs/design.md), and a
word would be looked for by trying every other one. Here a word is looked up, and the state of the parser decides which
of its terminals is meant. What a number, a separator or a word looks like stays in grammars/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from lark import Token
from lark.lexer import Lexer

from sovcite.grammar.vocabulary import vocabulary
from sovcite.grammar.words import Found

if TYPE_CHECKING:
    from lark.lexer import LexerState
    from lark.parsers.lalr_parser_state import ParserState

_NUMBERS = ("FOND_NUMBER", "FILE_NUMBER", "NUMBER", "UNIT_NUMBER", "LEAF_NUMBER", "SLOT")
_JOINTS = (
    "ROMAN", "DASH", "SLASH", "DOT", "HYPHEN", "COMMA", "SPACE", "LETTER_APART", "COLON", "FILE_IN_BRACKETS",
)  # fmt: skip
_LISTS = ("NEXT", "NEXT_LEAF", "NEXT_PLACE", "NEXT_FILE")
_COUNTED = ("COUNTED_FOND", "COUNTED_OPIS", "COUNTED_FILE", "COUNTED_LEAF")
_BEHIND_GLOSS = ("COLUMN", "BOOK", "BOX", "STORAGE_UNIT", "DELO")
_SIDES = ("VERSO", "RECTO", "SUFFIX")


class CitationLexer(Lexer):
    """Gives the parser the next token that its state accepts, and ends where there is none."""

    # Lark: the lexer is given the state of the parser
    __future_interface__: ClassVar[int] = 2

    def __init__(self, _: object) -> None:
        self._vocabulary = vocabulary()

    def lex(self, lexer_state: LexerState, parser_state: ParserState) -> Iterator[Token]:  # type: ignore[type-arg]
        """Give the tokens of a text, each as the parser asks for it."""
        text = lexer_state.text.text
        assert isinstance(text, str)
        place = lexer_state.text.start
        last = ""
        while True:
            accepted = parser_state.parse_conf.states[parser_state.position]
            token = self._next(text, place, accepted, last)
            if token is None:
                return
            yield token
            assert token.end_pos is not None
            place, last = token.end_pos, token.type

    def _next(self, text: str, place: int, accepted: Mapping[str, object], last: str) -> Token | None:
        for name in _NUMBERS:
            if name in accepted:
                end = self._vocabulary.number_end(name, text, place)
                if end is not None:
                    return _token(name, text, place, end)
        return (
            self._mark(text, place, accepted)
            or self._joint(text, place, accepted)
            or self._list(text, place, accepted)
            or self._counted(text, place, accepted)
            or self._part(text, place, accepted)
            or self._behind_gloss(text, place, accepted, last)
        )

    def _mark(self, text: str, place: int, accepted: Mapping[str, object]) -> Token | None:
        names = tuple(name for name in _SIDES if name in accepted)
        found = self._vocabulary.mark(text, place, names) if names else None
        return _token(found.terminals[0], text, found.start, found.end) if found else None

    def _joint(self, text: str, place: int, accepted: Mapping[str, object]) -> Token | None:
        for name in _JOINTS:
            if name in accepted and (match := self._vocabulary.shapes[name].match(text, place)):
                return _token(name, text, place, match.end())
        return None

    def _list(self, text: str, place: int, accepted: Mapping[str, object]) -> Token | None:
        """A comma, "and" or lost comma, where a number that stands alone follows."""
        for name in _LISTS:
            if name not in accepted:
                continue
            match = self._vocabulary.shapes[name].match(text, place)
            end = match.end() if match else place
            after_and = self._vocabulary.after_and(text, end)
            if after_and is None and (match is None or end == place or name == "NEXT_FILE"):
                continue
            end = after_and or end
            if name == "NEXT" and self._vocabulary.shapes["YEAR"].match(text, end):
                # op. 34, 1946, p. 253
                continue
            if self._goes_on(name, text, end):
                return _token(name, text, place, end)
        return None

    def _goes_on(self, name: str, text: str, place: int) -> bool:
        known = self._vocabulary
        if name == "NEXT_PLACE":
            return known.is_row(text, place)
        if known.is_note_number(text, place):
            return False
        if known.stands_alone(text, place, leaf=name == "NEXT_LEAF"):
            return True
        return name == "NEXT_LEAF" and known.is_verso(text, place)

    def _counted(self, text: str, place: int, accepted: Mapping[str, object]) -> Token | None:
        """A word behind its number: 7404. f.; 1-қор; a stop with a comma before the next: 47., 49. lp."""
        if "COUNTED_NEXT" in accepted and (match := self._vocabulary.shapes["COUNTED_NEXT"].match(text, place)):
            return _token("COUNTED_NEXT", text, place, match.end())
        names = [name for name in _COUNTED if name in accepted]
        if not names:
            return None
        start = place
        while text.startswith((".", " ", "-"), start) and start - place < 3:
            start += 1
        found = self._vocabulary.words.at(text, start)
        for name in names:
            if found and name in found.terminals:
                end = found.end
                # the stop of "47. lp." is the abbreviation's, that of "841-іс." the sentence's
                is_whole = text.startswith("-", start - 1) and end - start > 1
                while text.startswith((",", " ") if is_whole else (".", ",", " "), end):
                    end += 1
                return _token(name, text, start, end)
        return None

    def _part(self, text: str, place: int, accepted: Mapping[str, object]) -> Token | None:
        """A short form, a designator with a number behind it, or a date, after whatever may part them."""
        known = self._vocabulary
        start = known.end_of("BETWEEN", text, place)
        if "IBID" in accepted and (found := known.words.at(text, start)):
            if "IBID_SHORT" in found.terminals:
                return _token("IBID_SHORT", text, start, found.end + text.startswith(".", found.end))
            if "IBID" in found.terminals:
                return _token("IBID", text, start, found.end)
        if "DATE" in accepted and (end := known.date_end(text, place)):
            return _token("DATE", text, place, end)
        for name in ("YEAR", "DELOPROIZVODSTVO", "EXPEDITION"):
            if name in accepted and (shape := known.shapes[name].match(text, start)):
                return _token(name, text, start, shape.end())
        label = known.label(text, start) or self._behind_link(text, start)
        for name in label.terminals if label else ():
            # a number sign that opens a line belongs to what follows
            if name == "NUMERO" and "\n" in text[place:start]:
                continue
            if label and name in accepted:
                return _token(name, text, start, label.end)
        return None

    def _behind_link(self, text: str, place: int) -> Found | None:
        """The fond or opis that a number is said to be of: inventory 9 of fond 458; опись 9 из фонда 458."""
        link = self._vocabulary.words.at(text, place)
        if link is None or "NAME_LINK" not in link.terminals or not text.startswith(" ", link.end):
            return None
        label = self._vocabulary.label(text, link.end + 1)
        return label if label and {"FOND", "OPIS"}.intersection(label.terminals) else None

    def _behind_gloss(self, text: str, place: int, accepted: Mapping[str, object], last: str) -> Token | None:
        """Leaves behind the title of a file; the opis behind the name of a fond, or what stands for an opis there."""
        if "OPIS" not in accepted:
            return None
        known = self._vocabulary
        if last == "FILE_NUMBER" and "LEAF" in accepted and (end := known.title_end(text, place)):
            start = known.end_of("BETWEEN", text, end)
            leaves = known.label(text, start)
            return _token("LEAF", text, start, leaves.end) if leaves else None
        in_commas = known.shapes["GLOSS_IN_COMMAS"].match(text, place) if last == "FOND_NUMBER" else None
        if in_commas is not None:
            start = known.end_of("BETWEEN", text, in_commas.end())
            if "YEAR" in accepted and (year := known.shapes["YEAR"].match(text, start)):
                return _token("YEAR", text, start, year.end())
            label = known.label(text, start)
            return _token("OPIS", text, start, label.end) if label and "OPIS" in label.terminals else None
        gloss = known.shapes["GLOSS"].match(text, place)
        if gloss is None:
            return None
        # the stop that ends it, or one behind an initial: Молотов В. М. Оп. 2
        for stop in reversed([place for place in range(place + 1, gloss.end() + 1) if text.startswith(".", place)]):
            start = known.end_of("BETWEEN", text, stop)
            label = known.label(text, start)
            names = ("OPIS", "OPIS_INSIDE", *_BEHIND_GLOSS) if last == "FOND_NUMBER" else ("OPIS", "OPIS_INSIDE")
            name = next((name for name in names if label and name in label.terminals), None)
            if label and name:
                return _token(name, text, start, label.end)
        return None


def _token(name: str, text: str, start: int, end: int) -> Token:
    return Token(name, text[start:end], start_pos=start, end_pos=end)
