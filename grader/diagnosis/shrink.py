"""Smaller versions of a failing case, along the axes its author says may be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from grader.authoring import Case

Dims = Sequence[str | None]
_TRIES = 6


def size(case: Case) -> int:
    """How much there is to read in a case: numbers in all its arguments."""
    return sum(_size(a) for a in (*case.args, *case.kwargs.values()))


def _size(argument: Any) -> int:
    if isinstance(argument, np.ndarray):
        return int(argument.size) + argument.ndim
    if isinstance(argument, list | tuple):
        return 1 + sum(_size(a) for a in argument)
    return 1


def smaller(case: Case, dims: Dims) -> Iterator[list[Case]]:
    """Groups of candidates, each group cutting one axis of `case` to a single index.

    The caller keeps the first candidate that still fails and asks again with it.
    """
    if any(d == "*" for d in dims):
        candidates = list(_elements(case, dims))
        if candidates:
            yield candidates
        return
    for label in _labels(dims):
        length = _length(case, dims, label)
        if length > 1:
            indices = list(range(min(length, _TRIES)))
            yield [_cut(case, dims, label, i) for i in indices]


def _labels(dims: Dims) -> list[str]:
    seen: list[str] = []
    for spec in dims:
        for label in (spec or "").split():
            if label not in (".", *seen):
                seen.append(label)
    return seen


def _length(case: Case, dims: Dims, label: str) -> int:
    for argument, spec in zip(case.args, dims, strict=False):
        axes = (spec or "").split()
        if label in axes and isinstance(argument, np.ndarray) and argument.ndim == len(axes):
            return int(argument.shape[axes.index(label)])
    return 0


def _cut(case: Case, dims: Dims, label: str, index: int) -> Case:
    args = []
    for i, argument in enumerate(case.args):
        axes = ((dims[i] if i < len(dims) else None) or "").split()
        if label in axes and isinstance(argument, np.ndarray) and argument.ndim == len(axes):
            for axis, name in enumerate(axes):
                if name == label:
                    argument = np.take(argument, [index], axis=axis)
        args.append(argument)
    return _shrunk(case, tuple(args), f"{label}{index}")


def _elements(case: Case, dims: Dims) -> Iterator[Case]:
    starred = [
        i
        for i, d in enumerate(dims)
        if d == "*" and i < len(case.args) and isinstance(case.args[i], np.ndarray)
    ]
    if not starred or any(case.args[i].size < 2 for i in starred):
        return
    for at in range(min(case.args[starred[0]].size, 4 * _TRIES)):
        args = list(case.args)
        for i in starred:
            flat = case.args[i].reshape(-1)
            args[i] = flat[at : at + 1].copy()
        yield _shrunk(case, tuple(args), f"*{at}")


def _shrunk(case: Case, args: tuple[Any, ...], cut: str) -> Case:
    """`case` with fewer numbers. Its name tells it from all other cuts; of what has no name no
    cut has one."""
    key = f"{case.key}/{cut}" if case.key else ""
    return Case(args, case.kwargs, key=key, shrunk=True)
