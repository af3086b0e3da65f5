"""What every submission of a class is asked first, known before any of them is there.

The first calls that a check makes do not depend on the student: they are drawn from the seed. So
they are found out once by running each check up to its first call, sent to the worker once, and
asked by number, all checks of a function in one frame. What a check asks after that (to name a
mistake, to make its case smaller) goes call by call.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from grader.authoring import Case
from grader.diagnosis.runs import CaseResult
from grader.model.report import CheckResult
from grader.model.submission import Call, Callback
from grader.sandbox import requests
from grader.sandbox.cage import Frame

TRY_SECONDS = 1.0
MEMO_BYTES = 16 << 20
MEMO_ENTRY_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Ask:
    """The first thing that a check asks."""

    check: str
    function: str
    cases: tuple[Case, ...]
    seconds: float | None

    @property
    def timeout(self) -> float:
        """How long all these calls may take together before they are made one by one."""
        return min(self.seconds or TRY_SECONDS, TRY_SECONDS)


@dataclass(frozen=True, slots=True)
class Plan:
    """The first asks of all checks: `places` says which group and which number a check has."""

    frame: bytes
    groups: tuple[tuple[Ask, ...], ...]
    places: dict[str, tuple[int, int]]


NO_PLAN = Plan(b"", (), {})


def plan(asks: Sequence[Sequence[Ask]]) -> Plan:
    """A plan from the asks of each function's checks."""
    groups = [tuple(a for a in group if _may_be_planned(a)) for group in asks]
    groups = [group for group in groups if group]
    if not groups:
        return NO_PLAN
    calls = [
        [[Call(ask.function, c.args, c.kwargs) for c in ask.cases] for ask in group]
        for group in groups
    ]
    places = {ask.check: (g, i) for g, group in enumerate(groups) for i, ask in enumerate(group)}
    return Plan(requests.plan(calls), tuple(groups), places)


def _may_be_planned(ask: Ask) -> bool:
    """Cases that the case book keeps, and no callback, which answers for one submission only."""
    values = [v for c in ask.cases for v in (*c.args, *c.kwargs.values())]
    return all(c.key for c in ask.cases) and not any(isinstance(v, Callback) for v in values)


@dataclass(frozen=True, slots=True)
class Passed:
    """What a check came to that asked nothing but its planned calls, and passed."""

    result: CheckResult
    used: tuple[tuple[str, tuple[str, ...]], ...]
    runs: dict[str, list[CaseResult]]


@dataclass(slots=True)
class PassedChecks:
    """Passed checks by the very bytes of the replies they were judged on: a check is a function
    of its replies, and in a class many are the same to the last bit."""

    _kept: OrderedDict[tuple[str, bytes, bytes], Passed] = field(default_factory=OrderedDict)
    _bytes: int = 0

    def get(self, check: str, frame: Frame) -> Passed | None:
        found = self._kept.get((check, *frame))
        if found is not None:
            self._kept.move_to_end((check, *frame))
        return found

    def put(self, check: str, frame: Frame, passed: Passed) -> None:
        size = len(frame[0]) + len(frame[1])
        if size > MEMO_ENTRY_BYTES or (check, *frame) in self._kept:
            return
        self._kept[(check, *frame)] = passed
        self._bytes += size
        while self._bytes > MEMO_BYTES:
            (_, head, blob), _ = self._kept.popitem(last=False)
            self._bytes -= len(head) + len(blob)
