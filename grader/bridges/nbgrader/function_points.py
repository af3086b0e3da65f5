"""What each function of an assignment is worth: all its checks, hidden ones too."""

from __future__ import annotations

from collections.abc import Sequence

from grader.course.load import source_of
from grader.course.percent import stub
from grader.engine.pytest_run import grade_all
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import CourseError
from grader.model.report import Verdict
from grader.model.submission import CodeCell, Submission
from grader.render.views import function_views
from grader.sandbox.best_cage import best_cage


def points_of(course: Course, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Points by assignment and function, found out by grading the stubs.

    Raises:
        CourseError: a check is broken, or a function has no checks.
        SandboxError: no worker can be started.
    """
    stubs = [
        Submission(name, (CodeCell(f"{name}.py", stub(source_of(course.load(name)), name)),), name)
        for name in names
    ]
    with best_cage() as cage:
        cage.prestart()
        reports = grade_all(course, stubs, cage=cage, assignments=list(names))
    found: dict[str, dict[str, float]] = {}
    for report in reports:
        broken = [c.id for c in report.checks if c.status is Verdict.BROKEN]
        worth = {v.name: round(v.max_points, 6) for v in function_views(report)}
        graded = [f.name for f in course.load(report.assignment).functions]
        lacking = [name for name in graded if not worth.get(name)]
        if broken or lacking:
            what = ", ".join(broken or lacking)
            raise CourseError(
                tr(
                    "The checks of {assignment} are not in order ({what}); run `grade verify` "
                    "first.",
                    assignment=report.assignment,
                    what=what,
                )
            )
        found[report.assignment] = {name: worth[name] for name in graded}
    return found
