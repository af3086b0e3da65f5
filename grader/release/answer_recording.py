"""Recording what a release will be asked: the cases of the public checks, what is due, and what
every known mistake gives for them.

Recorded are every round that diagnosis may draw, every smaller case that shrinking can reach and
every slide case turned round, with the answers of the reference and of all mistakes. So what the
student's code gives makes no difference to whether there is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from grader.answers import codec, pack
from grader.answers.callbacks import Unplaced, roots
from grader.answers.recorded import CASES, MISTAKES, MORE
from grader.answers.table import AnswersWriter
from grader.authoring import Case
from grader.check.casebook import CaseBook, Posed
from grader.course.load import source_of
from grader.course.percent import stub
from grader.diagnosis.again import turned
from grader.diagnosis.known_mistakes import EXTRA_ROUNDS
from grader.diagnosis.shrink import smaller
from grader.language.text import packed, tr
from grader.model.assignment import Assignment, Course, Misconception
from grader.model.errors import CourseError
from grader.model.outcome import Opaque, Outcome, Returned
from grader.model.submission import Cell, Submission
from grader.release.listening import Listener, ListeningOracle, Log
from grader.sandbox.cage import Cage

MOST_CASES = 20_000
"""Smaller cases of one function. What shrinks to more is recorded as far as this."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An assignment's recording, the generators whose cases it holds, and the names of the checks'
    own functions that those cases need."""

    content: bytes
    generators: frozenset[str]
    needed: frozenset[str]


def record(course: Course, assignment: Assignment, cage: Cage) -> Recorded:
    """Run the public checks on the reference and the stub, and record what a release needs.

    Raises:
        CourseError: the reference does not pass them, or an answer cannot be recorded.
    """
    source = source_of(assignment)
    label = f"{assignment.name}.py"
    work = [
        Submission(assignment.name, (Cell(label, text),), label) for text in (source, stub(source))
    ]
    listener = Listener(course, assignment)
    reports = listener.grade(work, [str(assignment.folder / "checks.py")], cage)
    for check in reports[0].checks:
        if not check.passed:
            said = " ".join([check.message["en"], *(note["en"] for note in check.notes)])
            raise CourseError(
                tr(
                    "{name}: the reference does not pass {id}, so it cannot be released: {said}",
                    name=assignment.name,
                    id=check.id,
                    said=said,
                )
            )
    return _Recorder(assignment, listener.oracle, listener.log).recorded(listener.book)


class _Recorder:
    """Makes a recording of a log."""

    def __init__(self, assignment: Assignment, oracle: ListeningOracle, log: Log) -> None:
        self._assignment = assignment
        self._oracle = oracle
        self._log = log

    def recorded(self, book: CaseBook) -> Recorded:
        first = dict(self._log.posed)
        for request in list(self._log.requests.values()):
            for extra in range(EXTRA_ROUNDS if request.diagnosed else 0):
                book.pose(replace(request, round=extra + 1))
        cases, more = codec.Writer(), codec.Writer()
        names = [f.name for f in self._assignment.functions]
        parameters = {n: self._parameters(n) for n in names}
        posed = [self._posed(cases, at, first[at]) for at in first]
        later = [
            self._posed(more, at, pairs) for at, pairs in self._log.posed.items() if at not in first
        ]
        sections: dict[str, tuple[Any, bytes]] = {}
        head = {"parameters": parameters, "posed": posed, "callbacks": cases.callbacks}
        sections[CASES] = (head, cases.blob)
        mistakes = [m for name in names for m in self._oracle.mistakes(name)]
        told = [[m.id, m.function, packed(m.text)] for m in mistakes]
        sections[MISTAKES] = (told, b"")
        sections[MORE] = ({"posed": later, "callbacks": more.callbacks}, more.blob)
        for name in names:
            sections[f"{MORE}/{name}"] = self._answers(name)
        return Recorded(
            pack.pack(sections),
            frozenset(generator for _, _, generator, _ in self._log.posed),
            frozenset(n for w in (cases, more) for c in w.callbacks for n in roots(c)),
        )

    def _parameters(self, function: str) -> list[str]:
        try:
            return list(self._oracle.parameters(function))
        except AttributeError:
            return []

    def _posed(
        self, writer: codec.Writer, at: tuple[str, str, str, int], posed: Posed
    ) -> list[Any]:
        check, function, generator, round = at
        try:
            pairs = [[writer.case(case), writer.outcome(due)] for case, due in posed]
        except (TypeError, Unplaced) as error:
            raise self._cannot(check, error) from error
        return [check, function, generator, round, pairs]

    # ------------------------------------------------------------------ answers

    def _answers(self, function: str) -> tuple[Any, bytes]:
        """Every answer to every case of one function."""
        table = AnswersWriter()
        for case in self._cases(function):
            key = codec.digest(case)
            table.keep(function, key, self._oracle.expected(function, case))
            for mistake in self._oracle.mistakes(function):
                table.keep(mistake.id, key, self._mistaken(mistake, case))
        return table.section()

    def _mistaken(self, mistake: Misconception, case: Case) -> Outcome:
        outcome = self._oracle.mistaken(mistake, case)
        if not isinstance(outcome, Returned):
            return outcome
        changed = {at: _travelled(value) for at, value in outcome.changed.items()}
        return Returned(_travelled(outcome.value), changed)

    def _cases(self, function: str) -> list[Case]:
        """All cases on which an answer of `function` or of its mistakes may be asked for."""
        found: dict[bytes, Case] = {}

        def add(cases: Iterable[Case]) -> list[Case]:
            new = []
            for case in cases:
                try:
                    key = codec.digest(case)
                except (TypeError, Unplaced) as error:
                    raise self._cannot(function, error) from error
                if key not in found:
                    found[key] = case
                    new.append(case)
            return new

        for (_, name, _, _), posed in self._log.posed.items():
            if name == function:
                add(case for case, _ in posed)
                add(turned(case) for case, _ in posed if case.slide)
        add(case for name, case in self._oracle.loose if name == function)
        for (check, name, generator, round), posed in self._log.posed.items():
            request = self._log.requests[check, name, generator]
            if name == function and not round and request.dims is not None:
                cut = [case for case, _ in posed]
                while cut and len(found) < MOST_CASES:
                    cut = add(
                        Case(c.args, c.kwargs)
                        for case in cut
                        for group in smaller(case, request.dims)
                        for c in group
                        if isinstance(self._oracle.expected(function, c), Returned)
                    )
        return list(found.values())

    def _cannot(self, where: str, error: Exception) -> CourseError:
        return CourseError(
            tr(
                "{name}: a case or an answer of {where} cannot be recorded ({error}). A function "
                "among the arguments has to stand at the top level of checks.py, or within a "
                "function there.",
                name=self._assignment.name,
                where=where,
                error=error,
            )
        )


def _travelled(value: Any) -> Any:
    """`value` as it would come back from a worker: what may not travel is opaque."""
    try:
        codec.Writer().value(value)
    except (TypeError, Unplaced, ValueError, RecursionError):
        if isinstance(value, tuple | list):
            return type(value)(_travelled(v) for v in value) if type(value) in (tuple, list) else ""
        return Opaque(type(value).__name__[:100])
    return value
