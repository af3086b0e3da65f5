"""Asking the student's function, and ending a check with what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from grader.authoring import Case, Generator
from grader.check.bench import Bench, CheckFault, Ended
from grader.compare import sentences, show
from grader.compare.agreement import Tolerance
from grader.diagnosis.runs import Run
from grader.language.text import Text
from grader.model.outcome import Crashed, NotRun, Outcome, Raised, Returned, TimedOut
from grader.model.report import Diagnosis, Shown, Verdict

Cases = Generator | Sequence[Case]


class Asking:
    """One check's line to the submission under `bench`."""

    def __init__(self, bench: Bench, check: str, limit: float | None) -> None:
        self._bench = bench
        self._check = check
        self._limit = limit
        self.notes: list[Text] = []

    def _ask(self, function: str, cases: Sequence[Case], judged: bool = True) -> list[Outcome]:
        """What the function gives. What it does in calls that are not judged (those that look
        for a mistake's name) must not tell against it."""
        outcomes = self._bench.ask(self._check, function, cases, self._limit)
        if judged:
            self._bench.observe(function, outcomes)
        return outcomes

    def _runs(
        self,
        function: str,
        generator: Cases,
        round: int,
        oracle: Callable[..., Any] | None,
        tol: Tolerance,
        judged: bool = True,
        raising: bool = False,
    ) -> list[Run]:
        posed = self._bench.pose(self._check, function, generator, round, oracle, tol, raising)
        cases = [case for case, _ in posed]
        runs = [
            Run(case, due, given)
            for (case, due), given in zip(posed, self._ask(function, cases, judged), strict=True)
        ]
        if judged:
            for run in runs:
                self._end_unless_answered(function, run)
            return runs
        answered = all(isinstance(r.given, Returned | Raised) for r in runs)
        return runs if answered else []

    def _end_unless_answered(self, function: str, run: Run) -> None:
        given = run.given
        where = Shown(show.call(function, run.case.args, run.case.kwargs))
        if isinstance(given, TimedOut):
            self._end(Verdict.TIMEOUT, sentences.timed_out(given, function), shown=where)
        if isinstance(given, Crashed):
            self._end(Verdict.CRASHED, given.why, shown=where)
        if isinstance(given, NotRun):
            raise CheckFault(f"{self._check}: a call was not run and nothing says why")
        if isinstance(given, Raised) and given.type_name in {
            "MissingFunction",
            "NotCallable",
            sentences.UNWRITTEN,
        }:
            self._end_raised(function, given, None, ())

    def _end_raised(
        self, function: str, given: Raised, case: Case | None, named: tuple[Diagnosis, ...]
    ) -> NoReturn:
        text = sentences.raised(
            given,
            function,
            self._bench.signature(function),
            self._bench.loaded,
            self._bench.cells,
            [f.name for f in self._bench.book.assignment.functions],
        )
        shown = None
        if case is not None:
            shown = Shown(show.call(function, case.args, case.kwargs), "", given.type_name)
        unwritten = given.type_name == sentences.UNWRITTEN
        self._end(Verdict.RAISED, text, named, shown, given.label, given.line, unwritten)

    def _end(
        self,
        verdict: Verdict,
        message: Text,
        named: tuple[Diagnosis, ...] = (),
        shown: Shown | None = None,
        label: str | None = None,
        line: int | None = None,
        unwritten: bool = False,
    ) -> NoReturn:
        raise Ended(verdict, message, named, shown, tuple(self.notes), label, line, unwritten)
