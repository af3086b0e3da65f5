"""Running collected checks one at a time, each against the submission that is on the bench."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from grader.check.bench import Asked, Bench, Rehearsal
from grader.check.casebook import CaseBook
from grader.check.first_asks import Ask
from grader.check.plugin import CheckInfo, GradePlugin
from grader.language.text import Text
from grader.model.assignment import Assignment

Check = tuple[pytest.Item, CheckInfo]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a check's run came out: what it ended with (None: it passed), and what it noted."""

    ended: BaseException | None
    notes: tuple[Text, ...] = ()


class CheckRunner:
    """The checks that pytest has collected. A plugin: pytest's own reports are not made."""

    def __init__(self) -> None:
        self.fixtures = GradePlugin()
        self._checks: dict[str, list[Check]] = {}
        self._ended: BaseException | None = None

    # ------------------------------------------------------------------ pytest's hooks

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> pytest.TestReport:
        # pytest's own report renders a traceback: milliseconds, and nobody reads it here.
        if call.excinfo is not None and self._ended is None:
            self._ended = call.excinfo.value
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        when = call.when if call.when != "collect" else "setup"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)

    def pytest_exception_interact(self) -> None:
        """Nothing is shown for a failing check but its report."""

    # ------------------------------------------------------------------ checks

    def take(self, items: Sequence[pytest.Item]) -> None:
        """Take what pytest has collected.

        Raises:
            CheckFault: a check lacks a mark.
        """
        for item in items:
            name = item.path.parent.name
            self._checks.setdefault(name, []).append((item, self.fixtures.info(item)))

    def sort(self, assignments: Mapping[str, Assignment]) -> None:
        """Put each assignment's checks into the order of its functions."""
        for name, checks in self._checks.items():
            functions = assignments[name].functions if name in assignments else ()
            order = {f.name: i for i, f in enumerate(functions)}
            checks.sort(key=lambda check: order.get(check[1].function, len(order)))

    def checks_of(self, assignment: str, functions: Sequence[str] = ()) -> list[Check]:
        """The checks of an assignment, or of these functions of it only."""
        checks = self._checks.get(assignment, [])
        return [c for c in checks if not functions or c[1].function in functions]

    def run(self, item: pytest.Item, bench: Bench) -> Ran:
        """Run a check of the submission that is on `bench`."""
        self.fixtures.bench, self.fixtures.student_now = bench, None
        self._ended = None
        arguments = self.fixtures.arguments(item) if isinstance(item, pytest.Function) else None
        if arguments is None:
            item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        else:
            # pytest's protocol sets up fixtures, tears them down and takes reports: half a
            # millisecond that a check with nothing to tear down does not need.
            try:
                item.obj(**arguments)  # type: ignore[attr-defined]
            except BaseException as error:  # noqa: BLE001 - sorted out by the caller
                self._ended = error
        student = self.fixtures.student_now
        return Ran(self._ended, tuple(student.notes) if student is not None else ())

    def first_asks(self, book: CaseBook) -> list[tuple[str, Ask]]:
        """What each check of the book's assignment asks first, found out by letting it run that
        far; with the function that it is a check of."""
        asks = []
        for item, info in self.checks_of(book.assignment.name):
            ended = self.run(item, Rehearsal(book)).ended
            if isinstance(ended, Asked):
                asks.append((info.function, ended.ask))
        return asks
