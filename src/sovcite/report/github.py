"""The findings of a check as workflow commands of GitHub Actions, which shows them beside the file.

Source: GitHub documentation, "Workflow commands for GitHub Actions", "Setting a warning message".
"""

from __future__ import annotations

from collections.abc import Sequence

from sovcite.report.checked import Checked

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(checked: Sequence[Checked]) -> str:
    """Write one command a finding; the note is named in the message, since a Word file has no lines."""
    lines = []
    for one in checked:
        for note, found in one.by_note():
            for finding in found:
                head = f"::{_COMMANDS[finding.severity]} file={_property(one.source)},title={_property(finding.code)}"
                lines.append(f"{head}::{_data(f'{note.label}: {finding.message}')}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
