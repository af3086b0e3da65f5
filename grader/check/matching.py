"""Holding what the student's function does against the reference, and saying what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NoReturn

from grader.answers.live import NotRecorded
from grader.check.asking import Asking, Cases
from grader.check.casebook import CaseRequest, CheckFault
from grader.compare import show
from grader.compare.agreement import PRINTED, Difference, Tolerance, agree, difference
from grader.diagnosis.known_mistakes import diagnose
from grader.diagnosis.runs import Run
from grader.diagnosis.shrink import Dims, size, smaller
from grader.language.text import tr
from grader.model.outcome import Raised, Returned
from grader.model.report import Diagnosis, Shown, Verdict


class Matching:
    """Values, exceptions and arguments, as the reference has them."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def matches(
        self,
        function: str,
        generator: Cases,
        *,
        dims: Dims | None = None,
        outputs: Sequence[str] | None = None,
        dtype: str | None = None,
        oracle: Callable[..., Any] | None = None,
        rtol: float = 1e-6,
        atol: float = 1e-8,
    ) -> None:
        """The function gives what the reference gives, on every case.

        `dims` allow the failing case to be cut smaller; `outputs` name the parts of a tuple;
        `dtype="integer"` demands whole-number dtype; `oracle` is an independent way to the same
        answer, to which the reference itself is held.
        """
        tol = Tolerance(rtol, atol)
        request = CaseRequest(
            self._asking.check,
            function,
            generator,
            independent=oracle,
            tolerance=tol,
            diagnosed=True,
            dims=dims,
        )
        runs = self._asking.runs(request)

        def differs(run: Run) -> Difference | None:
            if not isinstance(run.due, Returned):
                raise CheckFault(f"{self._asking.check}: what is due was not recorded")
            assert isinstance(run.given, Returned)
            found, notes = difference(
                run.due.value, run.given.value, tol=tol, dtype=dtype, outputs=outputs
            )
            self._asking.notes += [n for n in notes if n not in self._asking.notes]
            if found is not None and found.kind == "none" and run.given.printed:
                return replace(found, text=PRINTED)
            return found

        self._asking.bench.remember(function, self._asking.check, runs)
        failing: list[tuple[int, Run, Difference | None]] = []
        for run in runs:
            if isinstance(run.given, Returned):
                found = differs(run)
                if found is not None:
                    failing.append((size(run.case), run, found))
            else:
                failing.append((size(run.case), run, None))
        if not failing:
            return
        smallest = min(failing, key=lambda f: f[0])
        self._asking.end_unless_answered(function, smallest[1])

        def more(extra: int) -> Sequence[Run]:
            try:
                return self._asking.more_runs(replace(request, round=extra + 1))
            except NotRecorded:
                return []

        named = diagnose(
            function,
            runs,
            self._asking.bench.oracle,
            more if callable(generator) else None,
            outputs,
            lambda cases: self._asking.ask(function, cases, judged=False),
            self._asking.bench.answered(function, self._asking.check),
        )
        values = [f for f in failing if f[2] is not None]
        if values and (named or smallest[2] is not None):
            _, run, found = min(values, key=lambda f: f[0])
            if dims is not None:
                run = self._shrunk(function, run, dims, differs, named)
                found = differs(run)
            assert found is not None
            self._end_wrong(function, run, found, named)
        assert isinstance(smallest[1].given, Raised)
        self._asking.end_raised(function, smallest[1].given, smallest[1].case, named)

    def raises(self, function: str, cases: Cases, exception: type[Exception] = ValueError) -> None:
        """Each call raises `exception` (or a subclass of it)."""
        due = exception.__name__
        request = CaseRequest(self._asking.check, function, cases, raising=True)
        runs = [replace(run, exception=due) for run in self._asking.runs(request)]
        wrong = [run for run in runs if run.wrong]
        if not wrong:
            return
        named = diagnose(function, runs, self._asking.bench.oracle)
        # A value in place of an exception shows the mistake better than another exception.
        run = min(wrong, key=lambda r: (isinstance(r.given, Raised), size(r.case)))
        call = show.call(function, run.case.args, run.case.kwargs)
        if isinstance(run.given, Raised):
            got = run.given.type_name
            said = f"{got}: {run.given.message}" if run.given.message else got
            message = tr("{due} is due here; the call raised {said}.", due=due, said=said)
            label, line = run.given.label, run.given.line
        else:
            assert isinstance(run.given, Returned)
            got, label, line = show.value(run.given.value), None, None
            message = tr("{due} is due here, but your function returned a value.", due=due)
        shown = Shown(call, f"raise {due}", got)
        self._asking.end(Verdict.WRONG, message, named, shown, label, line)

    def unchanged(self, function: str, generator: Cases) -> None:
        """No call changes an argument in place. Values are not judged here."""
        self.restored(function, generator, atol=0.0)

    def restored(self, function: str, generator: Cases, *, atol: float = 1e-12) -> None:
        """After each call every argument is as it was, to `atol`."""
        runs = self._asking.runs(CaseRequest(self._asking.check, function, generator))
        runs.sort(key=lambda r: size(r.case))
        for run in runs:
            if not isinstance(run.given, Returned):
                continue
            for at, after in run.given.changed.items():
                before = run.case.kwargs[at] if isinstance(at, str) else run.case.args[at]
                if not (atol and agree(after, before, Tolerance(0.0, atol))):
                    self._end_changed(function, run, at, before, after)
        for run in runs:
            if isinstance(run.given, Raised):
                self._asking.end_raised(function, run.given, run.case, ())

    def _shrunk(
        self,
        function: str,
        run: Run,
        dims: Dims,
        differs: Callable[[Run], Difference | None],
        named: tuple[Diagnosis, ...],
    ) -> Run:
        """The smallest cut of `run` that is still wrong, and wrong by the same mistake."""
        improved = True
        while improved:
            improved = False
            for group in smaller(run.case, dims):
                try:
                    duties = [self._asking.bench.oracle.expected(function, c) for c in group]
                except NotRecorded:
                    continue
                sound = [
                    (c, d)
                    for c, d in zip(group, duties, strict=True)
                    if isinstance(d, Returned) and size(c) < size(run.case)
                ]
                cut_cases = [c for c, _ in sound]
                outcomes = self._asking.ask(function, cut_cases, judged=False) if sound else []
                for (case, due), given in zip(sound, outcomes, strict=True):
                    cut = Run(case, due, given)
                    if (
                        isinstance(given, Returned)
                        and differs(cut) is not None
                        and self._same_mistake(cut, named)
                    ):
                        run, improved = cut, True
                        break
                if improved:
                    break
        return run

    def _same_mistake(self, run: Run, named: tuple[Diagnosis, ...]) -> bool:
        for diagnosis in named:
            mistake = self._asking.bench.oracle.by_id(diagnosis.id)
            if mistake is not None:
                try:
                    predicted = self._asking.bench.oracle.mistaken(mistake, run.case)
                except NotRecorded:
                    return False
                if not (
                    isinstance(predicted, Returned)
                    and isinstance(run.given, Returned)
                    and agree(run.given.value, predicted.value)
                ):
                    return False
        return True

    def _end_wrong(
        self, function: str, run: Run, found: Difference, named: tuple[Diagnosis, ...]
    ) -> NoReturn:
        assert isinstance(run.due, Returned) and isinstance(run.given, Returned)
        want, have = run.due.value, run.given.value
        if found.part is not None:
            want, have = want[found.part], have[found.part]
        left, right = show.pair(want, have)
        call = show.call(function, run.case.args, run.case.kwargs)
        self._asking.end(Verdict.WRONG, found.text, named, Shown(call, left, right, found.where))

    def _end_changed(
        self, function: str, run: Run, at: int | str, before: Any, after: Any
    ) -> NoReturn:
        names = self._asking.bench.oracle.parameters(function)
        name = at if isinstance(at, str) else names[at] if at < len(names) else f"#{at + 1}"
        left, right = show.pair(before, after)
        named = self._changing(function, run)
        self._asking.end(
            Verdict.WRONG,
            tr(
                "The call changed its argument {name} in place. Work on a copy, or build a "
                "new array.",
                name=name,
            ),
            named,
            Shown(
                show.call(function, run.case.args, run.case.kwargs),
                f"{name} = {left}",
                f"{name} = {right}",
            ),
        )

    def _changing(self, function: str, run: Run) -> tuple[Diagnosis, ...]:
        """Misconceptions that change the same arguments in the same way."""
        assert isinstance(run.given, Returned)
        found = []
        for mistake in self._asking.bench.oracle.mistakes(function):
            try:
                predicted = self._asking.bench.oracle.mistaken(mistake, run.case)
            except NotRecorded:
                continue
            if (
                isinstance(predicted, Returned)
                and set(predicted.changed) == set(run.given.changed)
                and all(agree(predicted.changed[k], v) for k, v in run.given.changed.items())
            ):
                found.append(Diagnosis(mistake.id, mistake.text))
        if len(found) == 1:
            return tuple(found)
        return (
            Diagnosis(
                "structure.changes-argument",
                tr(
                    "Your function alters an argument in place, and with it the data of whoever "
                    "called it."
                ),
            ),
        )
