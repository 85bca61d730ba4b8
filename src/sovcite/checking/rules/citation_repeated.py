"""The same citation as in the note before.

What: A note repeats the whole citation of the note before, in a manuscript that writes Ibid. (Там же) for that.

Why: The custom of the manuscript is broken in one place, so only a hint. Only notes with one citation each are
compared, and only citations that agree down to the leaf.

Example: 4. РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 2. 5. РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 2

Use instead: 5. Там же.

Source: GOST R 7.0.5-2008, 8 (repeated references).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sovcite.checking.rule import Finding
from sovcite.checking.scripts import script_of
from sovcite.checking.survey import Survey
from sovcite.checking.wording import quote
from sovcite.model import Edit, Fix

# so often the manuscript must use a short form before it is its custom
_ENOUGH = 3


def look(survey: Survey) -> Iterator[Finding]:
    """Look at pairs of notes that follow each other."""
    forms = Counter(
        survey.text(mention)[part.start : part.end].rstrip(" .,") for mention, part in survey.short_forms
    )
    if not any(times >= _ENOUGH for times in forms.values()):
        return
    for mention in survey.mentions:
        place = survey.before(mention.note)
        if mention.kind != "full" or place is None or len(survey.in_note(mention.note)) > 1:
            continue
        earlier = survey.in_note(place)
        if len(earlier) != 1 or earlier[0].citation != mention.citation or not mention.citation.file:
            continue
        script = script_of(mention.raw)
        usual = [(form, times) for form, times in forms.most_common() if script_of(form) == script]
        if not usual or usual[0][1] < _ENOUGH:
            continue
        short = usual[0][0] + ("." if script == "latin" else "")
        words = {"note": survey.notes[place].label, "short": quote(short), "times": usual[0][1]}
        fix = Fix(edits=(Edit(start=mention.start, end=mention.end, new=short),), safety="ask")
        yield Finding(note=mention.note, start=mention.start, end=mention.end, words=words, fix=fix)
