"""Submissions in, reports out: one pytest session, fed submissions one after another.

pytest collects a course's checks once; its run loop is ours (`pytest_runtestloop`, as in
pytest-xdist's workers) and runs the collected items for each submission in turn. Grading one file
is the same path with a queue of one. Nothing is read from printed output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from grader.check.bench import CheckFault
from grader.course.seal import CHECKS
from grader.engine.loop import Loop, OnCheck, OnReport
from grader.language.text import tr
from grader.model.assignment import Assignment, Course
from grader.model.errors import CourseError, UsageError
from grader.model.report import Report
from grader.model.submission import Limits, Submission
from grader.sandbox.cage import Cage

INI = Path(__file__).parent / "harness.ini"


def grade(
    course: Course,
    submissions: Iterable[Submission],
    on_report: OnReport,
    *,
    cage: Cage,
    seed: int | None = None,
    limits: Limits | None = None,
    assignments: Sequence[str] | None = None,
    on_check: OnCheck | None = None,
) -> None:
    """Grade `submissions` in order, handing each report to `on_report` as it is ready.

    Args:
        assignments: names of the assignments to collect checks for (default: all).
        on_check: told (function, checks done, checks in all) after each check.

    Raises:
        UsageError: a student bundle is asked for cases of another seed.
        CourseError: the course's checks cannot be collected.
        SandboxError: no worker can be started.
    """
    if course.released and seed not in (None, course.seed):
        raise UsageError(
            tr(
                "The cases of this release and their answers were recorded under seed {seed}; "
                "--seed {seed2} is for the instructor's course.",
                seed=course.seed,
                seed2=seed,
            )
        )
    names = list(assignments or course.names)
    loop = Loop(course, submissions, on_report, cage, seed, limits or Limits(), on_check)
    paths = []
    for name in names:
        assignment = course.assignment(name)
        assert assignment is not None
        loop.add(assignment)
        paths += check_files(course, assignment)
    if not paths:
        raise CourseError(
            tr("The course has no checks (checks.py) for {names}.", names=", ".join(names))
        )
    run_pytest(course, paths, loop)


def grade_all(course: Course, submissions: Iterable[Submission], **options: Any) -> list[Report]:
    """`grade`, collected into a list."""
    reports: list[Report] = []
    grade(course, submissions, reports.append, **options)
    return reports


def check_files(course: Course, assignment: Assignment) -> list[str]:
    """Where an assignment's checks stand."""
    names = ("checks.py",) if course.released else ("checks.py", "hidden.py")
    return [str(p) for p in (assignment.folder / name for name in names) if p.is_file()]


def run_pytest(course: Course, paths: Sequence[str], loop: Loop) -> None:
    """Collect the checks at `paths` and hand them to `loop`.

    Raises:
        CourseError: they cannot be collected, or are themselves wrong.
    """
    root = str(course.root)
    if root not in sys.path and not course.released:
        sys.path.insert(0, root)
    quiet = ["cacheprovider", "logging", "warnings", "terminal", "faulthandler", "doctest"]
    quiet += ["junitxml", "pastebin", "debugging", "unittest", "stepwise", "setuponly", "setupplan"]
    quiet += [
        "threadexception",
        "unraisableexception",
        "tmpdir",
        "monkeypatch",
        "recwarn",
        "capture",
    ]
    quiet += ["pytester_assertions", "nose", "legacypath"]
    home = os.getcwd()
    if "[" in root or "::" in root:
        # pytest takes these in a path for the name of a test: it gets the rest of the path.
        paths = [os.path.relpath(path, root) for path in paths]
        loop.home = home
        os.chdir(root)
    arguments = [*paths, f"--rootdir={root}", "-c", str(INI), "--noconftest", "--assert=plain"]
    for name in quiet:
        arguments += ["-p", f"no:{name}"]
    if course.released:
        # Nothing that lies in the student's folder becomes importable, and checks of an earlier
        # release stay neither in memory nor as bytecode (unpacked files all have one time).
        arguments.append("--import-mode=importlib")
        for name in [n for n in sys.modules if n.partition(".")[0] == CHECKS]:
            del sys.modules[name]
    # What a user set for their own test runs must not reach ours.
    ours = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}
    saved = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    bytecode = sys.dont_write_bytecode
    sys.dont_write_bytecode = bytecode or course.released
    try:
        code = pytest.main(arguments, plugins=[loop])
    finally:
        if loop.home is not None:
            os.chdir(loop.home)
        sys.dont_write_bytecode = bytecode
        for name, value in saved.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    if isinstance(loop.failure, CheckFault):
        raise CourseError(tr("The course is wrong: {failure}", failure=loop.failure))
    if loop.failure is not None:
        raise loop.failure
    if not loop.finished:
        what = loop.collect_error or f"pytest ended with {code!r}"
        raise CourseError(tr("The course's checks cannot be collected: {what}", what=what))
