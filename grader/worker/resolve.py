"""What an expression stands for, as far as that can be known without running it."""

from __future__ import annotations

import ast
import builtins
import importlib
import sys
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.worker.facts import children
from grader.worker.rules import lookup

MAX_DEPTH = 12
BUILTINS = vars(builtins)


@dataclass(frozen=True)
class Dotted:
    """Something imported that is not there to be looked at."""

    name: str


@dataclass
class Bindings:
    """Local names and what may be bound to them: live objects, or expressions still to resolve."""

    names: dict[str, list[Any]] = field(default_factory=dict)

    def bind(self, name: str, value: Any = None) -> None:
        values = self.names.setdefault(name, [])
        if value is not None:
            values.append(value)


class Resolver:
    """Resolves names through scopes, a function's closure, the file's namespace, builtins."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self.namespace = namespace

    def resolve(self, node: ast.AST, scopes: list[Bindings], depth: int = 0) -> list[Any]:
        """Everything that the expression may be; empty when nothing is known."""
        if depth > MAX_DEPTH:
            return []
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.Name(id=name):
                return self._name(name, scopes, depth)
            case ast.Attribute(value=base, attr=attribute):
                found = self.resolve(base, scopes, depth + 1)
                return [x for owner in found for x in attribute_of(owner, attribute)]
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                return self._joined([left, right], scopes, depth)
            case ast.JoinedStr(values=values):
                parts = [v.value if isinstance(v, ast.FormattedValue) else v for v in values]
                return self._joined(parts, scopes, depth)
            case ast.NamedExpr(value=value):
                return self.resolve(value, scopes, depth + 1)
            case ast.IfExp(body=body, orelse=other):
                both = self.resolve(body, scopes, depth + 1)
                return both + self.resolve(other, scopes, depth + 1)
            case ast.Subscript(value=base, slice=key):
                return self._item(base, key, scopes, depth)
            case ast.Call():
                return self._call(node, scopes, depth)
        return []

    def _name(self, name: str, scopes: list[Bindings], depth: int) -> list[Any]:
        for at in range(len(scopes) - 1, -1, -1):
            if name in scopes[at].names:
                out = []
                for value in scopes[at].names[name]:
                    if isinstance(value, ast.AST):
                        out += self.resolve(value, scopes[: at + 1], depth + 2)
                    else:
                        out.append(value)
                return out
        if name in self.namespace:
            return [self.namespace[name]]
        return [BUILTINS[name]] if name in BUILTINS else []

    def _joined(self, parts: list[ast.expr], scopes: list[Bindings], depth: int) -> list[Any]:
        text = ""
        for part in parts:
            known = [x for x in self.resolve(part, scopes, depth + 1) if type(x) is str]
            if not known:
                return []
            text += known[0]
        return [text[:1000]]

    def _item(self, base: ast.expr, key: ast.expr, scopes: list[Bindings], depth: int) -> list[Any]:
        owners = self.resolve(base, scopes, depth + 1)
        if isinstance(key, ast.Slice):
            return [x[::-1] for x in owners if type(x) is str and _is_reversal(key)]
        keys: list[Any] = [x for x in self.resolve(key, scopes, depth + 1) if type(x) is str]
        if isinstance(key, ast.Constant):
            keys = [key.value]
        out = []
        for owner in owners:
            for k in keys:
                try:
                    if isinstance(owner, types.MappingProxyType) or type(owner) in _CONTAINERS:
                        out.append(owner[k])
                except Exception:
                    continue
        return out

    def _call(self, node: ast.Call, scopes: list[Bindings], depth: int) -> list[Any]:
        """Results of the few calls that only look things up."""
        if isinstance(node.func, ast.Attribute) and node.func.attr == "join" and node.args:
            items = node.args[0]
            if isinstance(items, ast.List | ast.Tuple):
                return self._joined(list(items.elts), scopes, depth)
        args = [self.resolve(arg, scopes, depth + 1) for arg in node.args[:3]]
        out: list[Any] = []
        for function in self.resolve(node.func, scopes, depth + 1):
            name = plain_name(function)
            if name == "globals":
                out.append(self.namespace)
            elif name == "vars" and args:
                out += [vars(x) for x in args[0] if isinstance(x, types.ModuleType | type)]
            elif name == "getattr" and len(args) > 1:
                texts = [x for x in args[1] if type(x) is str]
                out += [y for x in args[0] for t in texts for y in attribute_of(x, t)]
            elif name in ("__import__", "import_module") and args:
                out += [imported(x) for x in args[0] if type(x) is str]
        return out


_CONTAINERS = (dict, list, tuple)
_LIBRARY = ("builtins", "operator", "_operator", "importlib", "grader.worker.usage")


def plain_name(function: Any) -> str:
    """The name of a built-in or library function, also when it is watched."""
    if isinstance(function, types.FunctionType | types.BuiltinFunctionType | type):
        home = function.__module__
        return function.__name__ if home in _LIBRARY else ""
    return ""


def attribute_of(owner: Any, attribute: str) -> list[Any]:
    """An attribute, without running code of the student's."""
    if isinstance(owner, Dotted):
        return [Dotted(f"{owner.name}.{attribute}")]
    try:
        if isinstance(owner, types.ModuleType):
            return [vars(owner) if attribute == "__dict__" else getattr(owner, attribute)]
        if isinstance(owner, type):
            return [type.__getattribute__(owner, attribute)]
        return [vars(owner)[attribute]]
    except Exception:
        return []


def imported(name: str, attribute: str | None = None) -> Any:
    """What an import statement binds: the live object, or its dotted name when not loaded."""
    module: Any = sys.modules.get(name)
    if module is None and name.partition(".")[0] == "numpy":
        try:
            module = importlib.import_module(name)
        except Exception:
            module = None
    full = name if attribute is None else f"{name}.{attribute}"
    if module is None:
        return Dotted(full)
    if attribute is None:
        return module
    found = lookup(full)
    return Dotted(full) if found is None else found


def _is_reversal(key: ast.Slice) -> bool:
    return (
        key.lower is None
        and key.upper is None
        and isinstance(key.step, ast.UnaryOp)
        and isinstance(key.step.op, ast.USub)
    )


def bound_names(root: ast.AST) -> Bindings:
    """The local names of a function, lambda or comprehension, inner functions left aside."""
    scope = Bindings()
    args = getattr(root, "args", None)
    if isinstance(args, ast.arguments):
        for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg):
            if arg is not None:
                scope.bind(arg.arg)
        positional = [*args.posonlyargs, *args.args]
        for arg, default in zip(positional[::-1], args.defaults[::-1], strict=False):
            scope.bind(arg.arg, default)
        for arg, kw_default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
            scope.bind(arg.arg, kw_default)
    outside: set[str] = set()
    todo = list(_children(root))
    while todo:
        node = todo.pop()
        if type(node) in _BINDING:
            _bind(node, scope, outside)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            scope.bind(node.name)
        elif not isinstance(node, ast.Lambda | _COMPREHENSIONS):
            todo += children(node)
    for name in outside:
        scope.names.pop(name, None)
    return scope


_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def _children(root: ast.AST) -> list[ast.AST]:
    if isinstance(root, _COMPREHENSIONS):
        return [generator.target for generator in root.generators]
    body = getattr(root, "body", [])
    return list(body) if isinstance(body, list) else [body]


_BINDING = frozenset(
    (
        *(ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.Name),
        *(ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.Global, ast.Nonlocal),
    )
)


def _bind(node: ast.AST, scope: Bindings, outside: set[str]) -> None:
    match node:
        case ast.Import(names=names):
            for alias in names:
                if alias.asname:
                    scope.bind(alias.asname, imported(alias.name))
                else:
                    root = alias.name.partition(".")[0]
                    imported(alias.name)
                    scope.bind(root, imported(root))
        case ast.ImportFrom(module=str(module), names=names, level=0):
            for alias in names:
                scope.bind(alias.asname or alias.name, imported(module, alias.name))
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                _bind_target(target, value, scope)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            _bind_target(target, value, scope)
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            scope.bind(name, value)
        case ast.Name(id=name, ctx=ast.Store()):
            scope.bind(name)
        case ast.ExceptHandler(name=str(name)):
            scope.bind(name)
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            scope.bind(name)
        case ast.Global(names=global_names):
            outside.update(global_names)
        case ast.Nonlocal(names=global_names):
            outside.update(global_names)


def _bind_target(target: ast.expr, value: ast.expr, scope: Bindings) -> None:
    if isinstance(target, ast.Name):
        scope.bind(target.id, value)
    elif isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        for inner, part in zip(target.elts, value.elts, strict=False):
            _bind_target(inner, part, scope)
