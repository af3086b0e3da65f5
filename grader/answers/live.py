"""The trusted answers: what the reference and each known mistake give for a call.

The seam of DESIGN decision 4: where a course's solutions lie on this machine, answers are
computed (`LiveOracle`); a released bundle can fill the same interface from a recording.
"""

from __future__ import annotations

import copy
import functools
import importlib
import inspect
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from grader.authoring import Case, Generator
from grader.authoring.mistakes import read_mistakes
from grader.language.text import tr
from grader.model.assignment import Assignment, Course, Misconception
from grader.model.errors import CourseError
from grader.model.outcome import Outcome, Raised, Returned
from grader.model.submission import Callback, Fn, Seeded
from grader.protocol.functions import FUNCTIONS


class NotRecorded(Exception):
    """A release was asked for an answer that was not recorded. For whatever only adds to a
    verdict (a smaller case, another round) it means that there is no more to learn."""


class Oracle(Protocol):
    """Answers of the trusted side. `posed` are the cases of a round where they were recorded,
    with what is due; None where the generator is to draw them. `inputs` is what the checks take as
    `inputs`; `names` are those of their module."""

    def expected(self, function: str, case: Case) -> Outcome: ...

    def mistaken(self, mistake: Misconception, case: Case) -> Outcome: ...

    def mistakes(self, function: str) -> Sequence[Misconception]: ...

    def by_id(self, id: str) -> Misconception | None: ...

    def parameters(self, function: str) -> Sequence[str]: ...

    def inputs(self, names: Mapping[str, Any]) -> Any: ...

    def prepare(self) -> None:
        """Read what the checks will take. Raises CourseError: it cannot be read."""

    def posed(
        self, check: str, function: str, generator: Generator, round: int
    ) -> Sequence[tuple[Case, Outcome]] | None: ...


def real_argument(argument: Any) -> Any:
    """`argument` as trusted code receives it: a fresh copy, callables and generators real."""
    if isinstance(argument, Fn):
        return FUNCTIONS[argument.name]
    if isinstance(argument, Callback):
        return argument.function
    if isinstance(argument, Seeded):
        return np.random.default_rng(argument.seed)
    if isinstance(argument, list):
        return [real_argument(a) for a in argument]
    if isinstance(argument, tuple):
        return tuple(real_argument(a) for a in argument)
    return copy.deepcopy(argument)


def run_trusted(function: Callable[..., Any], case: Case) -> Outcome:
    """Call trusted `function` on fresh copies of the case's arguments."""
    args = [real_argument(a) for a in case.args]
    kwargs = {name: real_argument(a) for name, a in case.kwargs.items()}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            value = function(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - a reference may raise by contract
            bases = tuple(c.__name__ for c in type(error).__mro__)
            return Raised(type(error).__name__, bases, str(error))
    return Returned(value, changed=_changed(case, args, kwargs))


def _changed(case: Case, args: list[Any], kwargs: dict[str, Any]) -> dict[int | str, Any]:
    changed: dict[int | str, Any] = {}
    for i, (before, after) in enumerate(zip(case.args, args, strict=True)):
        if not same(before, after):
            changed[i] = after
    for name, before in case.kwargs.items():
        if not same(before, kwargs[name]):
            changed[name] = kwargs[name]
    return changed


def same(before: Any, after: Any) -> bool:
    """Nothing changed between `before` and `after`: same bytes, dtype and shape, nested too."""
    if isinstance(before, np.ndarray):
        return (
            isinstance(after, np.ndarray)
            and before.dtype == after.dtype
            and before.shape == after.shape
            and before.tobytes() == after.tobytes()
        )
    if isinstance(before, list | tuple):
        return (
            isinstance(after, list | tuple)
            and len(before) == len(after)
            and all(same(x, y) for x, y in zip(before, after, strict=True))
        )
    if isinstance(before, Fn | Callback | Seeded):
        return True
    return bool(before == after)


class LiveOracle:
    """Answers computed by the course's own solutions."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        root = str(course.root)
        if root not in sys.path:
            sys.path.insert(0, root)
        self._assignment = assignment
        self._answers: dict[tuple[str, str], Outcome] = {}
        self.module = _import(f"solutions.{assignment.name}.{assignment.name}")
        self._languages = course.languages
        self._mistakes: dict[str, Sequence[Misconception]] = {}

    def expected(self, function: str, case: Case) -> Outcome:
        return self._kept(function, getattr(self.module, function), case)

    def mistaken(self, mistake: Misconception, case: Case) -> Outcome:
        return self._kept(mistake.id, mistake.implementation, case)

    def _kept(self, name: str, implementation: Callable[..., Any], case: Case) -> Outcome:
        """A class gives the same cases to everyone: answer each once. Shrunk cases, which
        depend on the submission, are not kept."""
        if not case.key or case.shrunk:
            return run_trusted(implementation, case)
        at = (name, case.key)
        if at not in self._answers:
            self._answers[at] = run_trusted(implementation, case)
        return self._answers[at]

    def mistakes(self, function: str) -> Sequence[Misconception]:
        """Read when its first answer is wrong."""
        if function not in self._mistakes:
            names = vars(self.module)
            found = read_mistakes(self._assignment, function, names, self._languages)
            self._mistakes[function] = found
        return self._mistakes[function]

    def parameters(self, function: str) -> Sequence[str]:
        return list(inspect.signature(getattr(self.module, function)).parameters)

    def inputs(self, names: Mapping[str, Any]) -> Any:
        if self.own_inputs is None:
            package = f"solutions.{self._assignment.name}"
            raise CourseError(
                tr(
                    "The checks of {package} take `inputs`, and there is no inputs.py.",
                    package=package,
                )
            )
        return self.own_inputs

    def prepare(self) -> None:
        _ = self.own_inputs

    @functools.cached_property
    def own_inputs(self) -> Any:
        """The assignment's `inputs.py`, None where it has none. It imports pytest, which whoever
        only asks for mistakes (a hint) does not need."""
        there = (self._assignment.folder / "inputs.py").is_file()
        return _import(f"solutions.{self._assignment.name}.inputs") if there else None

    def posed(
        self, check: str, function: str, generator: Generator, round: int
    ) -> Sequence[tuple[Case, Outcome]] | None:
        return None

    def by_id(self, id: str) -> Misconception | None:
        function = id.split(".", 1)[0]
        return next((m for m in self.mistakes(function) if m.id == id), None)


def _import(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise CourseError(
            tr(
                "Course module {name} cannot be imported: {name2}: {error}.",
                name=name,
                name2=type(error).__name__,
                error=error,
            )
        ) from error
