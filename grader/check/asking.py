"""Asking the student's function, and ending a check with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from grader.authoring import Case, Generator
from grader.check.casebook import CaseRequest, CheckFault
from grader.check.context import CheckEnded, SubmissionContext
from grader.compare import sentences, show
from grader.diagnosis.runs import CaseResult
from grader.language.text import Text
from grader.model.outcome import Crashed, NotRun, Outcome, Raised, Returned, TimedOut
from grader.model.report import Diagnosis, Shown, Verdict

Cases = Generator | Sequence[Case]


class Asking:
    """One check's line to the submission in `context`."""

    def __init__(self, context: SubmissionContext, check: str, limit: float | None) -> None:
        self.context = context
        self.check = check
        self._limit = limit
        self.notes: list[Text] = []

    def ask(self, function: str, cases: Sequence[Case], judged: bool = True) -> list[Outcome]:
        """What the function gives. What it does in calls that are not judged (those that look
        for a mistake's name) must not tell against it."""
        outcomes = self.context.ask(self.check, function, cases, self._limit)
        if judged:
            self.context.observe(function, outcomes)
        return outcomes

    def runs(self, request: CaseRequest) -> list[CaseResult]:
        """What the function gives on the cases asked for. Ends the check where one call has no
        answer.

        Raises:
            CheckEnded: a call timed out or crashed, or the function is not there.
            CheckFault: the cases are not sound.
        """
        runs = self._run(request, judged=True)
        for run in runs:
            self.end_unless_answered(request.function, run)
        return runs

    def more_runs(self, request: CaseRequest) -> list[CaseResult]:
        """The same without judging: none at all where one call has no answer."""
        runs = self._run(request, judged=False)
        answered = all(isinstance(r.given, Returned | Raised) for r in runs)
        return runs if answered else []

    def _run(self, request: CaseRequest, judged: bool) -> list[CaseResult]:
        posed = self.context.book.pose(request)
        given = self.ask(request.function, [case for case, _ in posed], judged)
        return [
            CaseResult(case, expected, came)
            for (case, expected), came in zip(posed, given, strict=True)
        ]

    def end_unless_answered(self, function: str, run: CaseResult) -> None:
        """End the check where the call gave neither a value nor an exception of its own."""
        given = run.given
        where = Shown(show.call(function, run.case.args, run.case.kwargs))
        if isinstance(given, TimedOut):
            self.end(Verdict.TIMEOUT, sentences.timed_out(given, function), shown=where)
        if isinstance(given, Crashed):
            self.end(Verdict.CRASHED, given.why, shown=where)
        if isinstance(given, NotRun):
            raise CheckFault(f"{self.check}: a call was not run and nothing says why")
        if isinstance(given, Raised) and given.type_name in {
            "MissingFunction",
            "NotCallable",
            sentences.UNWRITTEN,
        }:
            self.end_raised(function, given, None, ())

    def end_raised(
        self, function: str, given: Raised, case: Case | None, named: tuple[Diagnosis, ...]
    ) -> NoReturn:
        """End the check with the exception that the call raised."""
        text = sentences.raised(
            given,
            function,
            self.context.signature(function),
            self.context.loaded,
            self.context.cells,
            [f.name for f in self.context.book.assignment.functions],
        )
        shown = None
        if case is not None:
            shown = Shown(show.call(function, case.args, case.kwargs), "", given.type_name)
        unwritten = given.type_name == sentences.UNWRITTEN
        self.end(Verdict.RAISED, text, named, shown, given.label, given.line, unwritten)

    def end(
        self,
        verdict: Verdict,
        message: Text,
        named: tuple[Diagnosis, ...] = (),
        shown: Shown | None = None,
        label: str | None = None,
        line: int | None = None,
        unwritten: bool = False,
    ) -> NoReturn:
        """End the check with this verdict."""
        raise CheckEnded(verdict, message, named, shown, tuple(self.notes), label, line, unwritten)
