"""The machine interface: one {"id", "text"} a line in, one {"id", "citations"} a line out, in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from sovcite.model import Mention, Unread
    from sovcite.resolution import Level

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@frozen
class Answer:
    """What was found in one line, or why it could not be read."""

    id: object
    mentions: tuple[Mention, ...] = ()
    unread: tuple[Unread, ...] = ()
    error: str | None = None

    def record(self) -> Mapping[str, object]:
        """Give the answer as the object that is printed."""
        from sovcite.exchange import error_record, line_record

        if self.error is not None:
            return error_record(self.id, self.error)
        return line_record(self.id, self.mentions, self.unread)


def answers(lines: Iterable[bytes], level: Level) -> Iterator[Answer]:
    """Answer each line that is not blank; a bad line gets an error, and the next one is read."""
    from sovcite.model import SovciteError
    from sovcite.resolution import find_all

    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if not line.strip():
            continue
        id_, text, error = _take(line)
        if error is not None:
            yield Answer(id_, error=f"line {number}: {error}")
            continue
        try:
            mentions, unread = find_all(text, level)
        except SovciteError as failure:
            yield Answer(id_, error=f"line {number}: {str(failure).partition(chr(10))[0]}")
        else:
            yield Answer(id_, tuple(mentions), tuple(unread))


def _take(line: bytes) -> tuple[object, str, str | None]:
    """Take id and text out of a line, or say what is wrong with it."""
    try:
        given = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        return None, "", "not UTF-8; write the line as UTF-8"
    except (ValueError, RecursionError):
        return None, "", 'not JSON; write {"id": …, "text": "…"}'
    if not isinstance(given, dict):
        return None, "", 'not an object; write {"id": …, "text": "…"}'
    id_, text = given.get("id"), given.get("text")
    if not _can_be_printed(id_):
        return None, "", "id holds half a character (a lone surrogate) or is nested too deep"
    if not isinstance(text, str):
        return id_, "", '"text" missing' if "text" not in given else '"text" is not a string'
    if not _can_be_printed(text):
        return id_, "", '"text" holds half a character (a lone surrogate)'
    return id_, text, None


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _can_be_printed(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (UnicodeEncodeError, RecursionError):
        return False
    return True


def as_line(record: object) -> bytes:
    """Write an object as one line of JSON in UTF-8; bytes of a file's name that are none are escaped."""
    try:
        return json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(record).encode("ascii") + b"\n"
