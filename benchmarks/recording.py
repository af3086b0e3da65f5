"""Every call that an assignment's checks make, and what is due: the same work for every tool.

The checks are collected by pytest as the grader collects them, but their `student` writes down
what it is asked instead of asking anybody.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grader.answers.live import LiveOracle
from grader.authoring import Generator
from grader.check.casebook import CaseBook, CaseRequest
from grader.check.plugin import GradePlugin
from grader.course.load import find_course
from grader.model.assignment import Assignment
from grader.model.outcome import Returned

QUIET = ("cacheprovider", "logging", "warnings", "terminal", "faulthandler", "capture")


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """One call and the reference's answer."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    expected: Any


@dataclass(frozen=True, slots=True)
class RecordedCheck:
    """The calls of one check. `unchanged`: judged is the argument afterwards, not the answer."""

    id: str
    function: str
    points: float
    hidden: bool
    unchanged: bool
    rtol: float
    atol: float
    calls: tuple[RecordedCall, ...]

    @property
    def test_name(self) -> str:
        return f"test_{self.id.replace('.', '_')}"


class _Scribe:
    """Stands where the `student` of a check stands."""

    def __init__(self, pose: Callable[..., list[RecordedCall]]) -> None:
        self._pose = pose
        self.unchanged_only = False
        self.tolerance = (1e-6, 1e-8)
        self.calls: list[RecordedCall] = []

    def matches(
        self,
        function: str,
        generator: Generator,
        *,
        dims: object = None,
        rtol: float = 1e-6,
        atol: float = 1e-8,
    ) -> None:
        self.tolerance = (rtol, atol)
        self.calls += self._pose(function, generator)

    def unchanged(self, function: str, generator: Generator) -> None:
        self.unchanged_only = True
        self.calls += self._pose(function, generator)


class _Recorder(GradePlugin):
    def __init__(self, book: CaseBook) -> None:
        super().__init__()
        self._book = book
        self._scribe: _Scribe | None = None
        self._failure: BaseException | None = None
        self.checks: list[RecordedCheck] = []

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> _Scribe:
        check = self.info(request.node).id

        def pose(function: str, generator: Generator) -> list[RecordedCall]:
            posed = self._book.pose(CaseRequest(check, function, generator))
            return [
                RecordedCall(case.args, dict(case.kwargs), expected.value)
                for case, expected in posed
                if isinstance(expected, Returned)
            ]

        self._scribe = _Scribe(pose)
        return self._scribe

    @pytest.fixture
    def inputs(self) -> Any:
        return self._book.oracle.inputs({})

    @pytest.fixture
    def rng(self) -> None:
        """No check of a recorded assignment may draw by itself."""

    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[Any]) -> None:
        if call.excinfo is not None:
            self._failure = self._failure or call.excinfo.value
        elif call.when == "call" and self._scribe is not None:
            info, scribe = self.info(item), self._scribe
            self.checks.append(
                RecordedCheck(
                    info.id,
                    info.function,
                    info.points,
                    info.hidden,
                    scribe.unchanged_only,
                    *scribe.tolerance,
                    tuple(scribe.calls),
                )
            )

    def end(self) -> list[RecordedCheck]:
        if self._failure is not None:
            raise SystemExit(
                "this assignment cannot be benchmarked: its checks judge values by themselves, "
                "which cannot be written down as calls and answers; try --assignment activations"
            )
        return self.checks


def record(assignment: Assignment, seed: int) -> list[RecordedCheck]:
    """The checks of `assignment` under `seed`, public ones first.

    Raises:
        SystemExit: a check judges values by itself, which cannot be written down as calls.
    """
    course = find_course(Path.cwd())
    recorder = _Recorder(CaseBook(assignment, seed, LiveOracle(course, assignment)))
    paths = [assignment.folder / name for name in ("checks.py", "hidden.py")]
    arguments = [str(p) for p in paths if p.is_file()]
    arguments += ["-c", "grader/engine/harness.ini", f"--rootdir={course.root}", "--noconftest"]
    arguments += [part for name in QUIET for part in ("-p", f"no:{name}")]
    arguments += ["--assert=plain"]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        pytest.main(arguments, plugins=[recorder])
    finally:
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
    return recorder.end()


def save(checks: Sequence[RecordedCheck], path: Path) -> None:
    """Write the calls as plain data that a process without this project can load."""
    plain = [
        (c.function, c.unchanged, c.rtol, c.atol, [(k.args, k.kwargs, k.expected) for k in c.calls])
        for c in checks
    ]
    path.write_bytes(pickle.dumps(plain))
