"""Reads a graded function's text, and all of the student's that it reaches, for two things: which
other graded functions it uses, and what the assignment's policy forbids.

Names are resolved against the live namespace, so an alias is seen through and the student's own
function called `dot` is not taken for NumPy's. What text alone cannot tell is left to `watch`.
"""

from __future__ import annotations

import ast
import contextlib
import types
from typing import Any

from grader.worker.facts import Function, Index, Place, children, unwrapped
from grader.worker.resolve import Bindings, Dotted, Resolver, bound_names, plain_name
from grader.worker.rules import PolicyRules, is_array_type

__all__ = ["PolicyRules", "facts_of"]

MAX_PLACES = 2_000
MAX_VIOLATIONS = 20
_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_LOOKS_UP = ("getattr", "methodcaller", "attrgetter")
_RUNS = ("eval", "exec", "compile")
_TESTS = ("isinstance", "issubclass")
_CONTAINERS = (dict, list, tuple, set, frozenset)


def facts_of(name: str, index: Index, rules: PolicyRules | None) -> dict[str, Any]:
    """What the `loaded` frame says of one graded function."""
    defined = name in index.namespace
    found = index.namespace.get(name)
    scan = _Scan(name, index, rules)
    if defined:
        with contextlib.suppress(Exception):  # odd objects, or nested too deeply:
            scan.run()  # `watch` still sees what a call uses
    return {
        "defined": defined,
        "callable": callable(found),
        "at": index.place(name) if defined else None,
        "uses": sorted(scan.uses),
        "violations": scan.violations[:MAX_VIOLATIONS],
    }


class _Scan:
    """One graded function's reach. Work that is found is queued, so recursion stays in one tree."""

    def __init__(self, name: str, index: Index, rules: PolicyRules | None) -> None:
        self._name = name
        self._index = index
        self._rules = rules
        self._resolver = Resolver(index.namespace)
        self._graded = {i: other for i, other in index.by_identity if other != name}
        self._seen: set[int] = set()
        self._classes: set[int] = set()
        self._kept: list[Any] = []
        self._todo: list[tuple[Place, Any]] = []
        self._methods: list[tuple[str, Function]] = []
        self._touched: set[str] = set()
        self.uses: set[str] = set()
        self.violations: list[list[Any]] = []

    def run(self) -> None:
        """Scan everything that the function reaches."""
        namespace = self._index.namespace
        place = self._index.place(self._name)
        at = (place[0], ast.Pass(lineno=place[1], col_offset=0)) if place else ("", ast.Pass())
        found = namespace[self._name]
        self._judge(found, at)
        assigned = self._index.assigned(self._name)
        if assigned and not self._index.function_nodes(found):
            self._todo.append((assigned, None))
        for _ in range(MAX_PLACES):
            if not self._todo and not self._next_methods():
                return
            (label, node), function = self._todo.pop()
            self._scan_place(label, node, function)

    def _next_methods(self) -> bool:
        """Queue the methods of own classes whose name has been touched meanwhile."""
        ready = [m for m in self._methods if m[1].name in self._touched]  # type: ignore[union-attr]
        self._methods = [m for m in self._methods if m not in ready]
        self._todo += [((label, node), None) for label, node in ready]
        return bool(ready)

    def _scan_place(self, label: str, node: ast.AST, function: Any) -> None:
        outer = Bindings()
        names = getattr(getattr(function, "__code__", None), "co_freevars", ())
        for name, cell in zip(names, getattr(function, "__closure__", None) or (), strict=False):
            try:
                outer.bind(name, cell.cell_contents)
            except ValueError:
                outer.bind(name)
        self._visit(label, node, [outer])

    # ------------------------------------------------------------------------ the tree

    def _visit(self, label: str, node: ast.AST, scopes: list[Bindings]) -> None:
        if isinstance(node, Function):
            self._visit_function(label, node, scopes)
            return
        inner = scopes
        if isinstance(node, _COMPREHENSIONS):
            inner = [*scopes, bound_names(node)]
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                self._look(label, node, scopes)
            return
        elif isinstance(node, ast.Attribute):
            if self._look(label, node, scopes):
                return
        elif isinstance(node, ast.Subscript):
            self._look(label, node, scopes)
        elif isinstance(node, ast.BinOp | ast.AugAssign):
            self._operator(label, node, scopes)
        elif isinstance(node, ast.Call):
            if self._call(label, node, scopes):
                return
        elif isinstance(node, ast.AnnAssign):
            for part in (node.target, node.value):
                if part is not None:
                    self._visit(label, part, scopes)
            return
        for child in children(node):
            self._visit(label, child, inner)

    def _visit_function(self, label: str, node: Function, scopes: list[Bindings]) -> None:
        outside: list[ast.AST] = list(node.args.defaults)
        outside += [d for d in node.args.kw_defaults if d is not None]
        outside += getattr(node, "decorator_list", [])
        for part in outside:
            self._visit(label, part, scopes)
        body = node.body if isinstance(node.body, list) else [node.body]
        inner = [*scopes, bound_names(node)]
        for statement in body:
            self._visit(label, statement, inner)

    def _look(self, label: str, node: ast.expr, scopes: list[Bindings]) -> bool:
        """Judge what a name, attribute or item stands for. True when nothing more is in it."""
        if isinstance(node, ast.Name) and node.id in self._index.graded:
            local = any(node.id in scope.names for scope in scopes)
            if not local and node.id != self._name:
                self.uses.add(node.id)
                return True
        found = self._resolver.resolve(node, scopes)
        flagged = False
        for item in found:
            if isinstance(item, type) and issubclass(item, BaseException):
                return True
            flagged |= self._judge(item, (label, node))
        if isinstance(node, ast.Attribute):
            self._touched.add(node.attr)
            if not found and not flagged:
                flagged = self._method(label, node, scopes)
        return flagged

    def _method(self, label: str, node: ast.Attribute, scopes: list[Bindings]) -> bool:
        """An attribute of something unknown, whose name only an array's method has here."""
        if self._rules is None or node.attr not in self._rules.methods:
            return False
        owners = self._resolver.resolve(node.value, scopes)
        if any(is_array_type(type(x)) or is_array_type(x) for x in owners):
            return self._flag(f".{node.attr}", label, node)
        if any(isinstance(x, types.ModuleType) for x in owners):
            return False
        if self._index.has_own(node.attr) or self._is_own(node.value, scopes):
            return False  # perhaps their own method: `watch` sees whether it was an array's
        return self._flag(f".{node.attr}", label, node)

    def _is_own(self, node: ast.expr, scopes: list[Bindings]) -> bool:
        """Whether an expression makes, or holds, an instance of a class of the student's."""
        if isinstance(node, ast.Call):
            made = self._resolver.resolve(node.func, scopes)
            return any(self._index.is_own_class(x) for x in made)
        if isinstance(node, ast.Name):
            if node.id == "self":
                return True
            for scope in reversed(scopes):
                if node.id in scope.names:
                    values = scope.names[node.id]
                    return any(isinstance(v, ast.Call) and self._is_own(v, scopes) for v in values)
        held = self._resolver.resolve(node, scopes)
        return any(self._index.is_own_class(type(x)) for x in held)

    def _operator(
        self, label: str, node: ast.BinOp | ast.AugAssign, scopes: list[Bindings]
    ) -> None:
        if self._rules is None or not self._rules.operator:
            return
        if isinstance(node.op, ast.MatMult):
            sides: list[ast.expr] = (
                [node.left, node.right] if isinstance(node, ast.BinOp) else [node.target]
            )
            if {"__matmul__", "__rmatmul__"} & self._index.own_attributes and any(
                self._is_own(side, scopes) for side in sides
            ):
                self._touched |= {"__matmul__", "__rmatmul__"}
                return
            self._flag("@", label, node)

    def _call(self, label: str, node: ast.Call, scopes: list[Bindings]) -> bool:
        names = {plain_name(x) for x in self._resolver.resolve(node.func, scopes)}
        if names & set(_TESTS):
            for arg in node.args[:1]:
                self._visit(label, arg, scopes)
            return True
        if self._rules is None:
            return False
        texts = [
            [x for x in self._resolver.resolve(arg, scopes) if type(x) is str]
            for arg in node.args[:3]
        ]
        if names & set(_LOOKS_UP):
            for item in self._resolver.resolve(node, scopes):
                self._judge(item, (label, node))
            owners = self._resolver.resolve(node.args[0], scopes) if node.args else []
            known = any(isinstance(x, types.ModuleType) for x in owners)
            for text in (t for some in texts for t in some):
                last = text.rpartition(".")[2]
                own = known or self._index.has_own(last)
                if last in self._rules.methods and not own:
                    self._flag(f".{last}", label, node)
                self._touched.add(last)
        elif names & set(_RUNS) and texts:
            for text in texts[0]:
                self._scan_text(label, node, text, scopes)
        elif names & {"__import__", "import_module"}:
            for item in self._resolver.resolve(node, scopes):
                self._judge(item, (label, node))
        return False

    def _scan_text(self, label: str, node: ast.AST, text: str, scopes: list[Bindings]) -> None:
        try:
            tree = ast.parse(text.strip())
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return
        for inner in ast.walk(tree):
            if hasattr(inner, "lineno"):
                inner.lineno = getattr(node, "lineno", 1)
        self._visit(label, tree, [*scopes, bound_names(tree)])

    # ------------------------------------------------------------------------ live objects

    def _judge(self, found: Any, at: Place, depth: int = 0) -> bool:
        """Flag a forbidden object; queue what is the student's own. True when flagged."""
        if depth > 3 or isinstance(found, str | int | float | None):
            return False
        if isinstance(found, Dotted):
            rule = self._rules.dotted_rule(found.name) if self._rules else None
            return rule is not None and self._flag(rule, *at)
        other = self._graded.get(id(found))
        if other is not None:
            self.uses.add(other)
            return False
        flagged = False
        for item in unwrapped(found):
            rule = None if self._rules is None else self._rule_of(item)
            if rule is not None:
                flagged = self._flag(rule, *at)
            elif id(item) not in self._seen:
                self._seen.add(id(item))
                self._kept.append(item)
                flagged |= self._reach(item, at, depth)
        return flagged

    def _rule_of(self, item: Any) -> str | None:
        if self._rules is None or (isinstance(item, type) and issubclass(item, BaseException)):
            return None
        if type(item).__name__ in ("methodcaller", "attrgetter"):
            try:
                names = [x for x in item.__reduce__()[1] if type(x) is str]
            except Exception:
                names = []
            for name in names:
                if name.rpartition(".")[2] in self._rules.methods:
                    return f".{name.rpartition('.')[2]}"
        return self._rules.rule_of(item)

    def _reach(self, item: Any, at: Place, depth: int) -> bool:
        flagged = False
        if isinstance(item, types.FunctionType):
            for place in self._index.function_nodes(item):
                self._todo.append((place, item))
                for default in (*(item.__defaults__ or ()), *(item.__kwdefaults__ or {}).values()):
                    flagged |= self._judge(default, (place[0], place[1]), depth + 1)
        elif self._index.is_own_class(item):
            self._reach_class(item)
        elif type(item) in _CONTAINERS:
            values = item.values() if type(item) is dict else item
            for value in list(values)[:200]:
                flagged |= self._judge(value, at, depth + 1)
        elif self._index.is_own_class(type(item)):
            self._reach_class(type(item))
            if callable(item):
                self._touched.add("__call__")
        return flagged

    def _reach_class(self, kind: type) -> None:
        if id(kind) in self._classes:
            return
        self._classes.add(id(kind))
        for label, node in self._index.class_nodes(kind):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    special = inner.name.startswith("__") and "matmul" not in inner.name
                    if special:
                        self._todo.append(((label, inner), None))
                    else:
                        self._methods.append((label, inner))
                else:
                    self._todo.append(((label, inner), None))

    def _flag(self, rule: str, label: str, node: ast.AST) -> bool:
        if self._rules is not None:
            entry = [rule, label, getattr(node, "lineno", 1)]
            if entry not in self.violations:
                self.violations.append(entry)
        return True
