"""Work on many files in several processes: results in the order of the files, whatever happens to a process."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")


def in_order(
    work: Callable[[Item], Result], files: Sequence[Item], *, jobs: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """Give work(file) for each file, in order; lost(file) where the process that worked on it was ended.

    When a process ends, all that the others were given is lost with it: those files that were being worked on are
    then taken alone, so that the one that ends its process is known, and the rest are begun anew.
    """
    left = deque(dict.fromkeys(files))
    while left:
        given: dict[Item, Future[Result]] = {}
        with ProcessPoolExecutor(min(jobs, len(left)), initializer=_end_at_interrupt) as pool:
            with suppress(BrokenProcessPool):
                for file in left:
                    given[file] = pool.submit(work, file)
            while left and not _is_lost(given.get(left[0])):
                yield given[left.popleft()].result()
        # the oldest that are not done were being worked on
        alone = {*[file for file in left if _is_lost(given.get(file))][:jobs]}
        while left and (left[0] in alone or not _is_lost(given.get(left[0]))):
            file = left.popleft()
            yield _alone(work, file, lost) if file in alone else given[file].result()


def _is_lost(future: Future[Result] | None) -> bool:
    """Wait for a result, and say whether it was lost with its process."""
    return future is None or isinstance(future.exception(), BrokenProcessPool)


def _alone(work: Callable[[Item], Result], file: Item, lost: Callable[[Item], Result]) -> Result:
    with ProcessPoolExecutor(1, initializer=_end_at_interrupt) as pool:
        try:
            return pool.submit(work, file).result()
        except BrokenProcessPool:
            return lost(file)


def _end_at_interrupt() -> None:
    # without a word: the process that was interrupted says what there is to say
    signal.signal(signal.SIGINT, signal.SIG_DFL)
