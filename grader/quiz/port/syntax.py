"""The syntax that steps and mistakes are written in, as JavaScript: a small part of Python's.

Whatever is not of this part is refused by name, never guessed. Arithmetic goes by `ops`, which is
Python's own (`templates/quiz/exact.js`).
"""

from __future__ import annotations

import ast
import builtins
import inspect
import json
import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import FunctionType
from typing import Any

from grader.quiz.port.function_source import Local, NotPortableError, assigned, names_in, refused

_BINARY: Mapping[type[ast.operator], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div", ast.Pow: "pow",
    ast.FloorDiv: "floordiv", ast.Mod: "mod",
}  # fmt: skip
_COMPARED: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne",
}  # fmt: skip

_NOTHING = object()


class Body:
    """One function's body. Names it assigns are its own; others are looked up where it was made.

    `carry` gives the JavaScript name of another function that this one uses.
    """

    def __init__(self, carry: Callable[[Any], str], function: FunctionType, place: str) -> None:
        self.carry, self.place = carry, place
        found = inspect.getclosurevars(function)
        self.outside = {**vars(builtins), **function.__globals__, **found.nonlocals}
        self.defaults = function.__defaults__ or ()
        self.locals: list[set[str]] = []

    def declared(self, name: str, node: Local) -> str:
        return f"function {name}{self.signature(node, self.defaults)} {self.block(node)}"

    def signature(self, node: Local, defaults: tuple[object, ...] | None) -> str:
        spec = node.args
        if spec.vararg or spec.kwarg or spec.kwonlyargs or (spec.defaults and defaults is None):
            raise self.refused(node, "such parameters")
        names = [a.arg for a in (*spec.posonlyargs, *spec.args)]
        self.locals.append({*names, *assigned(node)})
        given = defaults or ()
        plain = names[: len(names) - len(given)]
        late = [
            f"{_local(n)} = {self.constant(d, node)}"
            for n, d in zip(names[len(plain) :], given, strict=True)
        ]
        return f"({', '.join([*map(_local, plain), *late])})"

    def block(self, node: Local) -> str:
        if isinstance(node, ast.Lambda):
            text = f"{{ return {self.value(node.body)}; }}"
        else:
            mine = sorted(assigned(node) - {a.arg for a in node.args.args})
            let = f"let {', '.join(map(_local, mine))}; " if mine else ""
            text = f"{{ {let}{self.statements(node.body)} return null; }}"
        self.locals.pop()
        return text

    def refused(self, node: ast.AST, what: str) -> NotPortableError:
        return refused(what, self.place, getattr(node, "lineno", None))

    # ------------------------------------------------------------------ statements

    def statements(self, body: list[ast.stmt]) -> str:
        return " ".join(filter(None, map(self.statement, body)))

    def statement(self, node: ast.stmt) -> str:
        match node:
            case ast.Return(value=None) | ast.Pass():
                return "return null;" if isinstance(node, ast.Return) else ";"
            case ast.Return(value=value) if value is not None:
                return f"return {self.value(value)};"
            case ast.Assign(targets=[target], value=value):
                return f"{self.target(target)} = {self.value(value)};"
            case ast.AugAssign(target=ast.Name(id=name), op=op, value=value):
                return f"{_local(name)} = {self.binary(node, op, _local(name), self.value(value))};"
            case ast.If(test=test, body=body, orelse=other):
                rest = f" else {{ {self.statements(other)} }}" if other else ""
                return f"if (ops.truth({self.value(test)})) {{ {self.statements(body)} }}{rest}"
            case ast.For(target=target, iter=source, body=body, orelse=[]):
                over = f"of ops.iter({self.value(source)})"
                return f"for ({self.target(target)} {over}) {{ {self.statements(body)} }}"
            case ast.FunctionDef(decorator_list=[]) if not node.args.defaults:
                inner = f"{self.signature(node, None)} {self.block(node)}"
                return f"{_local(node.name)} = function {inner};"
            case ast.Expr(value=ast.Constant(value=str())):
                return ""
        raise self.refused(node, f"the statement {type(node).__name__}")

    def target(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            return _local(node.id)
        if isinstance(node, ast.Tuple | ast.List):
            return f"[{', '.join(map(self.target, node.elts))}]"
        raise self.refused(node, "an assignment to anything but names")

    # ------------------------------------------------------------------ expressions

    def value(self, node: ast.expr) -> str:
        known = self.settled(node)
        if known is not _NOTHING:
            return self.constant(known, node)
        match node:
            case ast.Name(id=name):
                return _local(name)
            case ast.Tuple(elts=elts) | ast.List(elts=elts):
                return f"[{', '.join(map(self.element, elts))}]"
            case ast.BinOp(left=left, op=op, right=right):
                return self.binary(node, op, self.value(left), self.value(right))
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return f"ops.neg({self.value(inner)})"
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return f"!ops.truth({self.value(inner)})"
            case ast.BoolOp(op=op, values=values):
                how = "and" if isinstance(op, ast.And) else "or"
                first, *rest = map(self.value, values)
                for one in rest:
                    first = f"ops.{how}({first}, () => {one})"
                return first
            case ast.Compare():
                return self.compared(node)
            case ast.IfExp(test=test, body=body, orelse=other):
                chosen = f"{self.value(body)} : {self.value(other)}"
                return f"(ops.truth({self.value(test)}) ? {chosen})"
            case ast.Attribute(value=inner, attr=name):
                return f"ops.attr({self.value(inner)}, {json.dumps(name)})"
            case ast.Subscript(value=inner, slice=at):
                return self.subscript(inner, at)
            case (
                ast.GeneratorExp(elt=elt, generators=clauses)
                | ast.ListComp(elt=elt, generators=clauses)
            ):
                return self.comprehension(elt, clauses)
            case ast.Call():
                return self.call(node)
            case ast.Lambda() if not node.args.defaults:
                return f"(function {self.signature(node, None)} {self.block(node)})"
        raise self.refused(node, f"the expression {ast.unparse(node)[:60]}")

    def element(self, node: ast.expr) -> str:
        if isinstance(node, ast.Starred):
            return f"...ops.iter({self.value(node.value)})"
        return self.value(node)

    def binary(self, node: ast.AST, op: ast.operator, left: str, right: str) -> str:
        if type(op) not in _BINARY:
            raise self.refused(node, f"the operator {type(op).__name__}")
        return f"ops.{_BINARY[type(op)]}({left}, {right})"

    def compared(self, node: ast.Compare) -> str:
        sides = [node.left, *node.comparators]
        found = []
        for op, left, right in zip(node.ops, sides[:-1], sides[1:], strict=True):
            if isinstance(op, ast.In | ast.NotIn):
                sign = "" if isinstance(op, ast.In) else "!"
                found.append(f"{sign}ops.has({self.value(right)}, {self.value(left)})")
            elif isinstance(op, ast.Is | ast.IsNot):
                sign = "===" if isinstance(op, ast.Is) else "!=="
                found.append(f"({self.value(left)} {sign} {self.value(right)})")
            else:
                found.append(f"ops.{_COMPARED[type(op)]}({self.value(left)}, {self.value(right)})")
        return found[0] if len(found) == 1 else f"({' && '.join(found)})"

    def subscript(self, inner: ast.expr, at: ast.expr) -> str:
        if isinstance(at, ast.Slice):
            bounds = (self.value(b) if b else "null" for b in (at.lower, at.upper, at.step))
            return f"ops.slice({self.value(inner)}, {', '.join(bounds)})"
        return f"ops.get({self.value(inner)}, {self.value(at)})"

    def comprehension(self, elt: ast.expr, clauses: list[ast.comprehension]) -> str:
        names = {n for c in clauses for n in names_in(c.target)}
        opened = ""
        for clause in clauses:
            if clause.is_async:
                raise self.refused(elt, "an asynchronous comprehension")
            # What is gone through is looked up before the names it gives values to are bound.
            over = f"of ops.iter({self.value(clause.iter)})"
            self.locals.append(names)
            tests = "".join(f"if (ops.truth({self.value(t)})) " for t in clause.ifs)
            opened += f"for (const {self.target(clause.target)} {over}) {tests}"
        text = f"(() => {{ const out = []; {opened}out.push({self.element(elt)}); return out; }})()"
        del self.locals[len(self.locals) - len(clauses) :]
        return text

    def call(self, node: ast.Call) -> str:
        function, given = self.settled(node.func), list(map(self.element, node.args))
        if function is zip:
            keywords = {k.arg: k.value for k in node.keywords}
            strict = keywords.pop("strict", None)
            if not keywords and (strict is None or isinstance(strict, ast.Constant)):
                flag = "true" if strict is not None and strict.value else "false"
                return f"ops.zip({', '.join([flag, *given])})"
        if function is map and not node.keywords and len(given) == 2:
            return f"ops.iter({given[1]}).map((one) => ({given[0]})(one))"
        if function is reversed and not node.keywords and len(given) == 1:
            return f"ops.slice({given[0]}, null, null, -1n)"
        if function is _NOTHING and isinstance(node.func, ast.Attribute):
            raise self.refused(node, f"the method {node.func.attr}")
        if node.keywords:
            raise self.refused(node, f"keywords in {ast.unparse(node)[:60]}")
        return f"({self.value(node.func)})({', '.join(given)})"

    # ------------------------------------------------------------------ what is known already

    def settled(self, node: ast.expr) -> Any:
        """The value of an expression that depends on no local name and calls nothing."""
        for one in ast.walk(node):
            if isinstance(one, ast.Call | ast.Lambda | ast.comprehension | ast.Await | ast.Starred):
                return _NOTHING
            if isinstance(one, ast.Name) and any(one.id in names for names in self.locals):
                return _NOTHING
        code = compile(ast.Expression(body=node), self.place, "eval")
        try:
            return eval(code, dict(self.outside))  # noqa: S307 - the course's own code
        except Exception as error:
            raise self.refused(node, f"{ast.unparse(node)[:60]}: {error}") from error

    def constant(self, value: object, node: ast.AST) -> str:
        match value:
            case None:
                return "null"
            case bool():
                return "true" if value else "false"
            case int():
                return f"({value}n)"
            case float() if math.isfinite(value):
                return f"({value!r})"
            case Fraction():
                return f"new Ratio({value.numerator}n, {value.denominator}n)"
            case str():
                return json.dumps(value).replace("<", "\\u003c")
            case tuple() | list():
                return f"[{', '.join(self.constant(v, node) for v in value)}]"
            case dict():
                pairs = (f"[{self.constant(k, node)}, {self.constant(v, node)}]"
                         for k, v in value.items())  # fmt: skip
                return f"new Map([{', '.join(pairs)}])"
        if callable(value):
            return self.carry(value)
        raise self.refused(node, f"a constant {type(value).__name__}")


def _local(name: str) -> str:
    """A name of the author's, kept apart from ours and from JavaScript's own."""
    return f"{name}_" if name.isascii() else "u" + "_".join(f"{ord(c):x}" for c in name) + "_"
