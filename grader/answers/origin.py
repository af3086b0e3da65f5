"""Where the trusted answers come from: a course's solutions, or a bundle's recording."""

from __future__ import annotations

from grader.answers.live import LiveOracle, Oracle
from grader.answers.recorded import RecordedOracle
from grader.model.assignment import Assignment, Course


def oracle_of(course: Course, assignment: Assignment) -> Oracle:
    """The trusted answers for `assignment`.

    Raises:
        CourseError: they cannot be loaded.
    """
    return RecordedOracle(assignment) if course.released else LiveOracle(course, assignment)
