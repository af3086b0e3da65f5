"""Random choices that are the same for ever, on any machine and any version of Python.

A stream is HMAC-SHA256 in counter mode: block *i* is `HMAC(key, i)` with *i* as eight bytes, big
end first, and the key of a stream is `HMAC(secret, names)`. Names are length-prefixed, so that
no two lists of names share a stream. Integers come from the bytes by rejection, so that none is
likelier than another.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

T = TypeVar("T")
Exact = int | Fraction


def derive(secret: bytes, *names: object) -> bytes:
    """The 32-byte key of the stream called `names` under `secret`."""
    parts = [str(name).encode() for name in names]
    text = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.new(secret, text, hashlib.sha256).digest()


class Stream:
    """One stream of choices. Streams with other names are independent of it."""

    def __init__(self, secret: bytes, *names: object) -> None:
        self._key = derive(secret, *names)
        self._count = 0
        self._left = b""

    def child(self, *names: object) -> Stream:
        """A stream of its own, which does not depend on what was drawn from this one."""
        return Stream(self._key, *names)

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        while len(self._left) < size:
            block = hmac.new(self._key, self._count.to_bytes(8, "big"), hashlib.sha256).digest()
            self._left += block
            self._count += 1
        taken, self._left = self._left[:size], self._left[size:]
        return taken

    def below(self, n: int) -> int:
        """An integer in [0, n), each equally likely.

        Raises:
            ValueError: `n` is less than 1.
        """
        if n < 1:
            raise ValueError(f"nothing lies below {n}")
        bits = (n - 1).bit_length()
        size = (bits + 7) // 8
        while True:
            drawn = int.from_bytes(self.take(size), "big") >> (8 * size - bits)
            if drawn < n:
                return drawn

    def integer(self, low: int, high: int) -> int:
        """An integer in [low, high]."""
        return low + self.below(high - low + 1)

    def nonzero(self, low: int, high: int) -> int:
        """An integer in [low, high] other than 0."""
        return self.choice([n for n in range(low, high + 1) if n])

    def tenths(self, low: int, high: int) -> Exact:
        """A number other than 0 with at most one decimal: `low` and `high` count tenths."""
        return exact(Fraction(self.nonzero(low, high), 10))

    def choice(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def shuffled(self, options: Sequence[T]) -> tuple[T, ...]:
        """All of `options` in a random order (Fisher and Yates)."""
        out = list(options)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return tuple(out)

    def sample(self, options: Sequence[T], size: int) -> tuple[T, ...]:
        """`size` of `options`, each at most once, in random order.

        Raises:
            ValueError: there are not that many.
        """
        if size > len(options):
            raise ValueError(f"cannot take {size} of {len(options)}")
        return self.shuffled(options)[:size]


def exact(number: Exact) -> Exact:
    """The same number, an `int` where it is whole."""
    return int(number) if number == int(number) else number
