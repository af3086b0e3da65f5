"""Whether the checks ask the same each time: a grade must not hang on when it was given."""

from __future__ import annotations

from collections.abc import Iterable

from grader.answers.callbacks import Unplaced
from grader.answers.codec import digest
from grader.authoring import Case
from grader.check.bench import CaseBook
from grader.check.first_asks import Ask
from grader.engine.loop import Loop
from grader.engine.pytest_run import check_files, run_pytest
from grader.model.assignment import Assignment, Course
from grader.model.report import Report
from grader.model.submission import Limits, Submission
from grader.sandbox.cage import Cage


def unsteady(
    course: Course, assignment: Assignment, submission: Submission, cage: Cage
) -> list[str]:
    """The checks whose first cases differ from one drawing to the next under the same seed.
    `submission` is any that can be graded.

    Raises:
        CourseError: the checks cannot be collected.
    """
    loop = _Redrawing(course, assignment, submission, cage)
    run_pytest(course, check_files(course, assignment), loop)
    return loop.unsteady


class _Redrawing(Loop):
    """Grades as ever, and draws everything twice."""

    def __init__(
        self, course: Course, assignment: Assignment, submission: Submission, cage: Cage
    ) -> None:
        reports: list[Report] = []
        super().__init__(course, [submission], reports.append, cage, None, Limits(), None)
        self.add(assignment)
        self.unsteady: list[str] = []

    def _asks(self, book: CaseBook) -> list[tuple[str, Ask]]:
        first, again = super()._asks(book), super()._asks(self._new_book(book.assignment))
        drawn = {ask.check: _digests(ask.cases) for _, ask in again}
        self.unsteady = [a.check for _, a in first if drawn.get(a.check) != _digests(a.cases)]
        return first


def _digests(cases: Iterable[Case]) -> list[bytes]:
    return [_digest(case) for case in cases]


def _digest(case: Case) -> bytes:
    try:
        return digest(case)
    except (TypeError, Unplaced):
        return b""  # a function of an unknown place: nothing can be said of it
