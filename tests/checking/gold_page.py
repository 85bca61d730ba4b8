"""Make docs/rules/on-the-gold-passages.md: python tests/checking/gold_page.py ../shared/corpus/dev.jsonl

Every finding of severity error or warning on the gold passages, each passage checked by itself, with what an editor
says of it (gold_judgements.toml). The passages are print, so what is found must be a true fault of the print.
"""

import json
import sys
import tomllib
from pathlib import Path

from attrs import frozen

from sovcite.checking import check_survey, survey_notes
from sovcite.model import Diagnostic, Note

JUDGEMENTS = Path(__file__).parent / "gold_judgements.toml"
PAGE = Path(__file__).parents[2] / "docs" / "rules" / "on-the-gold-passages.md"


@frozen
class Tally:
    """The findings by passage, and how many passages and citations were read."""

    findings: tuple[tuple[str, Diagnostic], ...]
    passages: int
    citations: int


def tally(corpus: Path) -> Tally:
    """Check each passage by itself."""
    findings, citations = [], 0
    passages = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    for passage in passages:
        survey = survey_notes([Note(text=passage["text"])])
        citations += len(survey.mentions)
        findings += [(passage["id"], found) for found in check_survey(survey) if found.severity != "info"]
    return Tally(tuple(findings), len(passages), citations)


def judgements() -> dict[tuple[str, str], tuple[bool, str]]:
    """Read what is said of the findings, by code and passage."""
    rows = tomllib.loads(JUDGEMENTS.read_text(encoding="utf-8"))["judgement"]
    return {(row["code"], id_): (row["right"], row["why"]) for row in rows for id_ in row["ids"]}


def page(found: Tally) -> str:
    """Write the page; a finding that nobody judged is a KeyError."""
    judged = judgements()
    wrong = sum(not judged[one.code, id_][0] for id_, one in found.findings)
    lines = [
        "# The rules on the gold passages", "",
        "Made by `python tests/checking/gold_page.py ../shared/corpus/dev.jsonl`. The passages are real print;",
        "each is checked by itself, without settings. Listed is every finding of severity error or warning, and",
        "whether an editor would call it one (tests/checking/gold_judgements.toml).", "",
        f"{found.passages} passages, {found.citations} citations, {len(found.findings)} findings, of which {wrong} "
        f"false: {100 * wrong / found.citations:.1f} in 100 citations.", "",
        "| passage | rule | severity | words | right? | why |", "|---|---|---|---|---|---|",
    ]  # fmt: skip
    for id_, one in sorted(found.findings, key=lambda pair: (pair[1].code, pair[0])):
        right, why = judged[one.code, id_]
        words = " ".join(one.raw.split()).replace("|", "\\|")
        answer = "yes" if right else "no"
        lines.append(f"| {id_} | [{one.code}]({one.code}.md) | {one.severity} | {words} | {answer} | {why} |")
    lines += ["", "Hints, which leave the exit code at 0, are not judged one by one.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(tally(Path(sys.argv[1]))), encoding="utf-8")
