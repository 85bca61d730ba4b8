"""A bounded table that forgets what was not asked for lately."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar, cast

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Other = TypeVar("Other")
_NOTHING = object()


class Recent(Generic[Key, Value]):
    """What was kept under a key, at most twice as much as is given as the most. Threads may share one.

    >>> kept = Recent[str, int](most=2)
    >>> for number, word in enumerate(("фонд", "опись", "дело", "лист")):
    ...     kept[word] = number
    ...     _ = kept.get("фонд", -1)
    >>> kept.get("фонд", -1), kept.get("опись", -1), kept.get("дело", -1)
    (0, -1, 2)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._new: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}

    def get(self, key: Key, default: Other) -> Value | Other:
        """Give what is kept under a key, else the default; what was asked for stays longest."""
        found: object = self._new.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._old.get(key, _NOTHING)
            if found is _NOTHING:
                return default
            self[key] = cast("Value", found)
        return cast("Value", found)

    def __setitem__(self, key: Key, value: Value) -> None:
        if len(self._new) >= self._most:
            # those that were not asked for since the last time go
            self._old, self._new = self._new, {}
        self._new[key] = value
