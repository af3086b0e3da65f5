"""From targets to reports: what `grade` and `grade --watch` share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from grader.intake.targets import Target, twins
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import (
    EXIT_COULD_NOT_GRADE,
    EXIT_PASSED,
    EXIT_POINTS_MISSING,
    SubmissionError,
)
from grader.model.report import Report, Status
from grader.model.submission import Submission
from grader.sandbox.cage import Cage


def exit_code(reports: Sequence[Report]) -> int:
    if any(r.status is not Status.GRADED for r in reports):
        return EXIT_COULD_NOT_GRADE
    full = all(r.score >= r.max_score for r in reports)
    return EXIT_PASSED if full else EXIT_POINTS_MISSING


def grade_targets(
    course: Course,
    targets: Sequence[Target],
    cage: Cage,
    options: argparse.Namespace,
    *,
    progress: bool | None,
    lang: str,
) -> list[Report]:
    """Read and grade each target."""
    from grader.engine.pytest_run import grade
    from grader.render.terminal_stream import Progress

    submissions = [_read(target, course, options.assignment) for target in targets]
    names = list(dict.fromkeys(s.assignment for s in submissions))
    reports: list[Report] = []
    with Progress(sys.stderr, enabled=progress) as line:

        def on_check(function: str, done: int, total: int) -> None:
            line.update(f"{function}  {done}/{total}")

        grade(
            course,
            submissions,
            reports.append,
            cage=cage,
            seed=options.seed,
            assignments=names,
            on_check=on_check,
        )
    return reports


def _read(target: Target, course: Course, assignment: str | None) -> Submission:
    from dataclasses import replace

    from grader.intake.student_file import read_submission

    submission = read_submission(
        target.path, course, assignment=assignment or target.assignment, functions=target.functions
    )
    known = course.assignment(submission.assignment)
    if known is None:
        raise SubmissionError(
            tr("There is no assignment {assignment}.", assignment=submission.assignment)
        )
    if target.assignment is None:
        return submission
    notes = tuple(
        tr(
            "There is also {name}; {name2}, saved later, is what was graded.",
            name=p.name,
            name2=target.path.name,
        )
        for p in twins(target)
        if p.stat().st_mtime_ns // 10**9 != target.path.stat().st_mtime_ns // 10**9
        and target.path.suffix == ".ipynb"
    )
    return replace(submission, notes=(*submission.notes, *notes))
