"""Small changes to the reference, each of which some check should notice.

A mutant is the reference with one operator, constant, axis, comparison, transpose or call changed.
One that earns every point shows a case that is missing.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_BINARY: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div],
    ast.Div: [ast.Mult],
    ast.Pow: [ast.Mult],
    ast.MatMult: [ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Mod: [ast.Mult],
}
_COMPARE: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
_CALLS = {
    "maximum": "minimum",
    "minimum": "maximum",
    "sum": "mean",
    "mean": "sum",
    "argmax": "argmin",
    "argmin": "argmax",
    "max": "min",
    "min": "max",
    "zeros": "ones",
    "zeros_like": "ones_like",
    "ones_like": "zeros_like",
    "log": "log2",
    "exp": "expm1",
    "expm1": "exp",
    "log1p": "log",
    "tanh": "arctan",
    "abs": "square",
    "logaddexp": "maximum",
}
_UNWRAP = {"abs", "exp", "log", "tanh", "square", "sqrt", "expm1", "log1p", "copy", "clip"}


@dataclass(frozen=True, slots=True)
class Mutant:
    function: str
    name: str  # "3: a + b -> a - b", the line counted within the function
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of every top-level function of `source`."""
    tree = ast.parse(source)
    lines = source.splitlines()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            for name, changed in _mutants_of(node):
                text = ast.unparse(changed).splitlines()
                start, end = node.lineno - 1, node.end_lineno or node.lineno
                yield Mutant(node.name, name, "\n".join([*lines[:start], *text, *lines[end:], ""]))


def _mutants_of(function: ast.FunctionDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    bare = copy.copy(function)
    bare.body = body
    seen: set[str] = set()
    for index, node in enumerate(_nodes(bare)):
        for replacement in _alternatives(node):
            changed = copy.deepcopy(bare)
            target = list(_nodes(changed))[index]
            _Replace(target, replacement).visit(changed)
            line = getattr(node, "lineno", function.lineno) - function.lineno
            name = f"{line}: {_short(node)} -> {_short(replacement)}"
            text = ast.unparse(ast.fix_missing_locations(changed))
            if text not in seen and text != ast.unparse(bare):
                seen.add(text)
                yield name, changed


def _nodes(function: ast.FunctionDef) -> Iterator[ast.AST]:
    for default in function.args.defaults:
        yield from ast.walk(default)
    for statement in function.body:
        for node in ast.walk(statement):
            if not _in_message(node):
                yield node


def _in_message(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise | ast.JoinedStr | ast.FormattedValue)


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.AST, replacement: ast.AST) -> None:
        self._target, self._replacement = target, replacement

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._target:
            return self._replacement
        return self.generic_visit(node)


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:57] + "..."


def _alternatives(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp):
        for operator in _BINARY.get(type(node.op), ()):
            yield ast.BinOp(node.left, operator(), node.right)
        if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.Pow):
            yield ast.BinOp(node.right, node.op, node.left)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for comparison in _COMPARE.get(type(node.ops[0]), ()):
            yield ast.Compare(node.left, [comparison()], node.comparators)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not | ast.Invert):
        yield node.operand
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    elif isinstance(node, ast.If):
        yield ast.If(ast.Constant(False), node.body, node.orelse)
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, ast.Call):
        yield from _calls(node)


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        if value:
            yield ast.UnaryOp(ast.USub(), ast.Constant(value))
        if isinstance(value, float) and value:
            yield ast.Constant(value * 2)


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else None
    if name in _CALLS and isinstance(node.func, ast.Attribute):
        swapped = ast.Attribute(node.func.value, _CALLS[name], ast.Load())
        yield ast.Call(swapped, node.args, node.keywords)
    if name in _UNWRAP and node.args:
        yield node.args[0]
    if len(node.args) >= 2 and not any(isinstance(a, ast.Starred) for a in node.args[:2]):
        yield ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
    if name == "where" and len(node.args) == 3:
        yield ast.Call(node.func, [node.args[0], node.args[2], node.args[1]], node.keywords)
    for i in range(len(node.keywords)):
        yield ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])
