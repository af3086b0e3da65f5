"""Where things are in a student's file: from a live object to the text that made it."""

from __future__ import annotations

import ast
import functools
import types
from collections.abc import Collection, Mapping, Sequence
from typing import Any

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Place = tuple[str, ast.AST]
"""A file label and a node in that file."""


class Index:
    """The trees of a file and the namespace that running them made."""

    def __init__(
        self,
        parsed: Sequence[tuple[str, ast.Module]],
        namespace: Mapping[str, Any],
        labels: Collection[str],
        graded: Sequence[str],
    ) -> None:
        self.namespace = namespace
        self.labels = labels
        self.graded = frozenset(graded)
        self.own_attributes: set[str] = set()
        self._functions: dict[tuple[str, int], list[Function]] = {}
        self._classes: dict[str, list[tuple[str, ast.ClassDef]]] = {}
        self._assigned: dict[str, tuple[str, ast.expr]] = {}
        for label, tree in parsed:
            for node in walk(tree):
                if type(node) in _NOTED:
                    self._enter(label, node)
            for statement in tree.body:
                self._enter_assigned(label, statement)

    @functools.cached_property
    def by_identity(self) -> list[tuple[int, str]]:
        """The graded functions that the student's text made, by `id`."""
        made = ((name, self.namespace.get(name)) for name in self.graded)
        return [(id(found), name) for name, found in made if self.function_nodes(found)]

    def _enter(self, label: str, node: ast.AST) -> None:
        if isinstance(node, Function):
            lines = {node.lineno}
            if not isinstance(node, ast.Lambda):
                lines |= {d.lineno for d in node.decorator_list}
            for line in lines:
                self._functions.setdefault((label, line), []).append(node)
        elif isinstance(node, ast.ClassDef):
            self._classes.setdefault(node.name, []).append((label, node))
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    self.own_attributes.add(inner.name)
                elif isinstance(inner, ast.Assign):
                    self.own_attributes |= {t.id for t in inner.targets if type(t) is ast.Name}
                elif isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name):
                    self.own_attributes.add(inner.target.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            self.own_attributes.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            self.own_attributes.add(node.arg)
        elif isinstance(node, ast.Call) and _called(node) == "namedtuple":
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    self.own_attributes.update(part.value.replace(",", " ").split())

    def _enter_assigned(self, label: str, node: ast.stmt) -> None:
        value = getattr(node, "value", None)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(value, ast.expr):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name):
                        self._assigned[name.id] = (label, value)

    def has_own(self, attribute: str) -> bool:
        """Whether something of the student's own has an attribute of this name, so that text
        cannot tell it from an array's. A special method named outright is an array's."""
        return attribute in self.own_attributes and not attribute.startswith("__")

    def function_nodes(self, function: Any) -> list[tuple[str, Function]]:
        """The texts that may have made this function; empty when it is not the student's."""
        if type(function) is not types.FunctionType:
            return []
        code = function.__code__
        if code.co_filename not in self.labels:
            return []
        label = code.co_filename
        nodes = self._functions.get((label, code.co_firstlineno), [])
        named = [n for n in nodes if getattr(n, "name", "<lambda>") == code.co_name]
        return [(label, node) for node in named or nodes]

    def is_own_class(self, kind: Any) -> bool:
        """Whether the student's file made this class."""
        return (
            isinstance(kind, type)
            and kind.__module__ == self.namespace.get("__name__")
            and kind.__name__ in self._classes
        )

    def class_nodes(self, kind: type) -> list[tuple[str, ast.ClassDef]]:
        """The texts of the student's class and of its bases."""
        nodes = []
        for base in kind.__mro__:
            if self.is_own_class(base):
                nodes += self._classes[base.__name__]
        return nodes

    def assigned(self, name: str) -> tuple[str, ast.expr] | None:
        """The last expression assigned to a module-level name."""
        return self._assigned.get(name)

    def place(self, name: str) -> list[Any] | None:
        """Label, first and last line of what a name stands for."""
        for inner in unwrapped(self.namespace.get(name)):
            for label, node in self.function_nodes(inner):
                return [label, node.lineno, node.end_lineno]
            if self.is_own_class(inner):
                label, definition = self._classes[inner.__name__][-1]
                return [label, definition.lineno, definition.end_lineno]
        if name in self.namespace and (found := self._assigned.get(name)) is not None:
            return [found[0], found[1].lineno, found[1].end_lineno]
        return None


_NOTED = frozenset(
    (
        *(ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef),
        *(ast.Attribute, ast.keyword, ast.Call),
    )
)
_BARE = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)


def children(node: ast.AST) -> list[ast.AST]:
    """As `ast.iter_child_nodes`, without operators and contexts, in which nothing is."""
    found: list[ast.AST] = []
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, ast.AST):
            if not isinstance(value, _BARE):
                found.append(value)
        elif type(value) is list:
            found += [item for item in value if isinstance(item, ast.AST)]
    return found


def walk(root: ast.AST) -> list[ast.AST]:
    """`root` and everything in it but operators and contexts, from the outside in."""
    found = [root]
    for node in found:
        found += children(node)
    return found


def unwrapped(found: Any, depth: int = 8) -> list[Any]:
    """An object and what it wraps: partial, vectorize, functools.wraps, methods, properties."""
    out: list[Any] = []
    todo = [found]
    while todo and len(out) < 50 and depth > 0:
        depth -= 1
        layer, todo = todo, []
        for item in layer:
            out.append(item)
            todo += _inside(item)
    return out


def _inside(item: Any) -> list[Any]:
    inner: list[Any] = []
    if isinstance(item, types.ModuleType | types.FunctionType | type):
        wrapped = item.__dict__.get("__wrapped__")
        return [] if wrapped is None else [wrapped]
    if isinstance(item, types.BuiltinFunctionType | types.MethodWrapperType):
        return []
    for name in ("func", "pyfunc", "__wrapped__", "__func__", "fget"):
        try:
            value = object.__getattribute__(item, name)
        except Exception:
            continue
        if callable(value):
            inner.append(value)
    if type(item).__name__ == "partial":
        inner += [a for a in item.args if callable(a)]
    return inner


def _called(node: ast.Call) -> str:
    name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
    return name if isinstance(name, str) else ""
