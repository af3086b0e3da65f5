"""Steps and mistakes of a quiz as plain data, function by function.

A function that practice needs, and what that one refers to, are written down; nothing else of the
files in which they stand comes along. See `programs` for the form, and for the way back.
"""

from __future__ import annotations

import ast
import builtins
import copy
import dis
import itertools
from collections.abc import Callable, Iterator
from fractions import Fraction
from types import CodeType, FunctionType, ModuleType
from typing import Any

from grader.quiz.bundled.programs import MODULES, named
from grader.quiz.port.function_source import NotPortableError, refused, source_of


class Carried:
    """Functions carried over so far. `programs` are their data, in the order of their numbers."""

    def __init__(self) -> None:
        self.programs: list[dict[str, Any]] = []
        self._numbers: dict[int, tuple[int, object]] = {}

    def number(self, function: Callable[..., Any]) -> int:
        """The number of `function` among the programs.

        Raises:
            NotPortableError: it, or what it refers to, cannot be written down.
        """
        if id(function) in self._numbers:
            return self._numbers[id(function)][0]
        if not isinstance(function, FunctionType):
            raise refused(f"{function!r} is no function written in Python", None, None)
        kept = dict(self._numbers), list(self.programs)
        number = len(self.programs)
        self._numbers[id(function)] = (number, function)
        program: dict[str, Any] = {}
        self.programs.append(program)
        try:
            source, names = _written(function)
            program["source"] = source
            program["defaults"] = [self.value(one) for one in function.__defaults__ or ()]
            program["names"] = {name: self.value(one) for name, one in names.items()}
        except NotPortableError:
            self._numbers, self.programs[:] = kept
            raise
        return number

    def value(self, value: object) -> Any:
        """A value as data: see `programs`.

        Raises:
            NotPortableError: it is none of those.
        """
        match value:
            case None | bool() | int() | float() | str():
                return value
            case tuple():
                return [self.value(v) for v in value]
            case Fraction():
                return {"/": str(value)}
            case list():
                return {"list": [self.value(v) for v in value]}
            case dict():
                return {"dict": [[self.value(k), self.value(v)] for k, v in value.items()]}
            case set() | frozenset():
                return {"set": [self.value(v) for v in sorted(value, key=repr)]}
            case ModuleType() if value.__name__ in MODULES:
                return {"module": value.__name__}
        if callable(value):
            known = _known(value)
            return {"known": known} if known else {"program": self.number(value)}
        raise refused(f"a value {type(value).__name__}", None, None)


def _known(value: Callable[..., Any]) -> list[str] | None:
    """The module and the name of what need not be carried."""
    where, name = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
    try:
        return [where, name] if where and named(where, name) is value else None
    except (ValueError, AttributeError):
        return None


def _written(function: FunctionType) -> tuple[str, dict[str, Any]]:
    """The text of a function alone (no decorators, annotations, defaults, comments, docstring),
    and what the names in it stand for that it does not bind itself."""
    found, place = source_of(function)
    node = copy.deepcopy(found)
    spec = node.args
    if spec.kwonlyargs:
        raise refused("keyword-only parameters", place, node.lineno)
    spec.defaults = []
    if isinstance(node, ast.FunctionDef):
        node.decorator_list, node.returns = [], None
        for one in (*spec.posonlyargs, *spec.args, spec.vararg, spec.kwarg):
            if one is not None:
                one.annotation = None
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            node.body = node.body[1:] or [ast.Pass()]
    settling = _Settling(_outside(function), _bound_in(function.__code__))
    node = settling.visit(node)
    there = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    names = {name: value for name, value in settling.outside.items() if name in there}
    return ast.unparse(ast.fix_missing_locations(node)), names


class _Settling(ast.NodeTransformer):
    """What is read from an object of the author's, `FUNCTION.value` or `TABLE["a"].rate`, becomes
    a name of its own: the value comes along, and the object need not."""

    def __init__(self, outside: dict[str, Any], bound: set[str]) -> None:
        self.outside, self._bound = outside, bound

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return self._settled(node) or self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return self._settled(node) or self.generic_visit(node)

    def _settled(self, node: ast.expr) -> ast.Name | None:
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        moving = (ast.Call, ast.Lambda, ast.comprehension, ast.Starred, ast.NamedExpr)
        if any(isinstance(n, moving) for n in ast.walk(node)) or not names <= self.outside.keys():
            return None
        if names & self._bound or any(isinstance(self.outside[n], ModuleType) for n in names):
            return None
        code = compile(ast.Expression(body=copy.deepcopy(node)), "<quiz>", "eval")
        try:
            value = eval(code, dict(self.outside))  # noqa: S307 - the course's own code
        except Exception:  # noqa: BLE001 - it fails where it is run, as it does in the course
            return None
        name = next(f"settled{i}" for i in itertools.count() if self._free(f"settled{i}"))
        self.outside[name] = value
        return ast.Name(id=name, ctx=ast.Load())

    def _free(self, name: str) -> bool:
        return name not in self.outside and name not in self._bound


def _outside(function: FunctionType) -> dict[str, Any]:
    """What the names that a function does not bind itself stand for."""
    code, found = function.__code__, {}
    for name, cell in zip(code.co_freevars, function.__closure__ or (), strict=True):
        found[name] = cell.cell_contents
    for name in sorted(set(_globals_in(code)) - found.keys()):
        if name in function.__globals__:
            found[name] = function.__globals__[name]
        elif hasattr(builtins, name):
            found[name] = getattr(builtins, name)
    return found


def _globals_in(code: CodeType) -> Iterator[str]:
    for one in dis.get_instructions(code):
        if one.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield one.argval
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _globals_in(inner)


def _bound_in(code: CodeType) -> set[str]:
    """The names that a function, or one within it, binds."""
    inner = (c for c in code.co_consts if isinstance(c, CodeType))
    return {*code.co_varnames, *code.co_cellvars}.union(*map(_bound_in, inner))
