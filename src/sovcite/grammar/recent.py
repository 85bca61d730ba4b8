"""A bounded table that forgets what was not asked for lately."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """What was kept under a key, at most twice as much as is given as the most.

    >>> kept = Recent[str, int](most=2)
    >>> for number, word in enumerate(("фонд", "опись", "дело", "лист", "фонд")):
    ...     if word not in kept:
    ...         kept[word] = number
    >>> kept["фонд"], "дело" in kept, "опись" in kept
    (0, True, False)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._new: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._new or key in self._old

    def __getitem__(self, key: Key) -> Value:
        if key not in self._new:
            self[key] = self._old[key]
        return self._new[key]

    def __setitem__(self, key: Key, value: Value) -> None:
        if len(self._new) >= self._most:
            # those that were not asked for since the last time go
            self._old, self._new = self._new, {}
        self._new[key] = value
