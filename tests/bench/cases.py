"""What is measured side by side: each case reads one text in one way and says how much it found."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Literal

import texts
from attrs import define, field
from peers import bare_pass, find_by_hand, installed

from sovcite import find, resolve
from sovcite.manuscript import read_bytes
from sovcite.testing import differences

Unit = Literal["citations", "characters"]
# so many dense notes stand in one text where they are joined
_A_TEXT = 40


@define
class Case:
    """A name, what is done in one round (it gives what it counted), and the seconds of each round."""

    name: str
    unit: Unit
    prepare: Callable[[int], Callable[[], int]]
    seconds: list[float] = field(factory=list)
    counts: list[int] = field(factory=list)

    def run(self, number: int) -> None:
        """Run round number; the text is made before the clock is started."""
        work = self.prepare(number)
        start = time.process_time()
        count = work()
        self.seconds.append(time.process_time() - start)
        self.counts.append(count)

    @property
    def rates(self) -> list[float]:
        """How many citations or characters a second, round by round."""
        return [count / seconds for count, seconds in zip(self.counts, self.seconds, strict=True)]

    @property
    def rate(self) -> float:
        """The median of the rounds."""
        return median(self.rates)


def cases(size: int) -> list[Case]:
    """Give all cases; size is the number of citations in the dense texts."""
    made = [
        Case("find, dense notes", "citations", lambda number: _each(texts.dense_notes(size, number))),
        Case("find, notes of new shapes", "citations", lambda number: _each(_varied(size, number))),
        Case(
            "find, dense notes, 40 a text", "citations",
            lambda number: _each(["\n\n".join(part) for part in _parts(texts.dense_notes(size, number))]),
        ),
        Case("find, plain notes", "citations", lambda number: _each(texts.plain_notes(size, number))),
        Case("by hand, plain notes", "citations", lambda number: _by_hand(texts.plain_notes(size, number))),
        Case("find, real passages", "citations", lambda _: _each(texts.real_passages() * max(1, size // 1000))),
        Case("read a Word file", "characters", lambda number: _word(size, number, resolved=False)),
        Case("read and resolve a Word file", "citations", lambda number: _word(size, number, resolved=True)),
    ]  # fmt: skip
    for kind in ("russian", "english", "figures"):
        made.append(Case(f"find, prose: {kind}", "characters", _prose(kind, size * 100, _find_length)))
        made.append(Case(f"bare re, prose: {kind}", "characters", _prose(kind, size * 100, _bare_length)))
    for peer in installed()[0]:
        made.append(Case(peer.name, "citations", _peer(peer.make(), peer.text * (size // 20))))
    return made


def share_right(size: int) -> float:
    """Give the share of varied notes in which find reads every field of every citation as it is meant."""
    notes = texts.varied_notes(size, seed=0)
    return sum(not differences(note, find(note.text)) for note in notes) / len(notes)


def _varied(size: int, number: int) -> list[str]:
    # other numbers, names and orders in each round: no shape is met twice, but by chance
    return [note.text for note in texts.varied_notes(size, seed=number)]


def _parts(notes: list[str]) -> list[list[str]]:
    return [notes[start : start + _A_TEXT] for start in range(0, len(notes), _A_TEXT)]


def _each(notes: list[str]) -> Callable[[], int]:
    return lambda: sum(len(find(note)) for note in notes)


def _by_hand(notes: list[str]) -> Callable[[], int]:
    for note in notes[:100]:
        found, by_hand = find(note), find_by_hand(note)
        assert found == by_hand, note
        assert [one.parts for one in found] == [one.parts for one in by_hand], note
    return lambda: sum(len(find_by_hand(note)) for note in notes)


def _word(size: int, number: int, *, resolved: bool) -> Callable[[], int]:
    notes = texts.dense_notes(size, number)
    content = texts.word_file(notes, texts.prose("english", size * 40))
    if resolved:
        return lambda: len(resolve(read_bytes(content, "bench.docx").notes))
    return lambda: sum(len(note.text) for note in read_bytes(content, "bench.docx").notes)


def _prose(kind: str, length: int, work: Callable[[str], int]) -> Callable[[int], Callable[[], int]]:
    def prepare(number: int) -> Callable[[], int]:
        text = texts.prose(kind, length, seed=number)
        return lambda: work(text)

    return prepare


def _find_length(text: str) -> int:
    assert find(text) == []
    return len(text)


def _bare_length(text: str) -> int:
    bare_pass(text)
    return len(text)


def _peer(count: Callable[[str], int], text: str) -> Callable[[int], Callable[[], int]]:
    return lambda _: lambda: count(text)
