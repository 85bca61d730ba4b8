"""Print docs/exactness.md: how many citations are read exactly, by source, language, damage and family.

    python tests/generated/exactness.py > docs/exactness.md

Reads ../shared/corpus/dev.jsonl where it stands beside the project, the tables of tests/reading and generated texts.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from types import ModuleType

from attrs import define

from sovcite import Mention, find
from sovcite.exchange.records import mention_record
from sovcite.testing import Document, differences, some_decoy, some_document
from sovcite.testing.choosing import fitting
from sovcite.testing.tables import Damage, damages, decoys, forms
from sovcite.testing.writing import write

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
TABLES = ROOT / "tests" / "reading"
# texts of each form and of each damage: some 20,000 citations
_TIMES, _SPOILT = 35, 60

HEAD = """# How exactly texts are read

Made by `python tests/generated/exactness.py > docs/exactness.md`; the same tables give the same page.

**exact** is the share of the citations in the texts that are given with every field right (repository as written, fond,
opis, file, further units, leaves, date), **clean** the share where both ends of the citation are right too. **extra**
counts citations that are said and are none; one with a wrong field is missing and extra.

What the numbers do not mean: the gold passages and the tables were at hand while the grammar was written, so they show
that what was seen is read; what was not seen is read less well. The generated texts are templates copied from print and
filled with drawn numbers: they show that a form is read whatever its numbers and neighbours are, and say nothing of
forms that no template has. No share here is the share of right citations in your manuscript.
"""


@define
class Row:
    """What was counted for one line of the page."""

    true: int = 0
    exact: int = 0
    clean: int = 0
    extra: int = 0

    def add(self, true: int, exact: int, clean: int, extra: int) -> None:
        """Count one text."""
        self.true += true
        self.exact += exact
        self.clean += clean
        self.extra += extra

    def line(self, name: str) -> str:
        """Print the line."""
        # cut, not rounded: 1.000 is all
        shares = [f"{count * 1000 // self.true / 1000:.3f}" if self.true else "–" for count in (self.exact, self.clean)]
        return f"| {name} | {self.true} | {shares[0]} | {shares[1]} | {self.extra} |"


Rows = dict[str, Row]


def table(title: str, first: str, rows: Rows) -> Iterator[str]:
    """Print a table with its sum."""
    yield f"### {title}\n"
    yield f"| {first} | citations | exact | clean | extra |"
    yield "|---|---:|---:|---:|---:|"
    whole = Row()
    for name in sorted(rows):
        row = rows[name]
        whole.add(row.true, row.exact, row.clean, row.extra)
        yield row.line(name)
    yield whole.line("**all**")
    yield ""


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def gold() -> tuple[Rows, Rows, int, int]:
    """Score dev.jsonl by the rules of its own scorer: by language, by damage, negatives left alone, negatives."""
    score = _module(CORPUS / "score.py")
    languages: Rows = defaultdict(Row)
    spoilt: Rows = defaultdict(Row)
    quiet = negatives = 0
    for text in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(text)
        truths, said = passage["citations"], [mention_record(one) for one in find(passage["text"])]
        if not truths:
            negatives += 1
            quiet += not said
        pairs, _, extra = score.pair(truths, said)
        exact = [(true, one) for true, one in pairs if _is_exact(score, true, one)]
        clean = sum((true["start"], true["end"]) == (one["start"], one["end"]) for true, one in exact)
        for rows, name in ((languages, passage["lang"]), (spoilt, passage["damage"])):
            rows[name].add(len(truths), len(exact), clean, len(extra) + len(pairs) - len(exact))
    return languages, spoilt, quiet, negatives


def _is_exact(score: ModuleType, true: dict[str, object], said: dict[str, object]) -> bool:
    units = [{kind: score.fold(str(number)) for kind, number in (one["other"] or {}).items()} for one in (true, said)]  # type: ignore[attr-defined]
    same = all(score.same(true, said, field) for field in score.FIELDS)
    return same and units[0] == units[1] and score.fold(true["date"]) == score.fold(said["date"])


def families() -> Rows:
    """Score the tables of tests/reading, a row a table; open.txt holds what is known to be read wrong."""
    reading = _module(TABLES / "test_tables.py")
    rows: Rows = defaultdict(Row)
    for path in sorted(TABLES.glob("*.txt")):
        for row in reading.rows(path):
            truths = [reading.as_fields(one) for one in row.citations]
            said = [reading.as_fields(reading.line(one)) for one in find(reading.decoded(row.text))]
            clean = sum(one in said for one in truths)
            bare = [one[1:8] for one in said]
            exact = sum(one[1:8] in bare for one in truths)
            rows[path.stem].add(len(truths), exact, clean, sum(one not in truths for one in said))
    return rows


def generated() -> tuple[Rows, Rows, Rows, int, int]:
    """Score generated texts: by family, by language, by damage; decoys not left alone, decoys."""
    by_family: Rows = defaultdict(Row)
    by_language: Rows = defaultdict(Row)
    by_damage: Rows = defaultdict(Row)
    rng = Random(0)
    for form in forms():
        for _ in range(_TIMES):
            document = some_document(rng, (form,))
            found = find(document.text)
            counted = _counted(document.mentions, found, differences(document, found))
            by_family[form.family].add(*counted)
            by_language[form.language].add(*counted)
    for damage in damages():
        for document in islice(_spoilt(damage, rng), _SPOILT):
            found = find(document.text)
            by_damage[damage.name].add(*_counted(document.mentions, found, differences(document, found)))
    loud, all_decoys = 0, 20 * len(decoys())
    for decoy in decoys():
        loud += sum(bool(find(some_decoy(rng, (decoy,)).text)) for _ in range(20))
    return by_family, by_language, by_damage, loud, all_decoys


def _spoilt(damage: Damage, rng: Random) -> Iterator[Document]:
    able = [form for form in forms() if fitting(form, (damage,))]
    able = [form for form in able if any(write(form, Random(seed), damage).damage for seed in range(3))] or able
    while True:
        document = some_document(rng, able, (damage,))
        if document.damage:
            yield document


def _counted(truths: tuple[Mention, ...], said: list[Mention], wrong: list[str]) -> tuple[int, int, int, int]:
    clean = len(truths) - sum(line.startswith("missed: ") for line in wrong)
    values = [one.citation for one in said]
    exact = sum(one.citation in values for one in truths)
    return len(truths), exact, clean, sum(line.startswith("said: ") for line in wrong)


def page() -> Iterator[str]:
    """Print the page."""
    yield HEAD
    yield "## Gold passages\n"
    if CORPUS.is_dir():
        languages, spoilt, quiet, negatives = gold()
        yield "dev.jsonl: 315 passages of real text, judged by hand, scored by the rules of its score.py.\n"
        yield from table("By language", "language", languages)
        yield from table("By damage", "damage", spoilt)
        yield f"Passages without a citation that were left alone: {quiet} of {negatives}.\n"
    yield "## Tables of real lines\n"
    yield "tests/reading; `open` keeps what is known to be read wrong. What is inherited counts as clean.\n"
    yield from table("By family", "table", families())
    by_family, by_language, by_damage, loud, all_decoys = generated()
    yield "## Generated texts\n"
    yield f"sovcite.testing: {len(forms())} forms, {len(damages())} kinds of damage, {len(decoys())} decoys.\n"
    yield from table("By family", "family", by_family)
    yield from table("By language", "language", by_language)
    yield from table("By damage", "damage", by_damage)
    yield f"Decoys that were not left alone: {loud} of {all_decoys}."


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(page()))
