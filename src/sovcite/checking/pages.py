"""The pages of the rules, made from their docstrings: python -m sovcite.checking.pages docs/rules"""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches
from pathlib import Path

from sovcite.checking.rule import Rule
from sovcite.checking.table import RULES
from sovcite.model import DataError

_FAMILIES = {
    "C0": "Form", "C1": "Completeness", "C2": "Plausibility", "C3": "Repositories",
    "C4": "Consistency over the manuscript", "C5": "Short forms",
}  # fmt: skip
_FIXES = {
    "safe": "may be repaired without asking",
    "ask": "a repair is offered, the author decides",
    "none": "only the author can repair it",
}
_SECTION = re.compile(r"^(What|Why|Example|Use instead|Source): ", re.MULTILINE)


def pages() -> dict[str, str]:
    """Write every page of the rules, by the name of its file."""
    return {"index.md": _index(), **{f"{rule.code}.md": _page(rule) for rule in RULES}}


def page_of(code: str) -> str:
    """Give the page of the rule with this code, in Markdown; raise DataError for a code that no rule has.

    >>> page_of("C201").partition(chr(10))[0]
    '# C201 leaf-range-reversed'
    """
    rule = next((rule for rule in RULES if rule.code == code.upper()), None)
    if rule is None:
        near = get_close_matches(code.upper(), [rule.code for rule in RULES], n=1)
        raise DataError(f"no rule has the code {code!r}" + (f"; nearest is {near[0]!r}" if near else ""))
    return _page(rule)


def _index() -> str:
    lines = [
        "# Rules",
        "",
        "`sovcite check` looks for these faults. A code is never given to another rule. How the rules",
        "are set is in [checking](../checking.md), what is not looked for in [not built](not-built.md), what the rules",
        "say of the gold passages in [on the gold passages](on-the-gold-passages.md).",
        "",
    ]
    for family, name in _FAMILIES.items():
        rules = [rule for rule in RULES if rule.code.startswith(family)]
        if rules:
            lines += [f"## {family}xx {name}", "", "| Code | What | Severity | Repair |", "|---|---|---|---|"]
            lines += [
                f"| [{rule.code}]({rule.code}.md) | {_title(rule)} | {rule.severity} | {_FIXES[rule.fix]} |"
                for rule in rules
            ]
            lines.append("")
    return "\n".join(lines)


def _page(rule: Rule) -> str:
    sections = _SECTION.split(rule.page)[1:]
    lines = [f"# {rule.code} {rule.name}", "", f"{_title(rule)}.", ""]
    style = " Can be set to style." if rule.follows_style else ""
    lines += [f"Status: {rule.status}. Severity: {rule.severity}. Repair: {_FIXES[rule.fix]}.{style}", ""]
    for name, text in zip(sections[::2], sections[1::2], strict=True):
        shown = " ".join(text.split())
        lines += [f"## {name}", "", f"```\n{shown}\n```" if name in ("Example", "Use instead") else shown, ""]
    return "\n".join(lines)


def _title(rule: Rule) -> str:
    return rule.page.partition("\n")[0].rstrip(".")


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
