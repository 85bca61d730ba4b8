"""What the rules take, the citations having been read: python tests/bench/rules.py [dev.jsonl]

Three manuscripts of 2,000 notes each: in few ways of writing, as one author writes; generated in every form that
sovcite.testing knows, as no author does; and, where the gold passages are given, these again and again. Prints
medians of five of the processor's time with the rules that took most, each time on a survey that nothing was asked yet.
"""

import gc
import json
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median

from manuscript import _text
from sovcite.checking import RULES, Survey, check_survey, survey_notes
from sovcite.model import Note
from sovcite.testing import some_document

_NOTES, _TIMES, _SHOWN = 2000, 5, 3


def _manuscripts() -> Iterator[tuple[str, list[str]]]:
    draw = Random(5)
    yield "one author", [_text(place, draw).strip() for place in range(1, _NOTES + 1)]
    yield "every form", [some_document(draw).text for _ in range(_NOTES)]
    for file in sys.argv[1:]:
        gold = [json.loads(line)["text"] for line in Path(file).read_text(encoding="utf-8").splitlines()]
        yield "gold passages", list(islice(cycle(gold), _NOTES))


def _again(survey: Survey) -> Survey:
    return Survey(notes=survey.notes, mentions=survey.mentions, unread=survey.unread)


def main() -> None:
    # as the command line does
    gc.set_threshold(20_000, 50, 50)
    for name, texts in _manuscripts():
        notes = [Note(text=text, kind="footnote", number=str(place)) for place, text in enumerate(texts, start=1)]
        survey = survey_notes(notes)
        seconds = []
        for _ in range(_TIMES):
            asked = _again(survey)
            start = time.process_time()
            found = check_survey(asked)
            seconds.append(time.process_time() - start)
        took: dict[str, float] = {}
        for rule in RULES:
            start = time.process_time()
            list(rule.look(asked))
            took[rule.code] = time.process_time() - start
        most = sorted(took, key=lambda code: -took[code])[:_SHOWN]
        print(
            f"{name:<14} {len(survey.mentions)} citations in {len(asked.dresses)} dresses, {len(found)} findings: "
            f"{median(seconds):.3f} s; most: " + ", ".join(f"{code} {took[code]:.3f} s" for code in most)
        )


if __name__ == "__main__":
    main()
