"""pytest's run loop, owned: the collected checks run for one submission after another.

As pytest-xdist's workers do, `pytest_runtestloop` is ours. Nothing is read from printed output.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

import numpy as np
import pytest

from grader import __version__
from grader.answers.origin import oracle_of
from grader.check.bench import Asked, Bench, CaseBook, Ended, Rehearsal
from grader.check.first_asks import Ask, Plan, plan
from grader.check.judge import settle, unmet
from grader.check.plugin import CheckInfo, GradePlugin
from grader.compare import sentences
from grader.engine.session import StudentSession
from grader.language.text import Text, tr
from grader.model.assignment import Assignment, Course
from grader.model.errors import SandboxError, SandboxLost, SubmissionError
from grader.model.outcome import Loaded
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.model.submission import Limits, Submission
from grader.sandbox.cage import Cage

OnReport = Callable[[Report], None]
OnCheck = Callable[[str, int, int], None]

BROKEN = tr("The grader itself failed here. It costs you nothing; your instructor will look at it.")


PUBLIC_ONLY = tr(
    "These are the public checks only. The hidden ones are run by your instructor, so the score "
    "is that of the public part."
)


class Loop(GradePlugin):
    """The plugin that owns pytest's run loop."""

    def __init__(
        self,
        course: Course,
        submissions: Iterable[Submission],
        on_report: OnReport,
        cage: Cage,
        seed: int | None,
        limits: Limits,
        on_check: OnCheck | None,
    ) -> None:
        super().__init__()
        self._course = course
        self._submissions = submissions
        self._on_report = on_report
        self._cage = cage
        self._seed = course.seed if seed is None else seed
        self._limits = limits
        self._on_check = on_check
        self._books: dict[str, CaseBook] = {}
        self._assignments: dict[str, Assignment] = {}
        self._blanks: dict[str, CheckResult] = {}
        self._items: dict[str, list[tuple[pytest.Item, CheckInfo]]] = {}
        self._excinfo: BaseException | None = None
        self.home: str | None = None  # where to be again once the checks are collected
        self.collect_error = ""
        self.failure: BaseException | None = None
        self.finished = False

    def add(self, assignment: Assignment) -> None:
        self._assignments[assignment.name] = assignment

    # ------------------------------------------------------------------ pytest's hooks

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.collect_error = _last_said(str(report.longrepr))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.home is not None:
            os.chdir(self.home)
        if session.testsfailed:
            return True
        try:
            self._sort(session.items)
            with np.errstate(all="ignore"):
                for submission in self._submissions:
                    self._on_report(self._settled(submission))
            self.finished = True
        except BaseException as error:  # noqa: BLE001 - carried through pytest to our caller
            self.failure = error
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> pytest.TestReport:
        # pytest's own report renders a traceback: milliseconds, and nobody reads it here.
        if call.excinfo is not None and self._excinfo is None:
            self._excinfo = call.excinfo.value
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        when = call.when if call.when != "collect" else "setup"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)

    def pytest_exception_interact(self) -> None:
        """Nothing is shown for a failing check but its report."""

    # ------------------------------------------------------------------ grading

    def _sort(self, items: Sequence[pytest.Item]) -> None:
        order = {
            (a.name, f.name): i
            for a in self._assignments.values()
            for i, f in enumerate(a.functions)
        }
        for item in items:
            name = item.path.parent.name
            self._items.setdefault(name, []).append((item, self.info(item)))
        for name, group in self._items.items():
            group.sort(key=lambda pair: order.get((name, pair[1].function), len(order)))

    def _book(self, assignment: Assignment) -> CaseBook:
        if assignment.name not in self._books:
            book = self._books[assignment.name] = self._new_book(assignment)
            book.plan = self._rehearse(book)
        return self._books[assignment.name]

    def _new_book(self, assignment: Assignment) -> CaseBook:
        return CaseBook(assignment, self._seed, oracle_of(self._course, assignment))

    def _rehearse(self, book: CaseBook) -> Plan:
        groups: dict[str, list[Ask]] = {}
        for function, ask in self._asks(book):
            groups.setdefault(function, []).append(ask)
        return plan(list(groups.values()))

    def _asks(self, book: CaseBook) -> list[tuple[str, Ask]]:
        """Find out what each check asks first, by letting it run that far; with the function that
        it is a check of."""
        asks = []
        for item, info in self._items.get(book.assignment.name, []):
            self.bench = Rehearsal(book)
            self._run(item)
            if isinstance(self._excinfo, Asked):
                asks.append((info.function, self._excinfo.ask))
        self.bench = None
        return asks

    def _settled(self, submission: Submission) -> Report:
        """The submission's report. A sandbox that is lost on the way is our fault: once more, and
        then it is for the instructor to look at."""
        try:
            return self._grade(submission)
        except SandboxLost:
            pass
        try:
            return self._grade(submission)
        except SandboxLost as error:
            return self._broken(submission, error.text)

    def _grade(self, submission: Submission) -> Report:
        started = time.perf_counter()
        assignment = self._assignments[submission.assignment]
        items = self._items_of(submission)
        book = self._book(assignment)
        session = StudentSession(
            self._cage,
            submission,
            submission.functions or [f.name for f in assignment.functions],
            self._limits,
            assignment.policy,
            self._seed,
            book.plan,
        )
        try:
            try:
                loaded = session.load()
            except SubmissionError as error:
                return self._rejected(submission, error.text)
            self.bench = Bench(session, loaded, book, submission.cells)
            results: dict[str, CheckResult] = {}
            for item, info in items:
                results[info.id] = self._check(item, info, results)
                if self._on_check is not None:
                    self._on_check(info.function, len(results), len(items))
            checks = settle(list(results.values()), self.bench, assignment)
        finally:
            session.close()
        broken = any(c.status is Verdict.BROKEN for c in checks)
        report = self._report(submission, loaded, checks)
        return replace(
            report,
            status=Status.NEEDS_REVIEW if broken else Status.GRADED,
            seconds=time.perf_counter() - started,
        )

    def _items_of(self, submission: Submission) -> list[tuple[pytest.Item, CheckInfo]]:
        items = self._items.get(submission.assignment, [])
        if not submission.functions:
            return items
        return [pair for pair in items if pair[1].function in submission.functions]

    def _check(
        self, item: pytest.Item, info: CheckInfo, results: dict[str, CheckResult]
    ) -> CheckResult:
        assert self.bench is not None
        result = self._blanks.get(info.id) or self._blanks.setdefault(info.id, _blank(info))
        if any(n in results and results[n].status is Verdict.BROKEN for n in info.needs):
            return replace(result, status=Verdict.BROKEN, max_points=0.0, message=BROKEN)
        waiting = unmet(info, results, self.bench.ended)
        if waiting is not None:
            return replace(result, status=Verdict.SKIPPED, message=waiting)
        bench, memo = self.bench, self.bench.book.memo
        frame = bench.frame(info.id)
        if frame is not None and (passed := memo.get(info.id, frame)) is not None:
            return bench.passed_before(passed)
        bench.begin()
        started = time.perf_counter()
        self._run(item)
        result = replace(result, seconds=time.perf_counter() - started)
        ended = self._excinfo
        if ended is None:
            notes = tuple(self.probe.notes) if self.probe is not None else ()
            result = replace(result, points=info.points, notes=notes)
            if frame is not None and bench.asks == 1:
                memo.put(info.id, frame, bench.passed_now(result))
            return result
        if isinstance(ended, Ended):
            result = replace(
                result,
                status=ended.verdict,
                diagnosis=ended.diagnosis,
                unwritten=ended.unwritten,
            )
            if info.hidden:
                # Words, values and exceptions may all carry the inputs out.
                return result
            return replace(
                result,
                message=ended.message,
                shown=ended.shown,
                notes=ended.notes,
                label=ended.label,
                line=ended.line,
            )
        if isinstance(ended, SandboxError | KeyboardInterrupt):
            raise ended
        detail = f"{type(ended).__name__}: {ended}"
        note = Text(detail)
        return replace(result, status=Verdict.BROKEN, max_points=0.0, message=BROKEN, notes=(note,))

    def _run(self, item: pytest.Item) -> None:
        """Run a check. What it ended with is in `_excinfo`, the fixture it used in `probe`."""
        self._excinfo, self.probe = None, None
        arguments = self.arguments(item) if isinstance(item, pytest.Function) else None
        if arguments is None:
            item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
            return
        # pytest's protocol sets up fixtures, tears them down and takes reports: half a millisecond
        # that a check with nothing to tear down does not need.
        try:
            item.obj(**arguments)  # type: ignore[attr-defined]
        except BaseException as error:  # noqa: BLE001 - sorted out by the caller
            self._excinfo = error

    def _rejected(self, submission: Submission, why: Text) -> Report:
        """Nothing of the file can be loaded."""
        checks = [
            replace(_blank(info), status=Verdict.CRASHED, points=0.0, message=why)
            for _, info in self._items_of(submission)
        ]
        report = self._report(submission, Loaded({}), tuple(checks))
        return replace(report, status=Status.REJECTED, notes=(*report.notes, why))

    def _broken(self, submission: Submission, why: Text) -> Report:
        """Nothing can be said of the file."""
        checks = [
            replace(_blank(info), status=Verdict.BROKEN, max_points=0.0, message=BROKEN)
            for _, info in self._items_of(submission)
        ]
        report = self._report(submission, Loaded({}), tuple(checks))
        return replace(report, status=Status.NEEDS_REVIEW, notes=(*report.notes, why))

    def _report(
        self,
        submission: Submission,
        loaded: Loaded,
        checks: tuple[CheckResult, ...],
    ) -> Report:
        assignment = self._assignments[submission.assignment]
        graded = {c.function for c in checks}
        return Report(
            assignment=assignment.name,
            title=assignment.title,
            student=submission.student,
            path=submission.path,
            seed=self._seed,
            status=Status.GRADED,
            isolation=self._cage.tier,
            checks=checks,
            functions=tuple(f for f in assignment.functions if f.name in graded),
            facts=dict(loaded.functions),
            notes=(
                *submission.notes,
                *sentences.problems(loaded.problems),
                *([PUBLIC_ONLY] if self._course.released else []),
            ),
            cells=submission.cells,
            versions={"dlgrade": __version__},
        )


def _last_said(text: str) -> str:
    """What went wrong, of pytest's report of a module that cannot be imported: `E` marks its lines,
    and of a syntax error the place comes first."""
    said = [line[1:].strip() for line in text.splitlines() if line.startswith("E ")]
    said = said or text.strip().splitlines()
    place = next((line for line in said if line.startswith("File ")), "")
    return f"{place}: {said[-1]}" if place else said[-1]


def _blank(info: CheckInfo) -> CheckResult:
    return CheckResult(
        info.id, info.function, info.title, Verdict.PASS, 0.0, info.points, info.hidden
    )
