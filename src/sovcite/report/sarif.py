"""The findings of a check as SARIF 2.1.0, which code hosts and editors show.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0. A note of a Word file has no line,
so the place is the file and, as a logical location, the note; its offsets are in the properties.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

from sovcite._version import __version__
from sovcite.checking import RULES, Rule
from sovcite.model import Diagnostic, Note
from sovcite.report.checked import Checked, before_and_after

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(checked: Sequence[Checked]) -> str:
    """Write one run with all rules and the results of every file."""
    driver = {"name": "sovcite", "version": __version__, "rules": [_rule(rule) for rule in RULES]}
    results = [_result(one, found) for one in checked for found in one.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> Mapping[str, object]:
    title, _, text = rule.page.partition("\n")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": " ".join(text.split("Example:")[0].split())},
        "help": {"text": " ".join(text.split())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"status": rule.status, "fix": rule.fix},
    }


def _result(one: Checked, found: Diagnostic) -> Mapping[str, object]:
    note = one.notes[found.note]
    place = {
        "physicalLocation": {"artifactLocation": {"uri": quote(one.source.encode("utf-8", "surrogateescape"))}},
        "logicalLocations": [{"name": note.label, "kind": "element"}],
    }
    return {
        "ruleId": found.code,
        "ruleIndex": next(place for place, rule in enumerate(RULES) if rule.code == found.code),
        "level": _LEVELS[found.severity],
        "message": {"text": f"{note.label}: {found.message}"},
        "locations": [place],
        "partialFingerprints": {"sovcite/v1": _fingerprint(one.source, found)},
        "properties": _properties(note, found),
    }


def _properties(note: Note, found: Diagnostic) -> Mapping[str, object]:
    pair = before_and_after(note, found)
    fix = {"fix": found.fix.safety, "before": pair[0], "after": pair[1]} if found.fix and pair else {}
    return {"start": found.start, "end": found.end, "raw": found.raw, **fix}


def _fingerprint(source: str, found: Diagnostic) -> str:
    """Name a finding so that it stays the same when notes are put in before it."""
    words = "\n".join((source, found.code, " ".join(found.raw.split())))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
