"""What stands around one submission while its checks run: its session and what it answered."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, cast

from grader.answers.live import Oracle
from grader.authoring import Case
from grader.check.casebook import CaseBook
from grader.check.first_asks import Ask, Passed
from grader.diagnosis.runs import Run
from grader.language.text import Text
from grader.model.outcome import Crashed, Loaded, Outcome, Raised, Returned, TimedOut
from grader.model.report import CheckResult, Diagnosis, Shown, Verdict
from grader.model.submission import Call, Cell
from grader.protocol.frames import WireProtocolError
from grader.sandbox import replies
from grader.sandbox.cage import Frame


class Ended(Exception):
    """A check ended with something to say about the student's work."""

    def __init__(
        self,
        verdict: Verdict,
        message: Text,
        diagnosis: tuple[Diagnosis, ...] = (),
        shown: Shown | None = None,
        notes: tuple[Text, ...] = (),
        label: str | None = None,
        line: int | None = None,
        unwritten: bool = False,
    ) -> None:
        super().__init__(message["en"])
        self.verdict = verdict
        self.message = message
        self.diagnosis = diagnosis
        self.shown = shown
        self.notes = notes
        self.label = label
        self.line = line
        self.unwritten = unwritten


class Session(Protocol):
    """Where calls of the student's functions go."""

    def call_many(self, calls: Sequence[Call], seconds: float | None) -> list[Outcome]: ...

    def planned(self, group: int) -> list[Frame]: ...


@dataclass(slots=True)
class Bench:
    """One submission on the bench."""

    session: Session
    loaded: Loaded
    book: CaseBook
    cells: tuple[Cell, ...] = ()
    used: dict[str, set[str]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    asks: int = 0
    _seen: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _answered: dict[str, dict[str, list[Run]]] = field(default_factory=dict)
    _frames: dict[int, list[Frame]] = field(default_factory=dict)

    @property
    def oracle(self) -> Oracle:
        return self.book.oracle

    @property
    def seed(self) -> int:
        return self.book.seed

    def begin(self) -> None:
        """A check begins."""
        self.asks = 0
        self._seen.clear()

    def ask(
        self, check: str, function: str, cases: Sequence[Case], seconds: float | None
    ) -> list[Outcome]:
        """What the student's function gives; from the planned replies where this is what the
        check was known to ask first."""
        self.asks += 1
        if self.asks == 1 and (frame := self.frame(check)) is not None:
            group, number = self.book.plan.places[check]
            ask = self.book.plan.groups[group][number]
            if len(ask.cases) == len(cases) and all(map(operator.is_, ask.cases, cases)):
                try:
                    return replies.planned(frame, (group, number), len(cases))
                except WireProtocolError:
                    del self._frames[group][number:]
        return self.session.call_many([Call(function, c.args, c.kwargs) for c in cases], seconds)

    def frame(self, check: str) -> Frame | None:
        """The replies to what the check asks first, as they came; None where that is not known
        or was not answered."""
        place = self.book.plan.places.get(check)
        if place is None:
            return None
        group, number = place
        if group not in self._frames:
            self._frames[group] = list(self.session.planned(group))
        frames = self._frames[group]
        return frames[number] if number < len(frames) else None

    def passed_now(self, result: CheckResult) -> Passed:
        """What there is to know of a check that has just passed on its planned replies."""
        runs = {f: kept[result.id] for f, kept in self._answered.items() if result.id in kept}
        return Passed(replace(result, seconds=0.0), tuple(self._seen), runs)

    def passed_before(self, passed: Passed) -> CheckResult:
        """The result of a check that passed on these very replies before."""
        for function, rules in passed.used:
            self.used.setdefault(function, set()).update(rules)
        for function, runs in passed.runs.items():
            self.remember(function, passed.result.id, runs)
        return passed.result

    def observe(self, function: str, outcomes: Sequence[Outcome]) -> None:
        """Keep what calls tell besides their values: rules broken, functions that never end."""
        for outcome in outcomes:
            if isinstance(outcome, Returned | Raised) and outcome.used:
                self.used.setdefault(function, set()).update(outcome.used)
                self._seen.append((function, outcome.used))
            if isinstance(outcome, TimedOut | Crashed):
                self.ended.add(function)

    def remember(self, function: str, check: str, runs: Sequence[Run]) -> None:
        """Keep what `function` gave in `check`, for whoever looks for a mistake later."""
        self._answered.setdefault(function, {})[check] = list(runs)

    def answered(self, function: str, but: str) -> list[Run]:
        """What `function` gave in the checks before `but`."""
        checks = self._answered.get(function, {})
        return [run for check, runs in checks.items() if check != but for run in runs]

    def signature(self, function: str) -> str:
        return f"{function}({', '.join(self.oracle.parameters(function))})"


class Asked(BaseException):
    """What a check asks first: ends its rehearsal."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask.check)
        self.ask = ask


class Rehearsal(Bench):
    """Stands in for a submission until a check asks something of it."""

    def __init__(self, book: CaseBook) -> None:
        super().__init__(cast(Session, None), Loaded({}), book)

    def ask(
        self, check: str, function: str, cases: Sequence[Case], seconds: float | None
    ) -> list[Outcome]:
        raise Asked(Ask(check, function, tuple(cases), seconds))
