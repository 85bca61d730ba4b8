"""The text as it is read: look-alike letters, dashes, spaces and markup folded, with a way back.

One grammar serves Cyrillic, Latin and scanned text because look-alike letters are one letter in a
view (Russian "с" and Latin "c"), and because the grammar's own words are folded in the same way.
Folding changes one character for one; only what has no width of its own (soft hyphens, combining
accents) is taken out, and then the view keeps a map back. Offsets are code points of the text given.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from sovcite.grammar.folding import fold, fold_common


@cache
def _markup() -> re.Pattern[str]:
    """What a text carries inside a citation without meaning: inline tags, entities, emphasis, ties.

    Markdown's * and _ count at the border of a word only.
    """
    return re.compile(
        r"</?(?:nobr|b|i|em|strong|u|s|sup|sub|span|font|small|a|wbr|br|mark|td|th)(?=[\s>/])[^<>]{0,300}>"
        r"|&(?:[a-z]+|\#[0-9]+|\#x[0-9a-f]+);"
        r"|\*\*|__|(?<!\w)[*_](?=[\w(])|(?<=[\w.)])[*_](?!\w)"
        r"|â€[“”\"]|â\x80[\x93\x94]|(?<=[0-9])â(?=[0-9])|~|\\[,;:!](?=\s?\S)",
        re.IGNORECASE,
    )


_ENTITIES = {
    "&nbsp;": " ", "&thinsp;": " ", "&ensp;": " ", "&ndash;": "-", "&mdash;": "-", "&minus;": "-",
    "&#8470;": "№", "&#160;": " ", "&#xa0;": " ", "&#8211;": "-", "&#8212;": "-", "&shy;": " ",
    "&laquo;": '"', "&raquo;": '"', "&quot;": '"', "&#39;": "'", "&apos;": "'", "&rsquo;": "'",
}  # fmt: skip
_MARKS = "<&*_~\\#"
# a dash of UTF-8 read as another encoding; alone the letter is one of French and Romanian
_DASH = re.compile(r"â[€\x80]|(?<=[0-9])â[0-9]", re.IGNORECASE)
# \textit{Ibid.} and #emph[chast'], whose closing brackets go with the opening ones
_CONTENT = re.compile(r"(\\(?:text[a-z]{2}|emph|mbox)\{|#(?:emph|strong)\[)([^{}\[\]\n]{0,60})[}\]]")
_WIDTHLESS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# З scanned for 3: beside a digit, or alone behind a designator; it stands first, for the search skips to it
_MISREAD = re.compile(
    r"З(?:(?<=[0-9]З)(?![^\W\d_])|(?<![^\W\d_]З)(?=[0-9])"
    r"|(?:(?<=[Oo]п\. З)|(?<=[ФДЛфдл]\. З)|(?<=[Oo]п\.З)|(?<=[ФДЛфдл]\.З))(?=[.,;]|\s|\Z))"
)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ac]\n(?=[^\W\d_])")


class View(NamedTuple):
    """A text and its folded form; offsets maps places of the folded form back, None where they are the same."""

    text: str
    folded: str
    offsets: tuple[int, ...] | None = None
    # the text with digits for what was scanned as letters, None where there is nothing of the kind
    mended: str | None = None

    def back(self, place: int) -> int:
        """Turn a place of the folded form into the place of the text it stands for."""
        return place if self.offsets is None else self.offsets[place]

    def printed(self, start: int, end: int) -> str:
        """Give what the text prints between two places of the folded form, without what folding took out."""
        text = (self.mended or self.text)[self.back(start) : self.back_end(end)]
        if self.offsets is None:
            return text if fold(text) == self.folded[start:end] else self._without_markup(text, start)
        return unicodedata.normalize("NFC", _UNSEEN.sub("", _BROKEN_WORD.sub("", text)))

    def _without_markup(self, text: str, start: int) -> str:
        """Leave out tags and entities, and have what was misread as it is read."""
        seen = zip(text, self.folded[start : start + len(text)], strict=True)
        return re.sub(" +", " ", "".join(one if fold(one) == read else read for one, read in seen))

    def back_end(self, place: int) -> int:
        """Turn an end (excluded) of the folded form into the end in the text."""
        if self.offsets is None or place == 0:
            return self.back(place)
        return self._after(self.offsets[place - 1] + 1)

    def _after(self, place: int) -> int:
        while place < len(self.text) and unicodedata.combining(self.text[place]):
            place += 1
        return place


def view(text: str) -> View:
    """Fold a text for reading; offsets are kept as they are wherever nothing had to be taken out.

    >>> view("РГАСПИ. Ф.\N{NO-BREAK SPACE}17").folded
    'PГACПИ. Ф. 17'
    """
    common = fold_common(text)
    folded = fold(text) if common is None else common
    # each by itself: that is far faster than one pattern
    if any(mark in folded for mark in _MARKS) or ("â" in folded and _DASH.search(folded)):
        folded = _markup().sub(_blank, _CONTENT.sub(_without_brackets, folded))
    mended = None
    if "З" in folded and _MISREAD.search(folded):
        misread = [match.start() for match in _MISREAD.finditer(folded)]
        folded, mended = _with_digits(folded, misread), _with_digits(text, misread)
    is_broken = ("-\n" in folded or "\u00ac\n" in folded) and bool(_BROKEN_WORD.search(folded))
    if not is_broken and (common is not None or not _WIDTHLESS.search(folded)):
        return View(text=text, folded=folded, mended=mended)
    return _without_widthless(text, folded)._replace(mended=mended)


def _with_digits(text: str, places: list[int]) -> str:
    letters = list(text)
    for place in places:
        letters[place] = "3"
    return "".join(letters)


def _without_brackets(match: re.Match[str]) -> str:
    return " " * len(match[1]) + match[2] + " "


def _blank(match: re.Match[str]) -> str:
    """Write blanks over a tag, the character it means over an entity; the length stays."""
    found = match[0]
    # a dash of UTF-8 read as another encoding
    meant = "-" if found.startswith("â") else _ENTITIES.get(found.lower(), " ") if found.startswith("&") else " "
    return meant + " " * (len(found) - 1)


def _without_widthless(text: str, folded: str) -> View:
    """Take out soft hyphens, line-end hyphens and accents, and put decomposed letters together."""
    letters: list[str] = []
    offsets: list[int] = []
    broken = {place for match in _BROKEN_WORD.finditer(folded) for place in range(*match.span())}
    for place, letter in enumerate(folded):
        if place in broken:
            continue
        if _WIDTHLESS.match(letter):
            if letters and unicodedata.combining(letter):
                whole = unicodedata.normalize("NFC", text[offsets[-1]] + letter)
                if len(whole) == 1:
                    letters[-1] = fold(whole)
            continue
        letters.append(letter)
        offsets.append(place)
    offsets.append(len(folded))
    return View(text=text, folded="".join(letters), offsets=tuple(offsets))
