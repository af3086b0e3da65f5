"""What is generated from `solutions/`, and what students get."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model.assignment import Course
from grader.release.generated import build, generated, stale

__all__ = ["build", "generated", "released", "stale"]


def released(course: Course, names: Sequence[str]) -> dict[str, bytes]:
    """`course.toml` and `checks/…` of a student bundle for just these assignments: paths relative
    to its root, and contents.

    Raises:
        UsageError: `course` is itself a student bundle.
        CourseError: an assignment cannot be released; says why.
    """
    from grader.release.checks_folder import (
        released as made,  # pytest and NumPy, which `build` spares
    )

    return made(course, names)
