"""Random inputs for checks: the same for ever from the same seed, on any machine and NumPy.

The stream is Python's `random.Random`, whose `random()` is promised stable, seeded by
HMAC-SHA256 over names. Values have few decimals so that what a report shows is exact.
"""

from __future__ import annotations

import hashlib
import hmac
import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Shape = int | tuple[int, ...]


def stream_seed(seed: int, *names: object) -> int:
    """A 128-bit seed for the stream called `names` under the run's `seed`."""
    text = "\x1f".join(str(name) for name in names)
    digest = hmac.new(str(seed).encode(), text.encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:16], "big")


class Draw:
    """One stream of hand-sized random values."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def integer(self, low: int, high: int) -> int:
        """An integer in [low, high]."""
        return low + int(self._random.random() * (high - low + 1))

    def number(self, low: float = -3.0, high: float = 3.0, decimals: int = 1) -> float:
        """A number in [low, high] with at most `decimals` decimals, never 0."""
        scale = 10.0**decimals
        while True:
            drawn = self.integer(round(low * scale), round(high * scale))
            if drawn or low == high == 0:
                return float(drawn / scale)

    def choice(self, options: Sequence[object]) -> object:
        return options[self.integer(0, len(options) - 1)]

    def array(self, shape: Shape, low: float = -3.0, high: float = 3.0, decimals: int = 1) -> Array:
        """Float64 array of distinct-looking non-zero values in [low, high]."""
        size = int(np.prod(shape))
        flat = [self.number(low, high, decimals) for _ in range(size)]
        return np.array(flat, dtype=np.float64).reshape(shape)

    def integers(self, shape: Shape, low: int = -4, high: int = 4) -> NDArray[np.int64]:
        """Int64 array in [low, high] (0 included)."""
        size = int(np.prod(shape))
        flat = [self.integer(low, high) for _ in range(size)]
        return np.array(flat, dtype=np.int64).reshape(shape)

    def probabilities(self, shape: Shape) -> Array:
        """Values strictly inside (0, 1): 0.05 to 0.95 by 0.01, never 0.5."""
        size = int(np.prod(shape))
        flat: list[float] = []
        while len(flat) < size:
            value = self.integer(5, 95) / 100
            if value != 0.5:
                flat.append(value)
        return np.array(flat, dtype=np.float64).reshape(shape)

    def distribution(self, k: int, n: int) -> Array:
        """`(k, n)`: each column a probability distribution in hundredths, each entry > 0."""
        columns = []
        for _ in range(n):
            weights = [self.integer(1, 9) for _ in range(k)]
            parts = [max(1, 100 * w // sum(weights)) for w in weights]
            parts[weights.index(max(weights))] += 100 - sum(parts)
            columns.append(parts)
        return np.array(columns, dtype=np.float64).T.copy() / 100

    def labels(self, shape: Shape) -> Array:
        """0/1 labels as float64; with two or more entries, both values occur, in unequal number
        when there are three or more."""
        size = int(np.prod(shape))
        flat = [float(self.integer(0, 1)) for _ in range(size)]
        if size >= 2 and (len(set(flat)) == 1 or (size >= 3 and sum(flat) * 2 == size)):
            at = self.integer(0, size - 1)
            flat[at] = 1.0 - flat[at]
        return np.array(flat, dtype=np.float64).reshape(shape)

    def one_hot(self, k: int, n: int) -> Array:
        """`(k, n)` one-hot columns."""
        out = np.zeros((k, n))
        for column in range(n):
            out[self.integer(0, k - 1), column] = 1.0
        return out

    def seed(self) -> int:
        return self.integer(0, 2**31 - 1)
