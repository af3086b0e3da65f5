"""Submissions in, reports out: one pytest session, fed submissions one after another.

pytest collects a course's checks once; its run loop is ours (`pytest_runtestloop`, as in
pytest-xdist's workers) and runs the collected items for each submission in turn. Grading one file
is the same path with a queue of one. Nothing is read from printed output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.check.casebook import CheckFault
from grader.check.runner import CheckRunner
from grader.course.seal import CHECKS
from grader.engine.loop import Loop, OnCheck, OnReport
from grader.language.text import tr
from grader.model.assignment import Assignment, Course
from grader.model.errors import CourseError, UsageError
from grader.model.report import Report
from grader.model.submission import Limits, Submission
from grader.sandbox.cage import Cage

INI = Path(__file__).parent / "harness.ini"
Work = Callable[[CheckRunner], None]
"""What is done with the collected checks."""


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
    chosen = [course.load(name) for name in names]
    paths = [path for a in chosen for path in check_files(course, a)]
    if not paths:
        raise CourseError(
            tr("The course has no checks (checks.py) for {names}.", names=", ".join(names))
        )
    loop = Loop(course, chosen, submissions, on_report, cage, seed, limits, on_check)
    run_pytest(course, paths, loop.run)


def grade_all(course: Course, submissions: Iterable[Submission], **options: Any) -> list[Report]:
    """`grade`, collected into a list."""
    reports: list[Report] = []
    grade(course, submissions, reports.append, **options)
    return reports


def check_files(course: Course, assignment: Assignment) -> list[str]:
    """Where an assignment's checks stand."""
    names = ("checks.py",) if course.released else ("checks.py", "hidden.py")
    return [str(p) for p in (assignment.folder / name for name in names) if p.is_file()]


class _Collecting:
    """The plugin that owns pytest's run loop: what it collects is handed to `work`."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.runner = CheckRunner()
        self.home: str | None = None  # where to be again once the checks are collected
        self.collect_error = ""
        self.failure: BaseException | None = None
        self.finished = False

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.collect_error = _last_said(str(report.longrepr))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.home is not None:
            os.chdir(self.home)
        if session.testsfailed:
            return True
        try:
            self.runner.take(session.items)
            with np.errstate(all="ignore"):
                self._work(self.runner)
            self.finished = True
        except BaseException as error:  # noqa: BLE001 - carried through pytest to our caller
            self.failure = error
        return True


def _last_said(text: str) -> str:
    """What went wrong, of pytest's report of a module that cannot be imported: `E` marks its lines,
    and of a syntax error the place comes first."""
    said = [line[1:].strip() for line in text.splitlines() if line.startswith("E ")]
    said = said or text.strip().splitlines()
    place = next((line for line in said if line.startswith("File ")), "")
    return f"{place}: {said[-1]}" if place else said[-1]


def run_pytest(course: Course, paths: Sequence[str], work: Work) -> None:
    """Collect the checks at `paths` and hand them to `work`.

    Raises:
        CourseError: they cannot be collected, or are themselves wrong.
        Exception: whatever `work` raises.
    """
    session = _Collecting(work)
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
    if "[" in root or "::" in root:
        # pytest takes these in a path for the name of a test: it gets the rest of the path.
        paths = [os.path.relpath(path, root) for path in paths]
        session.home = os.getcwd()
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
        code = pytest.main(arguments, plugins=[session, session.runner, session.runner.fixtures])
    finally:
        if session.home is not None:
            os.chdir(session.home)
        sys.dont_write_bytecode = bytecode
        for name, value in saved.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    failure = session.failure
    if isinstance(failure, CheckFault):
        raise CourseError(tr("The course is wrong: {failure}", failure=failure))
    if failure is not None:
        raise failure
    if not session.finished:
        what = session.collect_error or f"pytest ended with {code!r}"
        raise CourseError(tr("The course's checks cannot be collected: {what}", what=what))
