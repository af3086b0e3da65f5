"""The pytest side: fixtures `student`, `reference`, `inputs`, `rng`, and the marks checks carry."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any

import pytest

from grader.authoring import Case
from grader.authoring.draw import Draw, stream_seed
from grader.check.bench import Bench
from grader.check.casebook import CheckFault
from grader.check.student import Student
from grader.language.text import Text, authored
from grader.model.outcome import Returned

MARKS = (
    "points(n): what the check is worth",
    "title(zh, en): what the student reads",
    "hidden: not part of what students get",
    "needs(*checks): checks that must have passed first",
    "limit(seconds): the longest one call may take",
)


@dataclass(frozen=True, slots=True)
class CheckInfo:
    """One graded check, as its marks describe it."""

    id: str
    function: str
    title: Text
    points: float
    hidden: bool
    needs: tuple[str, ...]
    limit: float | None

    @property
    def kind(self) -> str:
        return self.id.split(".", 1)[1]


def describe(item: pytest.Item) -> CheckInfo:
    """Read an item's marks.

    Raises:
        CheckFault: points or title are missing, or the id has no function.
    """
    callspec = getattr(item, "callspec", None)
    id = callspec.id if callspec is not None else item.name.removeprefix("test_")
    function, dot, kind = id.partition(".")
    points = item.get_closest_marker("points")
    title = item.get_closest_marker("title")
    if not (dot and kind and points and title):
        raise CheckFault(f"{item.nodeid}: a check needs an id function.kind, points and a title")
    needs = item.get_closest_marker("needs")
    limit = item.get_closest_marker("limit")
    return CheckInfo(
        id=id,
        function=function,
        title=authored(*title.args, **title.kwargs),
        points=float(points.args[0]),
        hidden=item.get_closest_marker("hidden") is not None,
        needs=tuple(needs.args) if needs else (),
        limit=float(limit.args[0]) if limit else None,
    )


class ReferenceAnswers:
    """The `reference` fixture: what the reference gives."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def call(self, function: str, *args: Any, **kwargs: Any) -> Any:
        outcome = self._bench.oracle.expected(function, Case(args, kwargs))
        if not isinstance(outcome, Returned):
            raise CheckFault(f"the reference's {function} gives {outcome!r}")
        return outcome.value


class GradePlugin:
    """Fixtures over whatever submission is on the bench now."""

    def __init__(self) -> None:
        self.bench: Bench | None = None
        self.student_now: Student | None = None  # the one that the running check has asked for
        self._described: dict[str, CheckInfo] = {}
        self._wanted: dict[str, Wanted | None] = {}

    def info(self, item: pytest.Item) -> CheckInfo:
        found = self._described.get(item.nodeid)
        if found is None:
            found = self._described[item.nodeid] = describe(item)
        return found

    @pytest.hookimpl
    def pytest_configure(self, config: pytest.Config) -> None:
        for mark in MARKS:
            config.addinivalue_line("markers", mark)

    def _here(self) -> Bench:
        if self.bench is None:
            raise CheckFault("no submission is on the bench")
        return self.bench

    def arguments(self, item: pytest.Function) -> dict[str, Any] | None:
        """What to call the item's function with, where that takes nothing but parameters and our
        own fixtures, and no mark says how to run it. Else None: pytest has to run it."""
        if item.nodeid not in self._wanted:
            self._wanted[item.nodeid] = _wanted(item)
        wanted = self._wanted[item.nodeid]
        if wanted is None:
            return None
        return {name: self._make(name, item) for name in wanted.ours} | wanted.params

    def _make(self, name: str, item: pytest.Function) -> Any:
        bench, info = self._here(), self.info(item)
        if name == "student":
            self.student_now = Student(bench, info.id, info.limit)
            return self.student_now
        if name == "reference":
            return ReferenceAnswers(bench)
        if name == "inputs":
            return bench.oracle.inputs(vars(item.module))
        return Draw(stream_seed(bench.seed, bench.book.assignment.name, info.id, "rng"))

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Any:
        return self._make("student", request.node)

    @pytest.fixture
    def reference(self, request: pytest.FixtureRequest) -> Any:
        return self._make("reference", request.node)

    @pytest.fixture
    def inputs(self, request: pytest.FixtureRequest) -> Any:
        return self._make("inputs", request.node)

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> Any:
        return self._make("rng", request.node)


OURS = frozenset({"student", "reference", "inputs", "rng"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """The arguments of a check: fixtures of ours, and parameters with their values."""

    ours: tuple[str, ...]
    params: dict[str, Any]


def _wanted(item: pytest.Function) -> Wanted | None:
    callspec = getattr(item, "callspec", None)
    params = dict(callspec.params) if callspec is not None else {}
    names = set(item.fixturenames) - {"request"}
    marked = any(item.get_closest_marker(m) for m in ("skip", "skipif", "xfail", "usefixtures"))
    if item.cls is not None or marked or not names <= OURS | params.keys():
        return None
    taken = inspect.signature(item.obj).parameters
    if "request" in taken:
        return None
    return Wanted(
        tuple(n for n in taken if n in OURS and n not in params),
        {n: v for n, v in params.items() if n in taken},
    )
