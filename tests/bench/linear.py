"""python tests/bench/linear.py [--largest MEGABYTES]: does time grow with the length, and does memory not?

The text is prose with a dense note behind every 600 characters; times are the processor's. Each length is measured
over pieces of one text that are read once: read again a piece is faster, as all that is in it was met; the shorter ones
before and behind the longest, as a machine has its moods. Notes are the best of three.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import click
import texts

from sovcite import Note, check, find, resolve

_BETWEEN = 600
_BEST_OF = 3
_PIECES = 16
_MOST_READ = 20_000_000
_WARMING = 2_000_000
_FIND = ["-c", "from sovcite.cli import main; main()", "find", "--input-format", "jsonl", "--output-format", "jsonl"]
# peak memory of the command in this process's place, in kB
_PEAK = "import resource, subprocess, sys; c = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode; "
_PEAK += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(c)"


def passages() -> Iterator[str]:
    """Give passages without end: prose and a note."""
    prose = texts.prose("russian", 200_000) + texts.prose("english", 200_000)
    notes = texts.varied_notes(2000, seed=3)
    number = 0
    while True:
        start = number * _BETWEEN % (len(prose) - _BETWEEN)
        yield f"{prose[start : start + _BETWEEN]}\n\n{notes[number % len(notes)].text}\n\n"
        number += 1


def _text(length: int) -> str:
    parts, size = [], 0
    for passage in passages():
        parts.append(passage)
        size += len(passage)
        if size >= length:
            return "".join(parts)[:length]
    raise AssertionError("passages have no end")


def _seconds(prepare: Callable[[int], Callable[[], object]]) -> float:
    best = float("inf")
    for number in range(_BEST_OF):
        work = prepare(number)
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _over_notes(work: Callable[[list[Note]], object], count: int, number: int) -> Callable[[], object]:
    # other notes each time: in few notes every shape would have been met, in many not
    return partial(work, [Note(text=note.text) for note in texts.varied_notes(2 * count, seed=number)[:count]])


def _a_character(text: str, length: int) -> float:
    """Give the seconds that a character takes in pieces of a length, spread over a text."""
    count = min(_PIECES, len(text) // length, max(1, _MOST_READ // length))
    starts = [number * (len(text) - length) // max(1, count - 1) for number in range(count)]
    seconds = 0.0
    for start in starts:
        piece = text[start : start + length]
        before = time.process_time()
        find(piece)
        seconds += time.process_time() - before
    return seconds / (count * length)


def _lengths(largest: float) -> Iterator[int]:
    length = 10_000
    while length <= largest * 1_000_000:
        yield length
        length *= 10


def _peak_of_a_stream(megabytes: float) -> tuple[float, int]:
    """Give seconds and peak memory in kB of the command over so many megabytes of JSON lines."""
    command = [sys.executable, "-c", _PEAK, sys.executable, *_FIND, "-"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        written = 0
        for number, passage in enumerate(passages()):
            line = (json.dumps({"id": number, "text": passage}, ensure_ascii=False) + "\n").encode()
            process.stdin.write(line)
            written += len(line)
            if written >= megabytes * 1_000_000:
                break
        process.stdin.close()
        peak = int(process.stdout.read())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime, peak


@click.command()
@click.option("--largest", default=10.0, show_default=True, help="Megabytes of the largest text and stream.")
@click.option("--notes", default=20_000, show_default=True, help="The most notes that are resolved and checked.")
def main(largest: float, notes: int) -> None:
    """Print what a character, a note and a line cost at growing lengths."""
    whole = _text(int(largest * 1_000_000))
    # the pieces behind are of the same notes, and no piece is the first to meet their forms
    find(whole[:_WARMING])
    click.echo("| find, one text of | µs a character |\n|---|---:|")
    lengths = list(_lengths(largest))
    costs: dict[int, list[float]] = {}
    for length in (*lengths, *reversed(lengths[:-1])):
        costs.setdefault(length, []).append(_a_character(whole, length))
    for length, found in costs.items():
        click.echo(f"| {length:,} characters | {sum(found) / len(found) * 1e6:.3f} |")
    click.echo("\n| notes | resolve, µs a note | check, µs a note |\n|---|---:|---:|")
    for count in (notes // 100, notes // 10, notes):
        resolving, checking = (_seconds(partial(_over_notes, work, count)) / count for work in (resolve, check))
        click.echo(f"| {count:,} | {resolving * 1e6:.0f} | {checking * 1e6:.0f} |")
    click.echo("\n| stream of | s a MB | peak memory, MB |\n|---|---:|---:|")
    megabytes = 1.0
    while megabytes <= largest:
        seconds, peak = _peak_of_a_stream(megabytes)
        click.echo(f"| {megabytes:,.0f} MB | {seconds / megabytes:.2f} | {peak / 1024:.1f} |")
        megabytes *= 10


if __name__ == "__main__":
    main()
