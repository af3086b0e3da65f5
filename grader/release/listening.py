"""Grading as ever, and keeping what the checks ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from grader.answers.live import LiveOracle
from grader.authoring import Case
from grader.check.casebook import CaseBook, CaseRequest, Posed
from grader.engine.loop import Loop
from grader.engine.pytest_run import run_pytest
from grader.model.assignment import Assignment, Course
from grader.model.outcome import Outcome
from grader.model.report import Report
from grader.model.submission import Submission
from grader.sandbox.cage import Cage

Place = tuple[str, str, str]
"""Where cases are posed: check, function, generator."""


class ListeningOracle(LiveOracle):
    """Remembers which cases of no generator it was asked for: `reference.call`, lists."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        super().__init__(course, assignment)
        self.loose: list[tuple[str, Case]] = []

    def expected(self, function: str, case: Case) -> Outcome:
        if not case.key and not case.shrunk:
            self.loose.append((function, case))
        return super().expected(function, case)


@dataclass(slots=True)
class Log:
    """What the checks asked for, once for each check, function and generator, and the cases."""

    requests: dict[Place, CaseRequest] = field(default_factory=dict)
    posed: dict[tuple[str, str, str, int], Posed] = field(default_factory=dict)

    def note(self, request: CaseRequest, posed: Posed) -> None:
        """Keep this, where the cases are a generator's and will be asked for again."""
        if not callable(request.generator) or not posed[0][0].key:
            return
        at = (request.check, request.function, request.generator.__qualname__)
        known = self.requests.setdefault(at, request)
        if request.diagnosed:
            self.requests[at] = replace(known, diagnosed=True, dims=request.dims)
        self.posed[*at, request.round] = posed


class Listener:
    """A case book of the course's own answers, and all that was asked of it."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        self.log = Log()
        self.oracle = ListeningOracle(course, assignment)
        self.book = CaseBook(assignment, course.seed, self.oracle, self.log.note)
        self._course = course

    def grade(
        self, submissions: Iterable[Submission], paths: Sequence[str], cage: Cage
    ) -> list[Report]:
        """Grade by the checks at `paths`, and listen.

        Raises:
            CourseError: they cannot be collected.
        """
        reports: list[Report] = []
        assignments = [self.book.assignment]
        loop = Loop(
            self._course,
            assignments,
            submissions,
            reports.append,
            cage,
            book_of=lambda _: self.book,
        )
        run_pytest(self._course, paths, loop.run)
        return reports
