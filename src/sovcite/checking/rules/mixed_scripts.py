"""Letters of two scripts in one word.

What: A name, a designator or the letters of a number hold a Latin letter among Cyrillic ones, or the reverse.

Why: Nobody sees it, and no search finds the word. Only letters that look alike are meant, where all the other
letters of the word are of one script; a word in which both scripts have as many letters is left alone.

Example: ГAРФ. Ф. 17 (the second letter is a Latin A)

Use instead: ГАРФ. Ф. 17

Source: Unicode Technical Standard 39, confusables (which letters look alike).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sovcite.checking.alike import faults
from sovcite.checking.rule import Finding
from sovcite.checking.scripts import TO_CYRILLIC, TO_LATIN, is_cyrillic, is_latin
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix, Mention

_WORD = re.compile(r"[^\W\d_]{2,}")


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the words of names and designators, letter by letter."""
    return faults(survey, _faults)


def _faults(mention: Mention, text: str) -> Iterator[Finding]:
    for part in mention.parts:
        end = part.label_end if part.label_end > part.start else part.end
        for word in _WORD.finditer(text, part.start, end):
            right = in_one_script(word[0])
            if right is None:
                continue
            wrong = [unicodedata.name(a) for a, b in zip(word[0], right, strict=True) if a != b]
            yield Finding(
                note=mention.note,
                start=word.start(),
                end=word.end(),
                words={"words": quote(word[0]), "letters": ", ".join(dict.fromkeys(wrong)).lower()},
                fix=Fix(edits=(Edit(start=word.start(), end=word.end(), new=right),), safety="safe"),
            )


def in_one_script(word: str) -> str | None:
    """Write a word in the script of most of its letters; None where it is, or where that would be a guess.

    >>> in_one_script("ГAРФ"), in_one_script("ГАРФ"), in_one_script("GАRF")
    ('ГАРФ', None, 'GARF')
    """
    cyrillic = sum(is_cyrillic(letter) for letter in word)
    latin = sum(is_latin(letter) for letter in word)
    if not cyrillic or not latin or cyrillic == latin:
        return None
    table, wrong = (TO_CYRILLIC, is_latin) if cyrillic > latin else (TO_LATIN, is_cyrillic)
    if any(wrong(letter) and letter not in table for letter in word):
        return None
    return "".join(table[letter] if wrong(letter) else letter for letter in word)
