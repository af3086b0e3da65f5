"""Grading source text in tests, through the real engine and real workers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from grader.course.load import load_course, source_of
from grader.engine.pytest_run import grade_all
from grader.model.report import CheckResult, Report
from grader.model.submission import Cell, Limits, Submission
from grader.sandbox.best_cage import best_cage

ROOT = Path(__file__).resolve().parent.parent
COURSE = load_course(ROOT)
QUICK = Limits(load_seconds=1.0, call_seconds=1.0, submission_seconds=60.0)


@cache
def reference(assignment: str) -> str:
    """The reference solution's text."""
    return source_of(COURSE.load(assignment))


def submission(assignment: str, source: str, functions: Sequence[str] = ()) -> Submission:
    label = f"{assignment}.py"
    return Submission(assignment, (Cell(label, source),), label, functions=tuple(functions))


def grade_sources(
    assignment: str,
    sources: Sequence[str],
    functions: Sequence[str] = (),
    limits: Limits = QUICK,
    seed: int | None = None,
) -> list[Report]:
    """One report a source, all in one pytest session."""
    with best_cage() as cage:
        return grade_all(
            COURSE,
            [submission(assignment, s, functions) for s in sources],
            cage=cage,
            limits=limits,
            seed=seed,
            assignments=[assignment],
        )


def check(report: Report, id: str) -> CheckResult:
    return next(c for c in report.checks if c.id == id)


def points(report: Report, function: str) -> tuple[float, float]:
    mine = [c for c in report.checks if c.function == function]
    return sum(c.points for c in mine), sum(c.max_points for c in mine)


def grade_cli(*arguments: object, cwd: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own, seeing this source tree."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "DLGRADE_LANG": "en"}
    if sys.platform == "win32":
        import os

        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    environment |= options.pop("env", {})
    return subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **options,
    )
