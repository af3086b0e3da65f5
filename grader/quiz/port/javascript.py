"""An author's step functions as JavaScript, so that a page marks as `marking` does.

Steps and mistakes are small functions of numbers and tuples. What they are made of is carried over
expression by expression (`port.syntax`); what they refer to, a helper, a closure, a constant, comes
along. What has no counterpart there is recorded with each variant, where it depends on parameters
alone, and refused by name where it does not.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from types import FunctionType
from typing import Any

from grader.quiz.exact import numbers
from grader.quiz.exact.stream import exact
from grader.quiz.port.function_source import NotPortableError, refused, source_of
from grader.quiz.port.syntax import Body
from grader.quiz.question.records import Question, Value, Values
from grader.quiz.question.traced import TracedValues

_KNOWN: tuple[tuple[object, str], ...] = (
    (abs, "ops.abs"), (all, "ops.every"), (any, "ops.some"), (bool, "ops.bool"),
    (enumerate, "ops.enumerate"), (float, "ops.float"), (int, "ops.int"), (len, "ops.len"),
    (list, "ops.tuple"), (max, "ops.max"), (min, "ops.min"), (range, "ops.range"),
    (set, "ops.distinct"), (sorted, "ops.sorted"), (sum, "ops.sum"), (tuple, "ops.tuple"),
    (Fraction, "ops.fraction"), (exact, "exact"), (numbers.mean, "ops.mean"),
    (numbers.plain, "plain"), (math.fsum, "ops.sum"),
    *((getattr(math, n), f"ops.{n}") for n in (
        "exp", "expm1", "log", "log2", "log10", "log1p", "sqrt", "tanh", "sinh", "cosh")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ported:
    """A question's functions in JavaScript. `script` is an object `{steps: […], wrong: […]}` of
    functions, in the question's order. What could not be carried over is in `recorded`, with why:
    its values come with each variant, under the name that is given there.
    """

    script: str
    recorded: tuple[tuple[str, Callable[[Values], Value], NotPortableError], ...]


def ported(question: Question) -> Ported:
    """Carry over the steps and mistakes of `question`."""
    port = _Port()
    recorded: list[tuple[str, Callable[[Values], Value], NotPortableError]] = []

    def one(name: str, function: Callable[[Values], Value]) -> str:
        try:
            return port.function(function)
        except NotPortableError as error:
            recorded.append((name, function, error))
            return f"(v) => v[{json.dumps(name)}]"

    steps = [one(f"#{s.name}", s.function) for s in question.steps]
    wrong = [one(f"#{i}", m.wrong) for i, m in enumerate(question.mistakes)]
    script = (
        "(() => {\n" + "".join(f"{text}\n" for text in port.texts) + "return {\n"
        f"steps: [{', '.join(steps)}],\nwrong: [{', '.join(wrong)}],\n}};\n}})()"
    )
    return Ported(script, tuple(recorded))


def records(found: Ported, question: Question, values: Values) -> dict[str, Value]:
    """The recorded values of one variant: they depend on its parameters alone.

    Raises:
        NotPortableError: one of them reads a step, so what it gives depends on the student.
    """
    steps = {step.name for step in question.steps}
    out = {}
    for name, function, error in found.recorded:
        read: set[str] = set()
        out[name] = function(TracedValues(values, read))
        if read & steps:
            raise error
    return out


class _Port:
    """Functions carried over so far. `texts` are their declarations."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._names: dict[int, tuple[str, object]] = {}

    def function(self, function: Callable[..., Any]) -> str:
        """The name under which `function` is known in JavaScript."""
        for known, name in _KNOWN:
            if known is function:
                return name
        if id(function) in self._names:
            return self._names[id(function)][0]
        if not isinstance(function, FunctionType):
            raise refused(f"{function!r} is no function written in Python", None, None)
        kept = dict(self._names), list(self.texts)
        name = f"f{len(self._names)}"
        self._names[id(function)] = (name, function)
        try:
            node, place = source_of(function)
            self.texts.append(Body(self.function, function, place).declared(name, node))
        except NotPortableError:
            self._names, self.texts = kept
            raise
        return name
