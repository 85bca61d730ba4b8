"""What a word or a number is, by the terminals of the grammar: the search and the lexer both ask here."""

from __future__ import annotations

import marshal
import re
from functools import cache

from sovcite.data.saved import saved
from sovcite.grammar.tables import grammar_state, terminals
from sovcite.grammar.words import Found, WordTable, split_terminals

# terms that are looked up and are no designator of a number
_MARKS = frozenset((
    "VERSO", "RECTO", "SUFFIX", "AND", "WITH", "MONTH", "IBID", "IBID_SHORT", "DATE", "ORDINAL", "FOLLOWING",
    "NAME_STOP", "NO_ARCHIVE", "OFFICE", "NAME_LINK", "NAME_PART", "NAME_CONNECTOR", "HEREAFTER",
    "COUNTED_FOND", "COUNTED_OPIS", "COUNTED_FILE", "COUNTED_LEAF",
))  # fmt: skip
_COUNTED = frozenset(("COUNTED_FOND", "COUNTED_OPIS", "COUNTED_FILE", "COUNTED_LEAF"))
_UNITS = frozenset((
    "VOLUME", "PART", "BOOK", "BOX", "FOLDER", "BUNDLE", "ORDER", "PERECHEN", "SERIES", "SECTION", "DOCUMENT",
    "ITEM", "INVENTORY", "PROTOCOL",
))  # fmt: skip
_FILES = frozenset(("DELO", "STORAGE_UNIT", "SPRAVA", "SPRAVA_INSIDE", "FILE", "ISH"))
_DIGITS_OF_A_DATE = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])|[0-9][./-] ?[0-9IVX]")
_NOT_A_DATE = re.compile(r"[^\w .,/'()-]")
# об., ob., зв., Rs.; the stop behind "verso" is no part of it
_LONGEST_MARK = 3
_PARTED = re.compile(r"[,:\n]")
_GLUED = re.compile(r"[%°_]")
_BEFORE_DATE = re.compile(r" *\n?")
# a tag leaves blanks behind; a line may end before об. and (verso)
_BEFORE_MARK = re.compile(r",? {0,8}\n {0,8}(?=(?:\(?[^\W\d_]{2,3}\.|\([^\W\d_]{2,8}\)))|,? {1,8}|/")
_COMMA = re.compile(r"\s*,")
_NOTE_NUMBER = re.compile(r"[0-9]+\. +")
_ABBREVIATED = 3
_STOPS = (".", ":", ",")
_SPACES = re.compile(r"[ \n]*")


class _Shapes(dict[str, re.Pattern[str]]):
    """The patterns by their names, each compiled when it is first asked for."""

    def __init__(self, patterns: dict[str, str]) -> None:
        super().__init__()
        self._patterns = patterns

    def __missing__(self, name: str) -> re.Pattern[str]:
        found = self[name] = re.compile(self._patterns[name])
        return found


class Vocabulary:
    """The words of all languages as one table, and the shapes of everything else, on a folded text."""

    def __init__(self, terms: dict[str, tuple[str, ...]], shapes: dict[str, str]) -> None:
        self.shapes = _Shapes(shapes)
        self.words = WordTable(terminals=terms, word=self.shapes["WORD"])
        self._answers: tuple[str, dict[tuple[int, bool], bool]] = ("", {})

    def is_term(self, word: str, terminal: str) -> bool:
        """Say whether a whole word is a term of a terminal."""
        found = self.words.at(word, 0)
        return found is not None and found.end == len(word) and terminal in found.terminals

    def end_of(self, shape: str, text: str, place: int) -> int:
        """Give the end of a shape that begins at a place, or the place where it does not."""
        match = self.shapes[shape].match(text, place)
        return match.end() if match else place

    def label(self, text: str, place: int) -> Found | None:
        """Give the designator at a place, its end behind the stop, if a number of its kind follows."""
        found = self.words.at(text, place)
        if found is None:
            return None
        if "DEPARTMENT_SHORT" in found.terminals:
            return Found(place, found.end + text.startswith(".", found.end), ("DEPARTMENT_SHORT",))
        if "DEPARTMENT" in found.terminals:
            return Found(place, found.end, ("DEPARTMENT",))
        if "FOND" in found.terminals and found.end - place > _ABBREVIATED and text.startswith(",", found.end):
            # Демократический фонд, 1994. С. 5
            return None
        end = self.end_of("STOP", text, found.end)
        if found.end - place == 1 and "\n" in text[found.end : end] and not text.startswith(_STOPS, found.end):
            # a bare letter that ends a line
            return None
        if "FOND" in found.terminals and end == found.end and text.startswith("-", end):
            # Ф-487
            end += 1
        names = tuple(
            name for name in found.terminals
            if name not in _MARKS and self._ahead(name).match(text, end)
            and (not name.endswith("_INSIDE") or text.startswith((".", ":"), found.end))
        )  # fmt: skip
        return Found(place, end, names) if names else None

    def _ahead(self, name: str) -> re.Pattern[str]:
        if name in ("FOND", "CASE"):
            return self.shapes["FOND_AHEAD"]
        if name in _FILES:
            return self.shapes["FILE_AHEAD"]
        if name == "RAZRIAD":
            return self.shapes["ROMAN_AHEAD"]
        return self.shapes["UNIT_AHEAD" if name in _UNITS else "NUMBER_AHEAD"]

    def title_end(self, text: str, place: int) -> int | None:
        """Say where the title of a file ends, which stands between its number and its leaves."""
        match = self.shapes["TITLE"].match(text, place)
        if match is None or (text.startswith(".", place) and not match[0].lstrip('. "')[:1].isupper()):
            return None
        end = match.end()
        leaves = self.label(text, self.end_of("BETWEEN", text, end))
        if leaves is None or "LEAF" not in leaves.terminals:
            return None
        # no other citation stands between
        for word in self.shapes["WORD"].finditer(text, place, end):
            found = self.words.at(text, word.start())
            if found and ({"IBID", "IBID_SHORT"}.intersection(found.terminals) or self.label(text, word.start())):
                return None
        return end

    def number_end(self, name: str, text: str, place: int) -> int | None:
        """Say where a number ends with the letters that belong to it; None where it is part of a word."""
        match = self.shapes[name].match(text, place)
        if match is None:
            return None
        end = match.end()
        if not text[end - 1].isdigit():
            return end
        letters = self.shapes["LETTERS"].match(text, end)
        if letters is None:
            return None if _GLUED.match(text, end) else end
        start = letters.start(1)
        word = self.words.at(text, start)
        if word and "ORDINAL" in word.terminals:
            return None
        if word and name == "LEAF_NUMBER" and start == end and "FOLLOWING" in word.terminals:
            return end
        # "1-қор", and not "4016-П"; "5и5об."
        if word and start > end and text[start].islower() and _COUNTED.intersection(word.terminals):
            return end
        if word and "AND" in word.terminals and text[word.end : word.end + 1].isdigit():
            return end
        if self._ends_number(text, start, name):
            return end
        for size in (1, 2):
            if size < len(letters[1]) and self._ends_number(text, start + size, name):
                return start + size
        is_word = len(letters[1]) > 2 or text[letters.end() : letters.end() + 1].isdigit()
        return None if is_word else letters.end()

    def _ends_number(self, text: str, place: int, name: str) -> bool:
        """Say whether the letters at a place are a word of their own and not the letters of the number."""
        if name == "LEAF_NUMBER" and self.shapes["BACK"].match(text, place):
            return True
        found = self.words.at(text, place)
        if found is None:
            return False
        if name in ("LEAF_NUMBER", "SLOT") and {"VERSO", "RECTO"} & set(found.terminals):
            return True
        # numbers in a row bear no designators
        if name == "SLOT":
            return False
        if "SUFFIX" in found.terminals and found.end - place > 2:
            return True
        label = self.label(text, place)
        # "2486l. 83" is a designator, "5с, 7" leaf 5с and leaf 7
        if label is None or self.is_note_number(text, label.end):
            return False
        return not _PARTED.search(text, found.end, label.end)

    def mark(self, text: str, place: int, names: tuple[str, ...]) -> Found | None:
        """Give the verso, recto or доп. right behind a number or some blanks after it, a verso also in brackets."""
        parted = _BEFORE_MARK.match(text, place)
        start = parted.end() if parted else place
        in_brackets = text.startswith("(", start)
        if "VERSO" in names and self.shapes["BACK"].match(text, place):
            return Found(place, place + 1, ("VERSO",))
        found = self.words.at(text, start + in_brackets)
        name = next((name for name in names if found and name in found.terminals), None)
        if found is None or name is None:
            return None
        end = found.end
        if end - found.start == 1 and start != place and not text.startswith((".", "°"), end):
            return None
        is_short = end - found.start <= _LONGEST_MARK
        if is_short and text.startswith(",", place):
            # "л. 5, об." is the leaf and its back
            return None
        if is_short and text.startswith((".", "°"), end) and not text[end + 1 : end + 2].isdigit():
            end += 1
        if in_brackets:
            if not text.startswith(")", end):
                return None
            end += 1
        return Found(found.start, end, (name,))

    def after_and(self, text: str, place: int) -> int | None:
        """Give the end of an "and" with the blanks around it, None where there is none."""
        comma = _COMMA.match(text, place)
        found = self.words.at(text, _spaces_end(text, comma.end() if comma else place))
        if found is None:
            return None
        end = _spaces_end(text, found.end)
        if "AND" in found.terminals or ("WITH" in found.terminals and self.is_verso(text, end)):
            return end
        return None

    def is_verso(self, text: str, place: int) -> bool:
        """Say whether a verso stands at a place without its number: "5 и об.", "5, об."."""
        found = self.words.at(text, place)
        return found is not None and "VERSO" in found.terminals

    def stands_alone(self, text: str, place: int, *, leaf: bool) -> bool:
        """Say whether the number at a place is followed by no word that would make it something else."""
        of_text, answers = self._answers
        if of_text is not text:
            # a pair of its own, so that another thread with another text never writes into it
            answers = {}
            self._answers = (text, answers)
        known = answers.get((place, leaf))
        if known is not None:
            return known
        seen = [place]
        answer = self._stands_alone(text, place, seen, leaf=leaf)
        # where commas are lost throughout, each number of the list has the answer of the last
        answers.update(((one, leaf), answer) for one in seen)
        return answer

    def _stands_alone(self, text: str, place: int, seen: list[int], *, leaf: bool) -> bool:
        while True:
            end = self.number_end("LEAF_NUMBER" if leaf else "NUMBER", text, place)
            if end is None:
                return False
            if leaf and self.mark(text, end, ("VERSO", "RECTO")):
                # a leaf for sure, whatever follows
                return True
            end = self._after_marks(text, end)
            if leaf and (dash := self.shapes["DASH"].match(text, end)):
                after = self.number_end("LEAF_NUMBER", text, dash.end())
                if after is None:
                    return False
                if self.mark(text, after, ("VERSO", "RECTO")):
                    return True
                end = self._after_marks(text, after)
            if self.shapes["LIST_END"].match(text, end) or self.after_and(text, end) is not None:
                return True
            label = self.label(text, self.end_of("BETWEEN", text, end))
            # "170-4, 20 Apr. 1936" is a date
            if label and label.terminals != ("OPIS_BEHIND_FOND",):
                return True
            if not (leaf and text.startswith(" ", end) and text[end + 1 : end + 2].isdigit()):
                return False
            place = end + 1
            seen.append(place)

    def is_note_number(self, text: str, place: int) -> bool:
        """Say whether the number at a place is that of the next note: "ll. 269ob-286ob. 138. Ibid."."""
        match = _NOTE_NUMBER.match(text, place)
        found = self.words.at(text, match.end()) if match else None
        return found is not None and bool({"IBID", "IBID_SHORT"}.intersection(found.terminals))

    def _after_marks(self, text: str, place: int) -> int:
        mark = self.mark(text, place, ("VERSO", "RECTO", "SUFFIX"))
        return mark.end if mark else self.end_of("LETTER_APART", text, place)

    def is_row(self, text: str, place: int) -> bool:
        """Say whether three numbers with slashes stand at a place."""
        for _ in range(2):
            end = self.number_end("SLOT", text, place)
            slash = self.shapes["SLASH"].match(text, end) if end is not None else None
            if slash is None:
                return False
            place = slash.end()
        return self.number_end("SLOT", text, place) is not None

    def date_end(self, text: str, place: int) -> int | None:
        """Say where a date in brackets ends: numbers, months and nothing else, a year or day and month."""
        match = _BEFORE_DATE.match(text, place)
        bracket = self.shapes["BRACKETED"].match(text, match.end() if match else place)
        if bracket is None or not _DIGITS_OF_A_DATE.search(bracket[1]) or _NOT_A_DATE.search(bracket[1]):
            return None
        words = self.shapes["WORD"].finditer(bracket[1])
        return bracket.end() if all(self.is_term(word[0], "MONTH") for word in words) else None


def _spaces_end(text: str, place: int) -> int:
    match = _SPACES.match(text, place)
    return match.end() if match else place


@cache
def vocabulary() -> Vocabulary:
    """Give the vocabulary, from its saved table where there is one."""
    kept = marshal.loads(saved("words", grammar_state(), _build))
    return Vocabulary(kept["terms"], kept["shapes"])


def _build() -> bytes:
    terms, shapes = split_terminals(terminals())
    return marshal.dumps({"terms": terms, "shapes": shapes})
