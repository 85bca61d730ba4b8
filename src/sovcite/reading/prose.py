"""Words of prose that look like a reference: he lived там же; Ibid., n. 63 is a note of a book; В 1932 г. урожай."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sovcite.grammar import vocabulary
from sovcite.grammar.words import word_key
from sovcite.reading.drafts import BELOW_OPIS, is_bare_letter
from sovcite.reading.pieces import Run
from sovcite.reading.view import View

# Там же находился …; прож. Там же. русская
_GOES_ON_AS_PROSE = re.compile(r" +(?:[0-9]+ +)?[^\W\d_]*[a-zа-яёіїєґў]{2}|\. +[a-zа-яёіїєґў]{3}")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[.:]*\Z")
_BEGINS_A_CLAUSE = re.compile(r"(?:;|[0-9][.)])\Z")
_LOOK_BACK = 24
_ENDS_A_CLAUSE = re.compile(r"\s*(?:[.;)\]]|\Z)")
_LETTER_AND_NUMBER = re.compile(r"([^\W\d_]) [0-9]++(?= ([^\W\d_]++)(?!['\w°-])( [0-9])?)")
# such words are no designators, and end a run
_OF_NAMES = frozenset(("NAME_STOP", "NAME_CONNECTOR", "NO_ARCHIVE", "OFFICE", "MONTH"))
_LINK = "NAME_LINK"
# behind Ibid. a note; behind Samas nimistu, the opis
_NOTE = "n"


def is_said_in_prose(view: View, run: Run) -> bool:
    """Say whether a short form is none: прож. там же, русская; Там же жил и он; Ibid., K174; Ibid., n. 63."""
    folded, place = view.folded, run.end
    found = vocabulary().words.at(folded, run.start)
    if len(run.pieces) > 1:
        first = run.pieces[1]
        label = folded[first.start : first.label_end]
        if first.kind == "opis" and label.strip(" .,") == _NOTE:
            return found is not None and "IBID_SHORT" in found.terminals
        if first.kind == "delo" and len(run.pieces) == 2 and len(label.strip(" .")) == 1:
            # прож. там же, д. 25
            return _is_small_in_prose(folded, run, place)
        if first.kind == "fond" and len(run.pieces) == 2 and label.startswith("f"):
            # f. I 70a, a folio as scanners read it
            return not folded[first.label_end].isdigit()
        # Там же. Л 12 has no other sense
        return is_bare_letter(label) and label.isupper() and label.isascii()
    if found is None or "IBID" not in found.terminals or _GOES_ON_AS_PROSE.match(folded, place):
        return found is not None and "IBID" in found.terminals
    return _is_small_in_prose(folded, run, place)


def _is_small_in_prose(folded: str, run: Run, place: int) -> bool:
    """Say whether a short form in small letters stands in the middle of a sentence that ends behind a place."""
    if not folded[run.start].islower():
        return False
    # in small letters it stands in brackets, behind "см.", or by itself between two signs
    before = folded[max(0, run.start - _LOOK_BACK) : run.start].rstrip(" ")
    if not before or before[-1] in "([\n":
        return False
    pointing = _LAST_WORD.search(before)
    if pointing is not None:
        return not any(vocabulary().is_term(pointing[1], terminal) for terminal in ("NAME_STOP", "NAME_CONNECTOR"))
    return not (_ENDS_A_CLAUSE.match(folded, place) and _BEGINS_A_CLAUSE.search(before))


def is_letter_of_prose(folded: str, place: int) -> bool:
    """Say whether a word of one letter and its number, a file or leaf, are all of a run: В 1932 г. урожай.

    The commonest only, which are seen without reading the run: a word follows that begins no part of one.
    """
    match = _LETTER_AND_NUMBER.match(folded, place)
    if match is None or match[1].casefold() not in _letters_below_opis():
        return False
    if not _begins_nothing(match[2], is_linked=match[3] is not None):
        return False
    # neither the letter of its number nor the name of what has an opis behind it
    shapes, end = vocabulary().shapes, match.end()
    return not shapes["LETTER_APART"].match(folded, end) and not shapes["GLOSS"].match(folded, end)


@lru_cache(maxsize=4096)
def _begins_nothing(word: str, *, is_linked: bool) -> bool:
    """Say whether a word begins no part of a run; is_linked: a number follows, so that no designator does."""
    words, key = vocabulary().words, word_key(word)
    harmless = _OF_NAMES.union((_LINK,) if is_linked else ())
    return key not in words.starts and harmless.issuperset(words.terminals.get(key, ()))


@cache
def _letters_below_opis() -> frozenset[str]:
    """Give the letters that stand for a file or leaf before a number, and for nothing else, alone or as a last word."""
    words = vocabulary().words
    below = {terminal for names in words.terminals.values() for terminal in names if terminal.lower() in BELOW_OPIS}
    return frozenset(
        key for key, names in words.terminals.items()
        if len(key) == 1 and key not in words.ends and below.intersection(names)
        and below.union(_OF_NAMES, (_LINK,)).issuperset(names)
    )  # fmt: skip
