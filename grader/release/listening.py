"""Grading as ever, and keeping what the checks ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.answers.live import LiveOracle
from grader.authoring import Case, Generator
from grader.check.bench import CaseBook, Posed
from grader.check.probe import Probe
from grader.compare.agreement import Tolerance
from grader.diagnosis.shrink import Dims
from grader.engine.loop import Loop
from grader.model.assignment import Assignment, Course
from grader.model.outcome import Outcome
from grader.model.report import Report
from grader.model.submission import Limits, Submission
from grader.sandbox.cage import Cage


@dataclass(slots=True)
class Asked:
    """How cases were posed, once for each check, function and generator."""

    generator: Generator
    independent: Callable[..., Any] | None
    tol: Tolerance
    raising: bool
    dims: Dims | None = None
    matched: bool = False


Place = tuple[str, str, str]


class ListeningOracle(LiveOracle):
    """Remembers which cases of no generator it was asked for: `reference.call`, lists."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        super().__init__(course, assignment)
        self.loose: list[tuple[str, Case]] = []

    def expected(self, function: str, case: Case) -> Outcome:
        if not case.key:
            self.loose.append((function, case))
        return super().expected(function, case)


@dataclass(slots=True)
class Log:
    """What the checks posed."""

    asked: dict[Place, Asked] = field(default_factory=dict)
    posed: dict[tuple[str, str, str, int], Posed] = field(default_factory=dict)


class _Book(CaseBook):
    """Remembers every case it poses."""

    def __init__(
        self, assignment: Assignment, seed: int, oracle: ListeningOracle, log: Log
    ) -> None:
        super().__init__(assignment, seed, oracle)
        self.log = log

    def pose(
        self,
        check: str,
        function: str,
        generator: Generator | Sequence[Case],
        round: int,
        independent: Callable[..., Any] | None,
        tol: Tolerance,
        raising: bool,
    ) -> Posed:
        posed = super().pose(check, function, generator, round, independent, tol, raising)
        if callable(generator) and posed[0][0].key:
            name = generator.__qualname__
            asked = Asked(generator, independent, tol, raising)
            self.log.asked.setdefault((check, function, name), asked)
            self.log.posed[check, function, name, round] = posed
        return posed


class _Probe(Probe):
    """Tells the log which cases may be cut, and how."""

    def matches(
        self, function: str, generator: Any, *, dims: Dims | None = None, **rest: Any
    ) -> None:
        book = self._bench.book
        super().matches(function, generator, dims=dims, **rest)
        assert isinstance(book, _Book)
        name = getattr(generator, "__qualname__", "")
        asked = book.log.asked.get((self._check, function, name))
        if asked is not None:
            asked.dims, asked.matched = dims, True


class ListeningLoop(Loop):
    """Grades as ever, and keeps what was asked."""

    prober = _Probe

    def __init__(
        self, course: Course, assignment: Assignment, submissions: Iterable[Submission], cage: Cage
    ) -> None:
        self.reports: list[Report] = []
        super().__init__(
            course, submissions, self.reports.append, cage, course.seed, Limits(), None
        )
        self.log = Log()
        self.oracle = ListeningOracle(course, assignment)
        self.add(assignment)

    def _new_book(self, assignment: Assignment) -> CaseBook:
        return _Book(assignment, self._seed, self.oracle, self.log)
