"""Ibid. after a note with several sources.

What: A short form (Ibid., Там же) opens a note, and the note before cites more than one source it could
mean.

Why: A reader takes the last of them, the author may have meant the first. Sources that agree in
everything that the short form takes over are no fault.

Example: 5. GARF, f. 374, op. 27, d. 1211, l. 13; RGASPI, f. 17, op. 85, d. 289, l. 57. 6. Ibid., l. 60

Use instead: 6. RGASPI, f. 17, op. 85, d. 289, l. 60

Source: Chicago Manual of Style, 17th ed., 14.34 (never after a note that contains more than one
citation).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sovcite.checking.rule import Finding
from sovcite.checking.survey import Survey
from sovcite.checking.wording import in_short, quote
from sovcite.model import Citation, Mention


def look(survey: Survey) -> Iterator[Finding]:
    """Look at the short forms that open a note, and at what the note before cites."""
    for mention, short in survey.short_forms:
        before = survey.before(mention.note)
        if mention.kind != "ibid" or before is None or not mention.inherited:
            continue
        if survey.in_note(mention.note)[0] != mention:
            continue
        sources = _sources(survey.in_note(before), mention)
        if len(sources) > 1:
            words = quote(survey.text(mention)[short.start : short.end])
            said = {
                "words": words, "count": len(sources), "note": survey.notes[before].label,
                "sources": "; ".join(sources),
            }  # fmt: skip
            yield Finding(note=mention.note, start=short.start, end=short.end, words=said)


def _sources(earlier: Sequence[Mention], mention: Mention) -> list[str]:
    """Name the sources that differ in what the short form takes over from them."""
    different: dict[tuple[object, ...], str] = {}
    for one in earlier:
        taken = _taken_over(one.citation, mention)
        if one.citation.fond is not None:
            different.setdefault(taken, in_short(one.citation))
    return list(different.values())


def _taken_over(citation: Citation, mention: Mention) -> tuple[object, ...]:
    taken: tuple[object, ...] = tuple(
        getattr(citation, level) for level in mention.inherited if level != "leaves"
    )
    return (*taken, citation.units if "file" in mention.inherited else ())
