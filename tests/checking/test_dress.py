"""What rules rest on to be fast: the dress decides what it is asked for, a rule of reach "note" looks no further."""

from collections.abc import Callable
from itertools import count
from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import sovcite.checking.survey
from sovcite.checking import RULES, Settings, Survey, check_survey, survey_notes
from sovcite.model import Diagnostic, Note
from sovcite.testing import some_document
from sovcite.testing.tables import damages, forms

_STYLED = Settings(style="gost", modes={rule.code: "style" for rule in RULES if rule.follows_style})


def _manuscript(seed: int) -> list[Note]:
    """Write notes in a few forms, so that many citations have one dress, and damage one in three."""
    rng = Random(seed)
    few = rng.sample(list(forms()), 3)
    texts = [some_document(rng, few, damages() if rng.random() < 1 / 3 else ()).text for _ in range(30)]
    kinds = ("footnote", "footnote", "body")
    return [Note(text=text, kind=rng.choice(kinds), number=str(place)) for place, text in enumerate(texts, start=1)]


def _each_by_itself(survey: Survey, chosen: Settings) -> list[Diagnostic]:
    """Check as if no two citations had one dress."""
    numbers = count()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sovcite.checking.survey, "dress_of", lambda *_: next(numbers))
        return check_survey(Survey(notes=survey.notes, mentions=survey.mentions, unread=survey.unread), chosen)


def _note_by_note(survey: Survey) -> list[Diagnostic]:
    """Look at each note as if it were the only one, its citations read as they are."""
    found = []
    for place, note in enumerate(survey.notes):
        alone = Survey(
            notes=(note,), mentions=tuple(evolve(one, note=0) for one in survey.in_note(place)),
            unread=tuple(evolve(one, note=0) for one in survey.unread if one.note == place),
        )  # fmt: skip
        found += [evolve(one, note=place) for one in check_survey(alone, reach="note")]
    return found


@pytest.fixture(params=["examples", "generated"])
def each_manuscript(request: pytest.FixtureRequest, examples) -> Callable[[Callable[[list[Note]], None]], None]:
    """Give what runs a check on the notes of all examples together, or on generated manuscripts."""

    def run(check: Callable[[list[Note]], None]) -> None:
        if request.param == "examples":
            return check([note for example in examples for note in example.notes])
        return settings(max_examples=25, deadline=None)(
            given(st.integers(min_value=0, max_value=2**32))(lambda seed: check(_manuscript(seed)))
        )()

    return run


def test_the_dress_decides(each_manuscript) -> None:
    seen = []

    def check(notes: list[Note]) -> None:
        survey = survey_notes(notes)
        seen.append(max(map(len, survey.dresses), default=0))
        for chosen in (Settings(), _STYLED):
            assert check_survey(survey, chosen) == _each_by_itself(survey, chosen)

    each_manuscript(check)
    assert max(seen) > 1


def test_rules_of_a_note_look_at_nothing_else(each_manuscript) -> None:
    found = []

    def check(notes: list[Note]) -> None:
        survey = survey_notes(notes)
        found.extend(check_survey(survey, reach="note"))
        assert check_survey(survey, reach="note") == _note_by_note(survey)

    each_manuscript(check)
    assert found
