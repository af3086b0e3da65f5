"""The cases that checks ask for, drawn once for a whole class, with what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from grader.answers.live import NotRecorded, Oracle, run_trusted
from grader.authoring import Case, Generator
from grader.authoring.draw import Draw, stream_seed
from grader.check.first_asks import NO_PLAN, Memo
from grader.compare.agreement import Tolerance, agree
from grader.diagnosis.runs import sensible
from grader.diagnosis.shrink import Dims
from grader.model.assignment import Assignment
from grader.model.outcome import NotRun, Outcome, Raised, Returned

USUAL = Tolerance()


class CheckFault(Exception):
    """A check, the reference or the catalogue is itself wrong: the verdict is 'broken'."""


@dataclass(frozen=True, slots=True)
class CaseRequest:
    """The cases that a check asks for, and how they are to be sound.

    Attributes:
        check: the id of the check.
        function: the function that is called with them.
        generator: draws them from one stream; or they are listed.
        round: 0 is what the check judges; diagnosis draws others.
        independent: another way to the answers, to which the reference is held.
        tolerance: within which the reference and `independent` have to agree.
        raising: the reference raises on each of them, and else on none.
        diagnosed: where an answer is wrong, more rounds and smaller cases are asked for.
        dims: the axes along which a failing case may be cut.
    """

    check: str
    function: str
    generator: Generator | Sequence[Case]
    round: int = 0
    independent: Callable[..., Any] | None = None
    tolerance: Tolerance = USUAL
    raising: bool = False
    diagnosed: bool = False
    dims: Dims | None = None


Posed = list[tuple[Case, Outcome]]
OnPosed = Callable[[CaseRequest, Posed], None]


class CaseBook:
    """The cases of every check under one seed, with what is due: made once for a whole class.

    `on_posed` is told of everything that is asked for, each time.
    """

    def __init__(
        self, assignment: Assignment, seed: int, oracle: Oracle, on_posed: OnPosed | None = None
    ) -> None:
        self.assignment = assignment
        self.seed = seed
        self.oracle = oracle
        self._on_posed = on_posed
        self._posed: dict[tuple[str, str, str, int], Posed] = {}
        self.plan = NO_PLAN
        self.memo = Memo()

    def pose(self, request: CaseRequest) -> Posed:
        """The cases asked for, with what is due.

        Raises:
            CheckFault: there are none, or the reference does not give what it should on one.
            NotRecorded: a release does not hold this round.
        """
        name = _stable_name(request.generator)
        at = (request.check, request.function, name, request.round)
        posed = self._posed.get(at) if name else None
        if posed is None:
            posed = self._made(request, name)
            if name:
                self._posed[at] = posed
        if self._on_posed is not None:
            self._on_posed(request, posed)
        return posed

    def _made(self, request: CaseRequest, name: str) -> Posed:
        check, function, generator = request.check, request.function, request.generator
        if callable(generator):
            recorded = self.oracle.posed(check, function, generator, request.round)
            if recorded is not None:
                # They were drawn, and held to be sound, when the course was released.
                keyed = enumerate(recorded)
                return [(self._keyed(request, name, i, case), due) for i, (case, due) in keyed]
            seed = stream_seed(self.seed, self.assignment.name, check, function, request.round)
            cases = list(generator(Draw(seed)))
        else:
            cases = list(generator)
        if not cases:
            raise CheckFault(f"{check}: no cases for {function}")
        posed: Posed = []
        for i, drawn in enumerate(cases):
            case = self._keyed(request, name, i, drawn)
            due = self._due(function, case)
            _sound(request, case, due)
            posed.append((case, due))
        return posed

    def _due(self, function: str, case: Case) -> Outcome:
        """What is due. A release cannot know it where a case is made of what the student's code
        gave: whoever only looks at the arguments (`unchanged`) does not need it."""
        try:
            return self.oracle.expected(function, case)
        except NotRecorded:
            return NotRun()

    def _keyed(self, request: CaseRequest, name: str, i: int, case: Case) -> Case:
        at = f"{self.seed}|{request.check}|{request.function}|{name}|{request.round}|{i}"
        return Case(case.args, case.kwargs, case.slide, at if name else "")


def _sound(request: CaseRequest, case: Case, due: Outcome) -> None:
    check, independent = request.check, request.independent
    if request.raising != isinstance(due, Raised):
        did = f"raises {due.type_name}: {due.message}" if isinstance(due, Raised) else "returns"
        raise CheckFault(f"{check}: the reference {did} on {case.args!r}")
    if isinstance(due, Returned) and not sensible(due.value):
        raise CheckFault(f"{check}: the reference gives {due.value!r} on {case.args!r}")
    if independent is None or not isinstance(due, Returned):
        return
    other = run_trusted(independent, case)
    if not isinstance(other, Returned) or not agree(due.value, other.value, request.tolerance):
        raise CheckFault(f"{check}: reference and oracle disagree on {case.args!r}")


def _stable_name(generator: Any) -> str:
    """A name under which what a generator yields may be kept: module-level functions only."""
    plain = (
        getattr(generator, "__closure__", 0) is None
        and getattr(generator, "__defaults__", 0) is None
        and getattr(generator, "__name__", "<lambda>") != "<lambda>"
        and "<locals>" not in getattr(generator, "__qualname__", "")
    )
    return f"{generator.__module__}.{generator.__qualname__}" if plain else ""
