"""One change in a text of 2,000 lines, in a session with sovcite-lsp, against check of the changed paragraph alone.

The server runs in a process of its own and is spoken to over its standard input and output, as an editor does it:
the time is that from sending the change to the findings with its version. First changes come after a pause, the
next ones while typing goes on. The paragraph alone is checked in this process, warm, another text each time. Prints
medians in milliseconds and the ratios; run it with the Python of an environment that sovcite[lsp] is installed in.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from statistics import median
from typing import Any

from sovcite.checking import check, check_survey, survey_notes
from sovcite.model import Note

_NOTES = 1000
_TIMES = 5
# changes without a pause, after the first
_TYPED = 5
_URI = "file:///large.md"
_START = {"line": 0, "character": 0}
_NOWHERE = {"range": {"start": _START, "end": _START}, "context": {"diagnostics": []}}


def _note(draw: random.Random, place: int) -> str:
    fond, opis, file, leaf = (draw.randint(1, 900) for _ in range(4))
    text = f"РГАСПИ. Ф. {fond}. Оп. {opis % 90 + 1}. Д. {file}. Л. {leaf}–{leaf + 4}."
    if place % 2:
        text += f" ГАРФ. Ф. Р-{file}. Оп. {opis % 9 + 1}. Д. {fond}. Л. {leaf}, {leaf + 3} об."
    # every twentieth note has a slip
    return text if place % 20 else text.replace(". Л. ", "Л. ", 1)


def _text(draw: random.Random) -> list[str]:
    lines = []
    for place in range(1, _NOTES, 2):
        lines += [f"Paragraph {place} of the text.[^{place}] And more of it.[^{place + 1}]", ""]
    return [*lines, *(f"[^{place}]: {_note(draw, place)}" for place in range(1, _NOTES + 1))]


class _Session:
    """A session with a server: what is sent, and the findings that come back."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "sovcite.lsp"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ids = count(1)

    def send(self, method: str, params: dict[str, Any], *, asks: bool = False) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": next(self._ids)} if asks else {})
        body = json.dumps(message).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def messages(self) -> Iterator[dict[str, Any]]:
        stream = self._server.stdout
        assert stream
        while line := stream.readline():
            length = int(line.rpartition(b":")[2])
            while stream.readline().strip():
                pass
            yield json.loads(stream.read(length))

    def published(self, version: int) -> list[Any]:
        """Wait for the findings of a version of the text."""
        for message in self.messages():
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["version"] == version:
                found: list[Any] = message["params"]["diagnostics"]
                return found
        raise EOFError("the server ended")

    def asked(self) -> float:
        """Ask what needs no thought, and wait for the answer: what the way there and back takes."""
        start = time.perf_counter()
        self.send("textDocument/codeAction", {**_NOWHERE, "textDocument": {"uri": _URI}}, asks=True)
        next(message for message in self.messages() if "id" in message)
        return time.perf_counter() - start

    def close(self) -> None:
        self.send("shutdown", {}, asks=True)
        self.send("exit", {})
        self._server.wait()


def _change(session: _Session, version: int, line: int, old: str, new: str) -> float:
    place = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": len(old)}}
    start = time.perf_counter()
    session.send(
        "textDocument/didChange",
        {"textDocument": {"uri": _URI, "version": version}, "contentChanges": [{"range": place, "text": new}]},
    )
    session.published(version)
    return time.perf_counter() - start


def main() -> None:
    draw = random.Random(5)
    lines = _text(draw)
    session = _Session()
    session.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, asks=True)
    next(session.messages())
    session.send("initialized", {})
    item = {"uri": _URI, "languageId": "markdown", "version": 1, "text": "\n".join(lines)}
    session.send("textDocument/didOpen", {"textDocument": item})
    found = session.published(1)
    print(f"{len(lines)} lines, {_NOTES} notes, {len(found)} findings")
    version = 1
    figures: dict[str, list[float]] = {
        "first change": [], "next changes": [], "the whole, with the pause": [], "there and back": [], "alone": [],
        "alone, its rules": [],
    }  # fmt: skip
    for _ in range(_TIMES):
        line = draw.randint(_NOTES, 2 * _NOTES - 1)
        place = line - _NOTES + 1
        typed = []
        for _ in range(1 + _TYPED):
            old, version = lines[line], version + 1
            lines[line] = f"[^{place}]: {_note(draw, place)}"
            typed.append(_change(session, version, line, old, lines[line]))
        figures["first change"].append(typed[0])
        figures["next changes"].append(median(typed[1:]))
        start = time.perf_counter()
        session.published(version)
        figures["the whole, with the pause"].append(time.perf_counter() - start)
        figures["there and back"].append(median(session.asked() for _ in range(_TYPED)))
        alone, rules = [], []
        for _ in range(1 + _TYPED):
            note = Note(text=_note(draw, place), kind="footnote", number=str(place))
            start = time.perf_counter()
            check([note])
            alone.append(time.perf_counter() - start)
            survey = survey_notes([note])
            start = time.perf_counter()
            check_survey(survey)
            rules.append(time.perf_counter() - start)
        figures["alone"].append(median(alone))
        figures["alone, its rules"].append(median(rules))
    session.close()
    least = median(figures["alone"])
    for name, seconds in figures.items():
        print(f"{name:<26} {1000 * median(seconds):8.2f} ms {median(seconds) / least:7.1f} × the paragraph alone")


if __name__ == "__main__":
    main()
