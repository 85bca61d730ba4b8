"""One change in a text of 2,000 lines, in a session with sovcite-lsp, against check of the changed paragraph alone.

The server runs in a process of its own and is spoken to over its standard input and output, as an editor does it:
the time is that from sending the change to the findings with its version. First changes come after a pause, the
next ones while typing goes on; "inside" is a change to a server object in this process, from the bytes of the message
to those of the findings. The paragraph alone is checked in this process, warm, another text each time. What happens in
this process is measured in its own processor time, the session by the clock. Prints medians in milliseconds and the
ratios; run it with the Python of an environment that sovcite[lsp] is installed in. Paragraphs of the text are prose;
every twentieth note has a slip, with python tests/bench/editor.py 2 every second one.
"""

import asyncio
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
from sovcite.lsp.server import PAUSE, server
from sovcite.model import Note

_NOTES = 1000
_TIMES = 5
_SLIP = int(sys.argv[1]) if len(sys.argv) > 1 else 20
# changes without a pause, after the first
_TYPED = 5
_URI = "file:///large.md"
_PROSE = "В 1937 году Политбюро рассмотрело вопрос о заготовках и приняло решение, которое не было опубликовано. "
_START = {"line": 0, "character": 0}
_HELLO = {"processId": None, "rootUri": None, "capabilities": {}}
_NOWHERE = {"range": {"start": _START, "end": _START}, "context": {"diagnostics": []}}


def _note(draw: random.Random, place: int) -> str:
    fond, opis, file, leaf = (draw.randint(1, 900) for _ in range(4))
    text = f"РГАСПИ. Ф. {fond}. Оп. {opis % 90 + 1}. Д. {file}. Л. {leaf}–{leaf + 4}."
    if place % 2:
        text += f" ГАРФ. Ф. Р-{file}. Оп. {opis % 9 + 1}. Д. {fond}. Л. {leaf}, {leaf + 3} об."
    return text if place % _SLIP else text.replace(". Л. ", "Л. ", 1)


def _text(draw: random.Random) -> list[str]:
    lines = []
    for place in range(1, _NOTES, 2):
        lines += [f"{_PROSE * 4}[^{place}] {_PROSE * 3}[^{place + 1}]", ""]
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


class _Inside:
    """A server object in this process; sent is when it wrote its last message."""

    def __init__(self) -> None:
        self.protocol = server.protocol
        self.protocol.set_writer(self)
        self.sent = 0.0

    def write(self, _: bytes) -> None:
        self.sent = time.process_time()

    def close(self) -> None:
        """Nothing is open."""

    def send(self, method: str, params: dict[str, Any], **more: Any) -> float:
        """Send a message; give the seconds up to what was written in answer."""
        message = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        start = time.process_time()
        self.protocol.handle_message(json.loads(message, object_hook=self.protocol.structure_message))
        return self.sent - start


def _typing(draw: random.Random, lines: list[str]) -> Iterator[dict[str, Any]]:
    """Write one note anew again and again, and give the changes, the first and those that follow without a pause."""
    line = draw.randint(_NOTES, 2 * _NOTES - 1)
    for _ in range(1 + _TYPED):
        old, lines[line] = lines[line], f"[^{line - _NOTES + 1}]: {_note(draw, line)}"
        place = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": len(old)}}
        yield {"contentChanges": [{"range": place, "text": lines[line]}]}


def _typing_prose(draw: random.Random, lines: list[str]) -> Iterator[dict[str, Any]]:
    """Put letters into a paragraph of the text, one after the other."""
    line, column = 2 * draw.randint(0, _NOTES // 2 - 1), draw.randint(0, len(_PROSE))
    for letter in range(column, column + 1 + _TYPED):
        place = {"line": line, "character": letter}
        lines[line] = lines[line][:letter] + "я" + lines[line][letter:]
        yield {"contentChanges": [{"range": {"start": place, "end": place}, "text": "я"}]}


def _alone(note: Note) -> tuple[float, float]:
    """Check a paragraph by itself; give the seconds for all, and for the rules."""
    start = time.process_time()
    check([note])
    between, survey = time.process_time(), survey_notes([note])
    begin = time.process_time()
    check_survey(survey)
    return between - start, time.process_time() - begin


def _in_session(draw: random.Random, lines: list[str], figures: dict[str, list[float]]) -> None:
    session = _Session()
    session.send("initialize", _HELLO, asks=True)
    next(session.messages())
    session.send("initialized", {})
    item = {"uri": _URI, "languageId": "markdown", "version": 1, "text": "\n".join(lines)}
    session.send("textDocument/didOpen", {"textDocument": item})
    print(f"{len(lines)} lines, {_NOTES} notes, {len(session.published(1))} findings")
    version = 1
    for _ in range(_TIMES):
        typed = []
        for change in _typing(draw, lines):
            version += 1
            start = time.perf_counter()
            session.send("textDocument/didChange", {"textDocument": {"uri": _URI, "version": version}, **change})
            session.published(version)
            typed.append(time.perf_counter() - start)
        start = time.perf_counter()
        session.published(version)
        figures["the whole, with the pause"].append(time.perf_counter() - start)
        figures["first change"].append(typed[0])
        figures["next changes"].append(median(typed[1:]))
        figures["there and back"].append(median(session.asked() for _ in range(_TYPED)))
        alone = [_alone(Note(text=_note(draw, 1), kind="footnote", number="1")) for _ in range(_TYPED)]
        figures["alone"].append(median(whole for whole, _ in alone))
        figures["alone, its rules"].append(median(rules for _, rules in alone))
    session.close()


async def _in_process(draw: random.Random, lines: list[str], figures: dict[str, list[float]]) -> None:
    inside = _Inside()
    inside.send("initialize", _HELLO, id=1)
    item = {"uri": _URI, "languageId": "markdown", "version": 1, "text": "\n".join(lines)}
    inside.send("textDocument/didOpen", {"textDocument": item})

    def timed(changes: Iterator[dict[str, Any]]) -> list[float]:
        return [
            inside.send("textDocument/didChange", {"textDocument": {"uri": _URI, "version": 2}, **change})
            for change in changes
        ]

    for _ in range(_TIMES):
        typed = timed(_typing(draw, lines))
        figures["first change, inside"].append(typed[0])
        figures["next changes, inside"].append(median(typed[1:]))
        await asyncio.sleep(2 * PAUSE)
        figures["in prose, inside"].append(median(timed(_typing_prose(draw, lines))[1:]))
        paragraphs = [Note(text=f"{_PROSE * 4} {place} {_PROSE * 3}", kind="body") for place in range(_TYPED)]
        figures["prose alone"].append(median(_alone(note)[0] for note in paragraphs))
        await asyncio.sleep(2 * PAUSE)


def main() -> None:
    names = (
        "first change", "next changes", "first change, inside", "next changes, inside", "there and back",
        "the whole, with the pause", "alone", "alone, its rules", "in prose, inside", "prose alone",
    )  # fmt: skip
    figures: dict[str, list[float]] = {name: [] for name in names}
    draw = random.Random(5)
    lines = _text(draw)
    _in_session(draw, lines, figures)
    asyncio.run(_in_process(draw, lines, figures))
    for name, seconds in figures.items():
        least = median(figures["prose alone" if "prose" in name else "alone"])
        print(f"{name:<26} {1000 * median(seconds):8.2f} ms {median(seconds) / least:7.1f} × the paragraph alone")


if __name__ == "__main__":
    main()
