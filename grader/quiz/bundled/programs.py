"""A quiz's functions in a release, made again from plain data.

A release has no `solutions/`: its quizzes are data, and their steps and mistakes the text of one
function each, with what the names in it stand for. `carried` writes them.

A value is itself where JSON has it; a tuple is a list; everything else is an object with one key:
`/` a fraction, `list`, `dict`, `set`, `module`, `known` a function of Python's or of the engine's,
`program` a function by its number.
"""

from __future__ import annotations

import builtins
import importlib
import linecache
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import FunctionType
from typing import Any

_BUILTINS = (
    "ArithmeticError", "ValueError", "ZeroDivisionError", "abs", "all", "any", "bool", "dict",
    "divmod", "enumerate", "filter", "float", "frozenset", "int", "len", "list", "map", "max",
    "min", "next", "pow", "range", "reversed", "round", "set", "slice", "sorted", "str", "sum",
    "tuple", "zip",
)  # fmt: skip
MODULES = (
    "fractions", "functools", "itertools", "math", "numpy", "operator", "statistics",
    "grader.quiz.authoring", "grader.quiz.exact.numbers", "grader.quiz.exact.stream",
)  # fmt: skip
"""What functions may refer to by name."""


class Programs:
    """The functions of `programs` again, each made when it is first asked for. `place` tells them
    from those of other questions."""

    def __init__(self, programs: Sequence[Mapping[str, Any]], place: str) -> None:
        self._programs, self._place = programs, place
        self._made: dict[int, Callable[..., Any]] = {}

    def function(self, number: int) -> Callable[..., Any]:
        """Raises KeyError, IndexError, TypeError, ValueError or SyntaxError: it is no program."""
        if number not in self._made:
            program = self._programs[number]
            names: dict[str, Any] = {"__builtins__": {}}
            made = _made(program["source"], f"<{self._place}:{number}>", names)
            self._made[number] = made
            made.__defaults__ = tuple(self.value(v) for v in program["defaults"]) or None
            for name, data in program["names"].items():
                known = isinstance(data, dict) and data.get("known") == ["builtins", name]
                (names["__builtins__"] if known else names)[name] = self.value(data)
        return self._made[number]

    def value(self, data: Any) -> Any:
        """A value from its data. Raises as `function`."""
        if isinstance(data, list):
            return tuple(self.value(v) for v in data)
        if not isinstance(data, dict):
            return data
        ((kind, inner),) = data.items()
        match kind:
            case "/":
                return Fraction(inner)
            case "list":
                return [self.value(v) for v in inner]
            case "dict":
                return {self.value(k): self.value(v) for k, v in inner}
            case "set":
                return frozenset(self.value(v) for v in inner)
            case "module" if inner in MODULES:
                return importlib.import_module(inner)
            case "known":
                return named(*inner)
            case "program":
                return self.function(inner)
        raise ValueError(f"no value: {kind}")


def named(where: str, name: str) -> Any:
    """A function that both sides have. Raises ValueError or AttributeError: there is none."""
    if where == "builtins" and name in _BUILTINS:
        return getattr(builtins, name)
    if where in MODULES and not name.startswith("_"):
        return getattr(importlib.import_module(where), name)
    raise ValueError(f"no known function: {where}.{name}")


def _made(source: str, place: str, names: dict[str, Any]) -> FunctionType:
    """The function that `source` defines. Its text can be asked for, as that of any other."""
    lines = source.splitlines(keepends=True)
    linecache.cache[place] = (len(source), None, lines, place)
    if source.startswith("lambda"):
        made = eval(compile(source, place, "eval"), names)  # noqa: S307 - the course's own code
    else:
        exec(compile(source, place, "exec"), names)  # noqa: S102 - the course's own code
        made = names.pop(next(n for n in names if n != "__builtins__"))
    if not isinstance(made, FunctionType):
        raise ValueError("no function")
    return made
