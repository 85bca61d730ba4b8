"""The name of the repository beside a run of numbers: in front of it, behind it, or in a heading above it.

A name is known where the table of repositories has it. Of others only the shape is seen: an abbreviation in
capitals (AGTsTM), or a phrase about an archive (Партархив Чувашского обкома КПСС).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sovcite.data.authority import longest_name_words, lookup
from sovcite.grammar import fold, vocabulary
from sovcite.model import RepositoryName
from sovcite.reading.drafts import Printed
from sovcite.reading.phrases import (
    WORD,
    ends_a_sentence,
    is_abbreviation,
    is_phrase,
    part_of_a_library,
    phrase_start,
    says_archive,
)
from sovcite.reading.view import View

# so far back a name of many words may begin, and so far above a heading may stand
_REACH = 240
# what may stand between a name and its numbers
SEPARATORS = frozenset(" .,:;(\"'[-/*|·•>\n")
_CHAIN = re.compile(r"[\W\d_]{0,3}+[^\W\d_]*+(?:[\s.'-]+[^\W\d_]*+)*+")
_JOINED = re.compile(r"\.?[ ]?\.?\n?[ ]*")
# the name of the fond may stand before the archive: фонд 694 («Радзівілы, князі») НГАБ
_GLOSS = r" ?\([^()0-9]{2,80}\)(?=[ ,])"
_ABBREVIATION = r" \(([^()0-9\n]{2,24})\)"
_BEHIND = r"[ ,()\n]{0,8}"
# patterns for what is rare are compiled when they are first used: re keeps them
_BRACKETS = r"(?s)(.*[^\s(])\s*[(\[]([^()\[\]0-9]{2,160})[)\]]\Z"
_CITY = r", (?:[гm]\. ?)?(?:St\. )?[A-ZБ-ЯІЇЄҐ][^\W\d_]+(?:[ -][A-ZБ-ЯІЇЄҐ][^\W\d_]+){0,2}\Z"
_MOST_WORDS = 12
_WORDS_OF_A_PLACE = 4
_SHORTEST_NEARBY = 4
_SHORTEST_SPELT_OUT = 3
_FIELD = fold(r"(?i)(?:archive|архив|архів)[^\n]{0,24}\Z")


class Name(NamedTuple):
    """A repository's name in a text: folded[start:end]."""

    start: int
    end: int
    name: RepositoryName

    @property
    def known(self) -> bool:
        """Whether the table of repositories has it."""
        return bool(self.name.id or self.name.candidates)

    @property
    def part(self) -> Printed:
        """The name as a part of its citation, in the folded text."""
        return Printed("repository", self.start, self.end, self.start)


def name_before(view: View, place: int, floor: int) -> Name | None:
    """Give the name that ends right before a place, and begins not before floor."""
    floor = max(floor, place - _REACH)
    end = _over_separators(view.folded, place, floor)
    part = _part_start(view, end, floor)
    whole = name_before(view, part, floor) if part is not None else None
    if whole is not None and (whole.known or is_abbreviation(whole.name.written)):
        # РНБ. Отдел рукописей
        return Name(whole.start, end, _as_name(view, whole.start, end, whole.name.id, whole.name.candidates))
    if view.folded[end - 1 : end] in (")", "]"):
        return _bracketed(view, end, floor)
    return _ending_at(view, end, floor)


def _before_city(view: View, end: int, floor: int) -> Name | None:
    """Read a name that its city follows: Российский государственный исторический архив, Санкт-Петербург."""
    city = re.search(_CITY, view.folded[floor:end])
    found = _ending_at(view, floor + city.start(), floor) if city else None
    return found if found and (found.known or is_phrase(found.name.written)) else None


def _over_separators(folded: str, place: int, floor: int) -> int:
    """Go back over what may stand between a name and its numbers, an empty line excepted."""
    is_below = False
    while place > floor and (letter := folded[place - 1]) in SEPARATORS:
        if letter == "\n" and is_below:
            break
        is_below = letter == "\n" or (is_below and letter == " ")
        place -= 1
    return place


def _part_start(view: View, end: int, floor: int) -> int | None:
    """Give the start of the words before a place where they name a part of a library."""
    words = _words_before(view.folded, end, floor)
    for count in (1, 2, 3):
        if len(words) >= count and vocabulary().is_term(view.folded[words[-count].start() : end], "NAME_PART"):
            start = words[-count].start()
            is_parted = view.folded[max(floor, start - 2) : start].strip(" ") in (".", ",")
            return start if is_parted else None
    return None


def _bracketed(view: View, end: int, floor: int) -> Name | None:
    """Read "Long Name (ABBR)", "ABBR (Moscow)": both together, or the one of them that is a name."""
    match = re.search(_BRACKETS, view.folded[floor:end])
    if match is None:
        return None
    outer_end, inner_start = floor + match.end(1), floor + match.start(2)
    first = vocabulary().words.at(view.folded, inner_start)
    if first and "HEREAFTER" in first.terminals:
        inner_start = vocabulary().end_of("BETWEEN", view.folded, first.end)
    outer, inner = _ending_at(view, outer_end, floor), _ending_at(view, floor + match.end(2), inner_start)
    if inner is None or inner.start != inner_start:
        is_place = view.folded[inner_start : inner_start + 1].isupper()
        return outer if outer and (outer.known or is_place) else None
    outer = outer or _phrase_with_place(view, outer_end, floor) or _spelt_out(view, outer_end, floor, inner)
    if outer is None:
        return inner
    both = _as_name(view, outer.start, end, inner.name.id or outer.name.id, inner.name.candidates)
    return Name(outer.start, end, both)


def _spelt_out(view: View, end: int, floor: int, abbreviation: Name) -> Name | None:
    """Read the words before an abbreviation whose letters they begin with: Records of Modern History (RMH)."""
    letters = [letter for letter in abbreviation.name.written if letter.isupper()]
    words = [word for word in _words_before(view.folded, end, floor) if word[0][0].isupper()][-len(letters) :]
    initials = [view.text[view.back(word.start())] for word in words]
    if initials != letters or len(letters) < _SHORTEST_SPELT_OUT:
        return None
    return Name(words[0].start(), end, _as_name(view, words[0].start(), end))


def _phrase_with_place(view: View, end: int, floor: int) -> Name | None:
    """Read a phrase about an archive with its city behind a comma: … архів України, м. Львів."""
    comma = view.folded.rfind(", ", floor, end)
    if comma < 0 or len(view.folded[comma:end].split()) > _WORDS_OF_A_PLACE:
        return None
    phrase = _ending_at(view, comma, floor)
    return phrase and Name(phrase.start, end, _as_name(view, phrase.start, end, phrase.name.id))


def _ending_at(view: View, end: int, floor: int) -> Name | None:
    words = _words_before(view.folded, end, floor)
    if not words or view.folded[words[-1].end() : end] not in ("", ".", '"') or len(words) == len(words[0][0]) == 1:
        return None
    if says_archive(words):
        words = words[:-1]
        end = words[-1].end()
    for first in words[-longest_name_words() :]:
        found = lookup(view.printed(first.start(), end))
        # "областной госархив" is more than the word that several bear
        if found and (len(found) == 1 or first[0][0].isupper()):
            start = part_of_a_library([word for word in words if word.start() <= first.start()])
            return _known(view, first.start() if start is None else start, end, found)
    start = _keeper_start(view.folded, words[-_MOST_WORDS:], end)
    start = phrase_start(words[-_MOST_WORDS:]) if start is None else start
    if start is None:
        return None
    # ЦПА ИМЛ при ЦК КПСС: the first words may be known
    firsts = (lookup(view.printed(start, word.end())) for word in reversed(words) if word.start() >= start)
    ids = next((found for found in firsts if found), ())
    return Name(start, end, _as_name(view, start, end, ids[0] if len(ids) == 1 else None, ids))


def _keeper_start(folded: str, words: Sequence[re.Match[str]], end: int) -> int | None:
    """Find where an office of police or security begins that ends at a place: УФСБ по Рязанской области."""
    for word in words:
        keeper = vocabulary().shapes["KEEPER"].match(folded, word.start(), end) if word[0][0].isupper() else None
        if keeper is not None and keeper.end() == end:
            return word.start()
    return None


def _known(view: View, start: int, end: int, ids: Sequence[str]) -> Name:
    if len(ids) == 1:
        return Name(start, end, _as_name(view, start, end, ids[0]))
    return Name(start, end, _as_name(view, start, end, None, tuple(ids)))


def _as_name(
    view: View, start: int, end: int, id_: str | None = None, candidates: tuple[str, ...] = ()
) -> RepositoryName:
    written = view.text[view.back(start) : view.back_end(end)]
    return RepositoryName(written=written, id=id_, candidates=() if id_ else candidates)


def _words_before(folded: str, end: int, floor: int) -> list[re.Match[str]]:
    """Give the words that end at a place with nothing but blanks and stops of abbreviations between them."""
    words: list[re.Match[str]] = []
    # the nearest character that stands between no two words of a name
    reach = _CHAIN.match(folded[floor:end][::-1])
    for word in WORD.finditer(folded, end - reach.end() if reach else end, end):
        if words and not _JOINED.fullmatch(folded, words[-1].end(), word.start()):
            words.clear()
        words.append(word)
    return words


def name_after(view: View, place: int, *, inside: bool = False) -> Name | None:
    """Give the name right behind a place: Fond 102, Case 35, GARF; фонд 582 Дзяржаўнага Архіву Літвы.

    inside: other parts of the citation follow the name.
    """
    found = _name_at(view, place, inside=inside)
    gloss = re.compile(_GLOSS).match(view.folded, place) if found is None else None
    return _name_at(view, gloss.end(), inside=inside) if gloss else found


def _name_at(view: View, place: int, *, inside: bool) -> Name | None:
    folded = view.folded
    match = re.compile(_BEHIND).match(folded, place)
    start = match.end() if match else place
    link = vocabulary().words.at(folded, start)
    if link is not None and "NAME_LINK" in link.terminals:
        start = link.end + (folded[link.end : link.end + 1] == " ")
    words: list[re.Match[str]] = []
    for word in WORD.finditer(folded, start, start + _REACH):
        before = words[-1].end() if words else start
        if not _JOINED.fullmatch(folded, before, word.start()) or len(words) == _MOST_WORDS:
            break
        words.append(word)
    if not words or words[0].start() != start or not words[0][0][0].isupper():
        return None
    for last in reversed(words):
        found = lookup(view.printed(start, last.end()))
        # "Dato" is a word, ДАТО an archive
        is_word = last is words[0] and not is_abbreviation(last[0])
        if found and not is_word and _opens_a_citation(folded, last.end()) == inside:
            return _with_abbreviation(view, _known(view, start, last.end(), found))
    last_of_sentence = next((place for place, word in enumerate(words) if ends_a_sentence(word)), len(words))
    words = words[: last_of_sentence + 1]
    is_phrase = any(vocabulary().shapes["ARCHIVE_WORD"].fullmatch(word[0]) for word in words)
    if is_phrase and _opens_a_citation(folded, words[-1].end()) == inside:
        return _with_abbreviation(view, Name(start, words[-1].end(), _as_name(view, start, words[-1].end())))
    return None


def _with_abbreviation(view: View, name: Name) -> Name:
    """Take in the abbreviation in brackets behind a long name."""
    match = re.compile(_ABBREVIATION).match(view.folded, name.end)
    if match is None or not is_abbreviation(match[1].split()[0]):
        return name
    ids = (name.name.id,) if name.name.id else lookup(view.printed(match.start(1), match.end(1)))
    return _known(view, name.start, match.end(), ids) if ids else name


def _opens_a_citation(folded: str, place: int) -> bool:
    between = vocabulary().shapes["BETWEEN"].match(folded, place)
    end = between.end() if between else place
    return folded[end : end + 1].isdigit() or vocabulary().label(folded, end) is not None


def name_nearby(view: View, place: int, floor: int) -> Name | None:
    """Give the last name that is known between floor and a place, as a heading or the sentence before has it."""
    floor = max(floor, place - _REACH)
    before_city = _before_city(view, _over_separators(view.folded, place, floor), floor)
    if before_city is not None:
        return before_city
    words = list(WORD.finditer(view.folded, floor, place))
    for number in range(len(words) - 1, -1, -1):
        if not is_abbreviation(words[number][0]):
            continue
        for last in reversed(words[number : number + 4]):
            if not _JOINED.fullmatch(view.folded, words[number].end(), last.start()) and last is not words[number]:
                continue
            printed = view.printed(words[number].start(), last.end())
            found = lookup(printed)
            if found and len(printed) >= _SHORTEST_NEARBY:
                end = last.end() + (view.folded[last.end() : last.end() + 1] == ")")
                return name_before(view, end, floor)
        if re.search(_FIELD, view.folded[floor : words[number].start()]):
            return name_before(view, words[number].end(), floor)
    shapes = vocabulary().shapes
    archives = (word for word in reversed(words) if shapes["ARCHIVE_WORD"].fullmatch(word[0]))
    phrases = (word for word in archives if not shapes["ARCHIVAL"].fullmatch(word[0]))
    named = (name_before(view, _phrase_end(view, word.end(), place), floor) for word in phrases)
    return next((name for name in named if name is not None and name.name.written[:1].isupper()), None)


def _phrase_end(view: View, end: int, place: int) -> int:
    """Go on over the names behind the word for archive: архіві України."""
    for word in WORD.finditer(view.folded, end, place):
        if view.folded[end : word.start()] != " " or not word[0][0].isupper():
            break
        end = word.end()
    return end
