"""The collected checks, run for one submission after another: reports come out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pytest

from grader import __version__
from grader.answers.origin import oracle_of
from grader.check.bench import Bench, Ended
from grader.check.casebook import CaseBook
from grader.check.first_asks import Ask, plan
from grader.check.judge import settle, unmet
from grader.check.plugin import CheckInfo
from grader.check.runner import Check, CheckRunner
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
BookOf = Callable[[Assignment], CaseBook]

BROKEN = tr("The grader itself failed here. It costs you nothing; your instructor will look at it.")


PUBLIC_ONLY = tr(
    "These are the public checks only. The hidden ones are run by your instructor, so the score "
    "is that of the public part."
)


class Loop:
    """Grades submissions with the checks that pytest has collected, and hands on the reports.

    `book_of` makes the case book of an assignment: by default one of the course's own answers.
    """

    def __init__(
        self,
        course: Course,
        assignments: Sequence[Assignment],
        submissions: Iterable[Submission],
        on_report: OnReport,
        cage: Cage,
        seed: int | None = None,
        limits: Limits | None = None,
        on_check: OnCheck | None = None,
        book_of: BookOf | None = None,
    ) -> None:
        self._course = course
        self._assignments = {a.name: a for a in assignments}
        self._submissions = submissions
        self._on_report = on_report
        self._cage = cage
        self._seed = course.seed if seed is None else seed
        self._limits = limits or Limits()
        self._on_check = on_check
        self._book_of = book_of or self._live_book
        self._books: dict[str, CaseBook] = {}
        self._blanks: dict[str, CheckResult] = {}
        self._runner = CheckRunner()

    def run(self, runner: CheckRunner) -> None:
        """Grade them all.

        Raises:
            SandboxError: no worker can be started.
        """
        self._runner = runner
        runner.sort(self._assignments)
        for submission in self._submissions:
            self._on_report(self._settled(submission))

    def _live_book(self, assignment: Assignment) -> CaseBook:
        oracle = oracle_of(self._course, assignment)
        oracle.prepare()
        return CaseBook(assignment, self._seed, oracle)

    def _book(self, assignment: Assignment) -> CaseBook:
        if assignment.name not in self._books:
            book = self._books[assignment.name] = self._book_of(assignment)
            groups: dict[str, list[Ask]] = {}
            for function, ask in self._runner.first_asks(book):
                groups.setdefault(function, []).append(ask)
            book.plan = plan(list(groups.values()))
        return self._books[assignment.name]

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
        todo = self._checks_of(submission)
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
            bench = Bench(session, loaded, book, submission.cells)
            results: dict[str, CheckResult] = {}
            for item, info in todo:
                results[info.id] = self._check(item, info, bench, results)
                if self._on_check is not None:
                    self._on_check(info.function, len(results), len(todo))
            checks = settle(list(results.values()), bench, assignment)
        finally:
            session.close()
        broken = any(c.status is Verdict.BROKEN for c in checks)
        report = self._report(submission, loaded, checks)
        return replace(
            report,
            status=Status.NEEDS_REVIEW if broken else Status.GRADED,
            seconds=time.perf_counter() - started,
        )

    def _checks_of(self, submission: Submission) -> list[Check]:
        return self._runner.checks_of(submission.assignment, submission.functions)

    def _check(
        self, item: pytest.Item, info: CheckInfo, bench: Bench, results: dict[str, CheckResult]
    ) -> CheckResult:
        result = self._blanks.get(info.id) or self._blanks.setdefault(info.id, unsettled(info))
        if any(n in results and results[n].status is Verdict.BROKEN for n in info.needs):
            return replace(result, status=Verdict.BROKEN, max_points=0.0, message=BROKEN)
        waiting = unmet(info, results, bench.ended)
        if waiting is not None:
            return replace(result, status=Verdict.SKIPPED, message=waiting)
        memo = bench.book.memo
        frame = bench.frame(info.id)
        if frame is not None and (passed := memo.get(info.id, frame)) is not None:
            return bench.passed_before(passed)
        bench.begin()
        started = time.perf_counter()
        ran = self._runner.run(item, bench)
        result = replace(result, seconds=time.perf_counter() - started)
        ended = ran.ended
        if ended is None:
            result = replace(result, status=Verdict.PASS, points=info.points, notes=ran.notes)
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

    def _rejected(self, submission: Submission, why: Text) -> Report:
        """Nothing of the file can be loaded."""
        checks = [
            replace(unsettled(info), status=Verdict.CRASHED, points=0.0, message=why)
            for _, info in self._checks_of(submission)
        ]
        report = self._report(submission, Loaded({}), tuple(checks))
        return replace(report, status=Status.REJECTED, notes=(*report.notes, why))

    def _broken(self, submission: Submission, why: Text) -> Report:
        """Nothing can be said of the file."""
        checks = [
            replace(unsettled(info), status=Verdict.BROKEN, max_points=0.0, message=BROKEN)
            for _, info in self._checks_of(submission)
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


def unsettled(info: CheckInfo) -> CheckResult:
    """The result of a check that nothing is known of yet: nobody's fault but the grader's."""
    return CheckResult(
        info.id, info.function, info.title, Verdict.BROKEN, 0.0, info.points, info.hidden
    )
