"""Pieces of pages kept for the next report: a class repeats itself.

Bounded in bytes, keys included, so that a hostile report cannot pin memory.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from grader.language.text import Text

V = TypeVar("V")

ENTRY = 200
"""Bytes that an entry costs beside what it holds."""


class BoundedCache(Generic[V]):
    """Values by key; those used longest ago go when all together weigh more than `limit` bytes.

    An entry of more than `largest` bytes is not kept at all. Safe to use from several threads.
    """

    def __init__(self, limit: int, largest: int = 1 << 17) -> None:
        self.limit = limit
        self.largest = largest
        self.weight = 0
        self._kept: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value kept under `key`, else what `make` makes."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found[0]
        value = make()
        weight = ENTRY + weigh(key) + weigh(value)
        if weight <= self.largest:
            self._keep(key, value, weight)
        return value

    def _keep(self, key: Hashable, value: V, weight: int) -> None:
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = value, weight
            self.weight += weight
            while self.weight > self.limit:
                _, (_, gone) = self._kept.popitem(last=False)
                self.weight -= gone

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.weight = 0


def weigh(value: object) -> int:
    """Bytes that a value holds on to: texts, in tuples, mappings and records of them."""
    if isinstance(value, str):
        return sys.getsizeof(value)
    if isinstance(value, tuple):
        return sys.getsizeof(value) + sum(map(weigh, value))
    if isinstance(value, dict):
        return sys.getsizeof(value) + sum(weigh(k) + weigh(v) for k, v in value.items())
    if isinstance(value, Text) or hasattr(value, "__dataclass_fields__"):
        slots = [n for kind in type(value).__mro__ for n in getattr(kind, "__slots__", ())]
        return 32 + sum(weigh(getattr(value, name, None)) for name in slots)
    return 32
