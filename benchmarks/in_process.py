"""A pytest plugin that grades one file in pytest's own process, without isolation.

What the benchmarks compare with: the same checks, the same comparison, plain `pytest`:

    PYTHONPATH=. DLGRADE_FILE=activations.py pytest -p benchmarks.in_process \
        solutions/activations/checks.py solutions/activations/hidden.py

Never for grading: a submission loaded this way can do anything.
"""

from __future__ import annotations

import os
import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from grader.answers.live import LiveOracle, real_argument, same
from grader.check.bench import Bench
from grader.check.casebook import CaseBook
from grader.check.plugin import GradePlugin
from grader.course.load import find_course
from grader.model.outcome import FunctionFacts, Loaded, Outcome, Raised, Returned
from grader.model.submission import Call
from grader.sandbox.cage import Frame


class InProcessSession:
    """Calls the functions of a namespace directly, as a plain test would."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace

    def call_many(self, calls: Sequence[Call], seconds: float | None) -> list[Outcome]:
        return [self._call(c) for c in calls]

    def planned(self, group: int) -> list[Frame]:
        """Nothing is answered ahead: every check asks for itself."""
        return []

    def _call(self, call: Call) -> Outcome:
        args = [real_argument(a) for a in call.args]
        kwargs = {k: real_argument(v) for k, v in call.kwargs.items()}
        try:
            value = self._namespace[call.function](*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - a submission may raise anything
            return Raised(type(error).__name__, (type(error).__name__,), str(error))
        changed: dict[int | str, Any] = {
            i: a for i, a in enumerate(args) if not same(call.args[i], a)
        }
        return Returned(value, changed)


def _plugin() -> GradePlugin:
    path = Path(os.environ["DLGRADE_FILE"])
    course = find_course(Path.cwd())
    assignment = course.assignment(os.environ.get("DLGRADE_ASSIGNMENT", path.stem))
    assert assignment is not None
    namespace = runpy.run_path(str(path), run_name=path.stem)
    facts = {f.name: FunctionFacts(f.name in namespace) for f in assignment.functions}
    plugin = GradePlugin()
    book = CaseBook(assignment, course.seed, LiveOracle(course, assignment))
    plugin.bench = Bench(InProcessSession(namespace), Loaded(facts), book)
    return plugin


def pytest_configure(config: Any) -> None:
    config.pluginmanager.register(_plugin(), "dlgrade-in-process")
