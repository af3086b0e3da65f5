"""A question's other solver as a piece of NumPy to copy, with a variant's numbers in it."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Mapping
from fractions import Fraction
from types import FunctionType, ModuleType
from typing import Any

from grader.quiz.port.function_source import NotPortableError, source_of
from grader.quiz.question.records import Part, PosedQuestion, Question, Value


def numpy_cell(asked: PosedQuestion) -> str:
    """Python code that prints what every numeric part of this variant comes to.

    It is the body of the question's `confirm`, its parameter given as a literal and its result
    printed; empty where the question has none, or where it leans on what cannot be written down.
    """
    confirm = asked.question.confirm
    if not isinstance(confirm, FunctionType):
        return ""
    try:
        node, _ = source_of(confirm)
        outside = _outside(confirm)
    except (NotPortableError, TypeError, ValueError):
        return ""
    if not isinstance(node, ast.FunctionDef):
        return ""
    body = [s for s in node.body if not _is_docstring(s) and not isinstance(s, ast.Import)]
    given = [f'    "{name}": {_literal(value)},' for name, value in _used(asked, node).items()]
    lines = ["import numpy as np", "", *outside, f"{node.args.args[0].arg} = {{", *given, "}", ""]
    for statement in body:
        if isinstance(statement, ast.Return) and statement.value is not None:
            lines += _printed(asked.question, statement.value)
        else:
            lines.append(ast.unparse(statement))
    return "\n".join(lines)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _used(asked: PosedQuestion, solver: ast.FunctionDef) -> Mapping[str, Value]:
    """The parameters that the solver reads: those whose names stand in it, else all of them."""
    there = {n.value for n in ast.walk(solver) if isinstance(n, ast.Constant)}
    used = {name: value for name, value in asked.params.items() if name in there}
    return used or asked.params


def _outside(confirm: FunctionType) -> list[str]:
    """What the solver takes from its module, as assignments.

    Raises:
        TypeError: it is no plain data.
    """
    found = inspect.getclosurevars(confirm)
    if found.nonlocals:
        raise TypeError("a closure")
    lines = [
        f"{name} = {_literal(value)}"
        for name, value in found.globals.items()
        if not isinstance(value, ModuleType)
    ]
    return [*lines, ""] if lines else []


def _literal(value: Any) -> str:
    """A value as NumPy takes it: exact decimals as decimals, tuples as lists.

    Raises:
        TypeError: it is no plain data.
    """
    if isinstance(value, Mapping):
        pairs = (f"{_literal(k)}: {_literal(v)}" for k, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    if isinstance(value, Fraction):
        return repr(float(value))
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | float):
        return repr(value)
    raise TypeError(f"{type(value).__name__} is no plain data")


def _printed(question: Question, value: ast.expr) -> list[str]:
    """`print` for every part of what the solver returns."""
    if isinstance(value, ast.Dict) and all(isinstance(k, ast.Constant) for k in value.keys):
        return [
            _line(str(k.value), ast.unparse(v), question.part(str(k.value)))
            for k, v in zip(value.keys, value.values, strict=True)
            if isinstance(k, ast.Constant)
        ]
    return [
        f"for name, value in ({ast.unparse(value)}).items():",
        '    print(name, "=", value)',
    ]


def _line(name: str, code: str, part: Part | None) -> str:
    if part is not None and part.kind.numeric:
        code = f"np.round({code}, {max(part.decimals, 3) + 1})"
    return f'print("{name} =", {code})'
