"""One string → one citation, or an error that names the part at fault and points at it."""

from __future__ import annotations

import re

from attrs import evolve

from sovcite.grammar import vocabulary
from sovcite.model import Citation, CitationSyntaxError, Mention, Span
from sovcite.reading.drafts import Draft, as_citation, in_text
from sovcite.reading.finder import Find, Unreadable, scan
from sovcite.reading.names import name_before
from sovcite.reading.view import View, view

_EDGES = " \t\r\n.,;:"
_LEVELS = {
    "FOND": "fond", "OPIS": "opis", "DELO": "file", "STORAGE_UNIT": "file", "SPRAVA": "file", "FILE": "file",
    "LEAF": "leaf", "PAGE": "page", "COLUMN": "column", "PAGE_OR_FOLDER": "page", "PAGE_OR_FILE": "page",
}  # fmt: skip
_WORDS = re.compile(r"\S+")
_MOST_WORDS = 60


def parse(text: str) -> Citation:
    """Read a text that is one citation, labelled (f. 17, op. 3) or in a row behind a known name (17/3/746).

    Raise CitationSyntaxError, with the words that are at fault and their place, for anything else: no
    citation, several, or other words beside one.

    Source: docs/reading.md names the forms that are read.

    >>> parse("РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49 об.").key
    'rgaspi/17/162/14'
    >>> parse("GARF f. 374 op. 27 d.")
    Traceback (most recent call last):
    sovcite.model.errors.CitationSyntaxError: file number missing after 'd.'
        GARF f. 374 op. 27 d.
                           ^^
    """
    return parse_mention(text).citation


def parse_mention(text: str) -> Mention:
    """Read a text as parse does, and give the citation with its place in the text and its parts."""
    seen = view(text)
    finds = list(scan(seen))
    first = finds[0] if finds else None
    if isinstance(first, Unreadable):
        raise CitationSyntaxError(first.reason, text, _span(seen, first.start, first.end))
    if first is None:
        raise _nothing_found(seen)
    start = first.start
    draft = first.drafts[0]
    if draft.ibid:
        words = _words_between(seen, draft.start, draft.parts[0].end)
        message = f"{words!r} stands for a citation before it: read it with its notes by find or resolve"
        raise CitationSyntaxError(message, text, _span(seen, draft.start, draft.parts[0].end))
    opened = seen.folded[_begin(seen) : start].strip() == "("
    if not opened:
        _refuse_words(seen, _begin(seen), start, "before")
    if len(first.drafts) > 1 or len(finds) > 1:
        other = first.drafts[1] if len(first.drafts) > 1 else finds[1]
        words = _words_between(seen, other.start, other.end)
        message = f"{words!r} begins another citation: read a list with find"
        raise CitationSyntaxError(message, text, _span(seen, other.start, other.end))
    # a citation in round brackets, as references in the text have them
    closed = opened and seen.folded.startswith(")", first.end)
    _refuse_words(seen, first.end + closed, len(seen.folded), "after")
    return _mention(seen, first, draft)


def _mention(seen: View, found: Find, draft: Draft) -> Mention:
    name = found.name
    repository = name.name if name else None
    if repository is not None and len(repository.candidates) > 1:
        from sovcite.data.ambiguity import why_ambiguous

        repository = evolve(repository, reason=why_ambiguous(repository))
    start, end = seen.back(found.start), seen.back_end(found.end)
    return Mention(
        citation=as_citation(draft, repository),
        start=start,
        end=end,
        raw=seen.text[start:end],
        kind="full" if name else "short",
        confidence="certain" if name and name.known else "probable",
        parts=in_text((*([name.part] if name else []), *draft.parts), seen),
    )


def _words_between(seen: View, start: int, end: int) -> str:
    """Give the words of the text between two places of the view, on one line and no more than a line."""
    words = " ".join(seen.printed(start, end).split())
    return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"


def _begin(seen: View) -> int:
    return len(seen.folded) - len(seen.folded.lstrip(_EDGES))


def _span(seen: View, start: int, end: int) -> Span:
    return Span(seen.back(start), seen.back_end(end))


def _refuse_words(seen: View, start: int, end: int, where: str) -> None:
    """Raise an error for words beside the citation: a designator without its number, or anything else."""
    rest = seen.folded[start:end]
    if not rest.strip(_EDGES):
        return
    start += len(rest) - len(rest.lstrip(_EDGES + "'\"()-/"))
    missing = _missing_number(seen, start) if where == "after" else None
    if missing is not None:
        raise missing
    end = start + len(seen.folded[start:end].rstrip(_EDGES))
    message = f"words {where} the citation: {_words_between(seen, start, end)!r}; take them out, or use find"
    raise CitationSyntaxError(message, seen.text, _span(seen, start, end))


def _missing_number(seen: View, place: int) -> CitationSyntaxError | None:
    found = vocabulary().words.at(seen.folded, place)
    level = next((_LEVELS[name] for name in found.terminals if name in _LEVELS), None) if found else None
    if found is None or level is None or vocabulary().label(seen.folded, place):
        return None
    end = found.end + seen.folded.startswith(".", found.end)
    message = f"{level} number missing after {seen.printed(place, end)!r}"
    return CitationSyntaxError(message, seen.text, _span(seen, place, end))


def _nothing_found(seen: View) -> CitationSyntaxError:
    for word in _WORDS.finditer(seen.folded):
        missing = _missing_number(seen, word.start())
        if missing is not None and seen.folded[word.end() - 1] == ".":
            return missing
    start, end = _begin(seen), len(seen.folded.rstrip())
    if start >= end:
        message = "nothing to read: write a citation like 'GARF f. 374 op. 27 d. 1211 l. 13'"
        return CitationSyntaxError(message, seen.text, _span(seen, 0, 0))
    name = name_before(seen, end, 0)
    if name is not None and name.known:
        message = f"fond, opis or file missing after {_words_between(seen, name.start, name.end)!r}"
        return CitationSyntaxError(message, seen.text, _span(seen, name.start, name.end))
    words = _words_between(seen, start, max(start, end))
    message = f"no citation in {words!r}: write it like 'GARF f. 374 op. 27 d. 1211 l. 13'"
    return CitationSyntaxError(message, seen.text, _span(seen, min(start, len(seen.folded)), max(start, end)))
