"""Counts over a class: how an assignment, a function, a mistake went. No order of adding shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from grader.language.text import Text

BINS = 11
"""Bars of a histogram: 0–9 %, 10–19 %, …, 90–99 %, and full marks."""


@dataclass(slots=True)
class FunctionTally:
    """How a function went over the class. `place` is its place in the teaching order."""

    title: Text
    place: int
    full: int = 0
    partly: int = 0
    none: int = 0
    unwritten: int = 0

    @property
    def total(self) -> int:
        return self.full + self.partly + self.none + self.unwritten


@dataclass(slots=True)
class AssignmentTally:
    """How an assignment went. `shares` counts scores by their share in 1/10,000; `looked_at` is
    how many submissions mistakes were looked for in."""

    title: Text
    looked_at: int = 0
    shares: Counter[int] = field(default_factory=Counter)
    functions: dict[str, FunctionTally] = field(default_factory=dict)

    @property
    def graded(self) -> int:
        return self.shares.total()

    @property
    def mean(self) -> float | None:
        """Mean share, 0–1, over what was graded."""
        if not self.shares:
            return None
        return sum(share * n for share, n in self.shares.items()) / self.graded / 10_000

    @property
    def median(self) -> float | None:
        """Median share, 0–1; the lower of the two middle ones."""
        left = (self.graded + 1) // 2
        for share, n in sorted(self.shares.items()):
            left -= n
            if left <= 0:
                return share / 10_000
        return None

    @property
    def bins(self) -> tuple[int, ...]:
        """The histogram's counts, `BINS` of them."""
        counts = [0] * BINS
        for share, n in self.shares.items():
            counts[min(share // 1_000, BINS - 1)] += n
        return tuple(counts)


@dataclass(slots=True)
class MistakeTally:
    """How many submissions a mistake was named in. `text` is the first student's, by name."""

    key: tuple[str, str, str]
    text: Text
    student: str
    count: int = 0
    differs: bool = False
