"""Whether the checks ask the same each time: a grade must not hang on when it was given."""

from __future__ import annotations

from collections.abc import Iterable

from grader.answers.callbacks import Unplaced
from grader.answers.codec import digest
from grader.answers.live import LiveOracle
from grader.authoring import Case
from grader.check.casebook import CaseBook
from grader.check.runner import CheckRunner
from grader.engine.pytest_run import check_files, run_pytest
from grader.model.assignment import Assignment, Course


def unsteady(course: Course, assignment: Assignment) -> list[str]:
    """The checks whose first cases differ from one drawing to the next under the same seed.

    Raises:
        CourseError: the checks cannot be collected.
    """
    found: list[str] = []

    def draw_twice(runner: CheckRunner) -> None:
        runner.sort({assignment.name: assignment})
        books = [
            CaseBook(assignment, course.seed, LiveOracle(course, assignment)) for _ in range(2)
        ]
        first, again = (runner.first_asks(book) for book in books)
        drawn = {ask.check: _digests(ask.cases) for _, ask in again}
        found.extend(a.check for _, a in first if drawn.get(a.check) != _digests(a.cases))

    run_pytest(course, check_files(course, assignment), draw_twice)
    return found


def _digests(cases: Iterable[Case]) -> list[bytes]:
    return [_digest(case) for case in cases]


def _digest(case: Case) -> bytes:
    try:
        return digest(case)
    except (TypeError, Unplaced):
        return b""  # a function of an unknown place: nothing can be said of it
