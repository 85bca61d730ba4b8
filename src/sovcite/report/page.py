"""The findings of a check as one page of HTML that needs nothing beside itself and asks the network for nothing.

The notes stand as they are with the findings marked in place; a box a rule shows or hides its findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from sovcite.checking import RULES
from sovcite.data.package import package_texts
from sovcite.model import Diagnostic, Note
from sovcite.report.checked import Checked, before_and_after
from sovcite.report.text import summarise

_TITLES = {rule.code: rule.page.partition("\n")[0].rstrip(".") for rule in RULES}
_SAFETY = {"safe": "safe repair", "ask": "repair, to be decided", "none": ""}


def report(checked: Sequence[Checked]) -> str:
    """Write the page; everything that comes from a manuscript is escaped."""
    files = "".join(_file(one) for one in checked)
    parts = {"summary": escape(summarise(checked)), "rules": _boxes(checked), "files": files}
    page = package_texts("report", ".html")["page.html"]
    before, *rest = page.split("<!--{")
    pieces = [before]
    for piece in rest:
        name, _, after = piece.partition("}-->")
        pieces += [parts[name], after]
    return "".join(pieces)


def _boxes(checked: Sequence[Checked]) -> str:
    counts = Counter(finding.code for one in checked for finding in one.findings)
    return "".join(
        f'<label><input type="checkbox" class="rule" value="{code}" checked> <b>{code}</b> {escape(_TITLES[code])} '
        f'<span class="count">{counts[code]}</span></label>\n'
        for code in sorted(counts)
    )


def _file(one: Checked) -> str:
    found: dict[int, list[Diagnostic]] = {}
    for finding in one.findings:
        found.setdefault(finding.note, []).append(finding)
    notes = "".join(_note(note, found.get(place, [])) for place, note in enumerate(one.notes) if note.text.strip())
    return f"<section><h2>{escape(_plain(one.shown))}</h2>\n{notes}</section>\n"


def _note(note: Note, found: list[Diagnostic]) -> str:
    kind = "note" if found else "note clean"
    items = "".join(_finding(note, finding) for finding in found)
    listed = f"<ul>{items}</ul>" if items else ""
    return (
        f'<article class="{kind}"><h3>{escape(note.label)}</h3><p>{"".join(_marked(note.text, found))}</p>'
        f"{listed}</article>\n"
    )


def _finding(note: Note, finding: Diagnostic) -> str:
    pair, repair = before_and_after(note, finding), ""
    if pair is not None and finding.fix is not None:
        repair = (
            f'<div class="fix"><del>{escape(_plain(pair[0]))}</del> → <ins>{escape(_plain(pair[1]))}</ins> '
            f"<small>{_SAFETY[finding.fix.safety]}</small></div>"
        )
    return (
        f'<li class="finding {finding.severity}" data-code="{finding.code}"><b>{finding.code}</b> '
        f"<i>{finding.severity}</i> {escape(_plain(finding.message))}{repair}</li>"
    )


def _marked(text: str, found: list[Diagnostic]) -> Iterator[str]:
    """Cut the text at every end of a finding, and mark each piece with the findings that it belongs to."""
    borders = sorted({0, len(text), *(one.start for one in found), *(one.end for one in found)})
    for start, end in pairwise(borders):
        here = [one for one in found if one.start < end and one.end > start]
        piece = escape(_plain(text[start:end]))
        if here:
            grave = min((one.severity for one in here), key=("error", "warning", "info").index)
            codes = " ".join(dict.fromkeys(one.code for one in here))
            message = escape(_plain("; ".join(one.message for one in here)))
            yield f'<mark class="{grave}" data-codes="{codes}" title="{message}">{piece}</mark>'
        else:
            yield piece


def _plain(text: str) -> str:
    """Show a letter in the place of what no page may hold: half characters and controls."""
    unknown = "\N{REPLACEMENT CHARACTER}"
    return "".join(letter if letter.isprintable() or letter.isspace() else unknown for letter in text)
