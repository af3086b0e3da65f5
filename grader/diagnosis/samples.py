"""Cases with a wrong answer, as structural findings see them: numeric, by argument name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.compare.agreement import Tolerance, close
from grader.language.text import Text
from grader.model.report import Diagnosis

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """One call: numeric arguments by name, the due value, the given value."""

    args: dict[str, Array]
    due: Array
    given: Array
    slide: bool = False

    @property
    def wrong(self) -> bool:
        return not same_array(self.given, self.due)


def same_array(a: Array, b: Array) -> bool:
    return a.shape == b.shape and bool(np.all(close(a, b, Tolerance())))


class Scope(Enum):
    """What a finding speaks of, and so what may refute it."""

    KNOWN = "a known mistake, which was held against every case already"
    GENERAL = "every value: not of a function that was right before"
    LOCAL = "the inputs at hand: others may well be right"
    SLIDE = "every value but the slide's: turned round, the slide's numbers come out wrong too"


@dataclass(frozen=True, slots=True)
class Finding:
    """What relates the wrong answers to the right ones."""

    diagnosis: Diagnosis
    scope: Scope


def named(id: str, said: Text) -> Finding:
    """A finding about every value."""
    return Finding(Diagnosis(f"structure.{id}", said), Scope.GENERAL)


def local(id: str, said: Text) -> Finding:
    """A finding that speaks of the inputs at hand."""
    return replace(named(id, said), scope=Scope.LOCAL)


def holds(
    samples: Sequence[Sample],
    change: Callable[[Sample], Array | None],
    informative: int = 2,
) -> bool:
    """`given == change(sample)` everywhere, and differs from what is due often enough."""
    count = 0
    for s in samples:
        predicted = change(s)
        if predicted is None or not same_array(s.given, predicted):
            return False
        count += s.wrong and s.given.size > 0
    return count >= informative


def floating(a: Array) -> Array:
    return a if a.dtype.kind == "c" else a.astype(np.float64)
