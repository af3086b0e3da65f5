"""Python functions among a case's arguments: where their code stands in a module, and what they
close over. The code itself is never recorded: the released checks still hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import CellType, CodeType, FunctionType
from typing import Any

import numpy as np

from grader.model.submission import Callback

Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]


class Unplaced(Exception):
    """A function that cannot be found again by where it stands."""


def place(function: Callable[..., Any], encode: Encode) -> list[Any]:
    """Where `function` stands: plain data. `encode` makes plain data of what it closes over.

    Raises:
        Unplaced: it does not stand at the top level of its module or within such a function.
    """
    name = getattr(function, "__name__", "")
    if getattr(np, name, None) is function:
        return ["numpy", name]
    if not isinstance(function, FunctionType):
        raise Unplaced(repr(function))
    names = function.__globals__
    if names.get(name) is function:
        return ["name", name]
    for other, value in names.items():
        if isinstance(value, Callback) and value.function is function:
            return ["name", other]
    root = function.__qualname__.split(".", 1)[0]
    outer = names.get(root)
    path = _path(outer.__code__, function.__code__) if isinstance(outer, FunctionType) else None
    if path is None or function.__kwdefaults__:
        raise Unplaced(function.__qualname__)
    closed = [cell.cell_contents for cell in function.__closure__ or ()]
    kept = [_keep(value, encode) for value in closed]
    defaults = [_keep(value, encode) for value in function.__defaults__ or ()]
    return ["within", root, path, kept, defaults]


def _keep(value: Any, encode: Encode) -> list[Any]:
    if callable(value):
        return ["code", place(value, encode)]
    return ["data", encode(value)]


def roots(placed: list[Any]) -> Iterator[str]:
    """The module's own names that `found` will need."""
    if placed[0] == "name":
        yield placed[1]
    if placed[0] == "within":
        yield placed[1]
        for kind, value in (*placed[3], *placed[4]):
            if kind == "code":
                yield from roots(value)


def found(placed: list[Any], names: Mapping[str, Any], decode: Decode) -> Callable[..., Any]:
    """The function that stands there among a module's `names`.

    Raises:
        LookupError: there is none.
    """
    kind = placed[0]
    if kind == "numpy":
        function: Callable[..., Any] = getattr(np, placed[1])
        return function
    value = names[placed[1]]
    if kind == "name":
        return value.function if isinstance(value, Callback) else value
    code = value.__code__
    for number in placed[2]:
        code = _inner(code)[number]

    def given(kept: list[list[Any]]) -> list[Any]:
        return [found(v, names, decode) if k == "code" else decode(v) for k, v in kept]

    cells = tuple(CellType(value) for value in given(placed[3]))
    defaults = tuple(given(placed[4]))
    return FunctionType(code, value.__globals__, code.co_name, defaults or None, cells)


def _inner(code: CodeType) -> list[CodeType]:
    """The functions that stand directly within one, in the order of their lines. Comprehensions
    are looked through: some versions of Python make functions of them, and some do not."""
    return sorted(_within(code), key=lambda inner: inner.co_firstlineno)


def _within(code: CodeType) -> Iterator[CodeType]:
    for const in code.co_consts:
        if isinstance(const, CodeType):
            if const.co_name in _COMPREHENSIONS:
                yield from _within(const)
            else:
                yield const


_COMPREHENSIONS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})


def _path(outer: CodeType, wanted: CodeType) -> list[int] | None:
    """The way from a function's code to code within it: which of the codes, at each level."""
    if outer is wanted:
        return []
    for number, inner in enumerate(_inner(outer)):
        rest = _path(inner, wanted)
        if rest is not None:
            return [number, *rest]
    return None
