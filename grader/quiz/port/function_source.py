"""Where an author's function stands in its file, as a syntax tree."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import CodeType, FunctionType

from grader.language.text import tr
from grader.model.errors import CourseError

Local = ast.FunctionDef | ast.Lambda


class NotPortableError(CourseError):
    """A step or a mistake uses what has no counterpart in the browser."""


def source_of(function: FunctionType) -> tuple[Local, str]:
    """The syntax tree of a function, and the name of its file.

    Raises:
        NotPortableError: the file cannot be read, or the function not told from another.
    """
    code = function.__code__
    path = Path(code.co_filename)
    there = [n for n in _locals_of(str(path)) if _begins(n) == code.co_firstlineno]
    found: list[Local] = [
        n for n in there if isinstance(n, ast.FunctionDef) and n.name == code.co_name
    ]
    if code.co_name == "<lambda>":
        lambdas = [n for n in there if isinstance(n, ast.Lambda)]
        found = [n for n in lambdas if len(lambdas) == 1 or _holds(n, code)]
    if len(found) != 1:
        raise refused(f"the source of {function.__name__} cannot be found", path.name, None)
    return found[0], path.name


@lru_cache(maxsize=64)
def _locals_of(path: str) -> tuple[Local, ...]:
    kept = linecache.cache.get(path)  # a release's functions have no file
    try:
        known = path.startswith("<") and kept is not None and len(kept) == 4
        text = "".join(linecache.getlines(path)) if known else Path(path).read_text("utf-8")
        tree = ast.parse(text)
    except (OSError, SyntaxError) as error:
        raise refused(f"{path} cannot be read: {error}", None, None) from error
    return tuple(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda))


def _begins(node: Local) -> int:
    decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return min([node.lineno, *(d.lineno for d in decorators)])


def _holds(node: ast.Lambda, code: CodeType) -> bool:
    """Do the instructions of `code` stand in this lambda?"""
    body = node.body
    first, last = (body.lineno, body.col_offset), (body.end_lineno or 0, body.end_col_offset or 0)
    places = [
        (line, column)
        for line, _, column, end in code.co_positions()
        if line is not None and column is not None and end
    ]
    return bool(places) and all(first <= place <= last for place in places)


def assigned(node: Local) -> set[str]:
    """The names that a function binds itself, not those of functions within it."""
    if isinstance(node, ast.Lambda):
        return set()
    return {name for statement in node.body for name in _bound(statement)}


def _bound(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Assign(targets=targets):
            for target in targets:
                yield from names_in(target)
        case ast.AugAssign(target=target):
            yield from names_in(target)
        case ast.For(target=target, body=body):
            yield from names_in(target)
            for one in body:
                yield from _bound(one)
        case ast.If(body=body, orelse=other):
            for one in (*body, *other):
                yield from _bound(one)
        case ast.FunctionDef(name=name):
            yield name


def names_in(node: ast.AST) -> set[str]:
    """The names that stand in a piece of syntax."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def refused(what: str, place: str | None, line: int | None) -> NotPortableError:
    """The error that says what cannot be carried over, and where it stands."""
    where = f"{place}:{line}: " if place and line else f"{place}: " if place else ""
    return NotPortableError(
        tr(
            "{where}this step cannot be carried over to the practice page: {what}. Write it with "
            "plain arithmetic.",
            where=where,
            what=what,
        )
    )
