"""A text said as a base and its edits: what mistakes and corpora are made of."""

from __future__ import annotations

import ast
import io
import textwrap
import tokenize
from collections.abc import Sequence

from grader.language.text import tr
from grader.model.errors import CourseError

Edit = tuple[str, str]
"""(old, new): where `old` stands in the text, `new` takes its place."""


def apply(source: str, edits: Sequence[Edit], where: str) -> str:
    """`source` with each of `edits` put in, one after another.

    Args:
        where: the file and the entry that the edits stand in, for the error's sentence.

    Raises:
        CourseError: an old text does not stand there exactly once, or an edit changes nothing.
    """
    for old, new in edits:
        count = source.count(old) if old else 0
        if count > 1:
            raise CourseError(
                tr(
                    "{where}: {old} stands {count} times in the base, and an edit replaces what "
                    "stands there once. Write more of what is around it.",
                    where=where,
                    old=repr(old),
                    count=count,
                )
            )
        if count == 0:
            raise CourseError(
                tr(
                    "{where}: {old} does not stand in the base. Copy it from there as it is.",
                    where=where,
                    old=repr(old),
                )
            )
        if old == new:
            raise CourseError(tr("{where}: {old} is put for itself.", where=where, old=repr(old)))
        source = source.replace(old, new)
    return source


def definition(source: str, function: str) -> str | None:
    """The text of `function` in `source`, without its docstring and comments; None where a module
    of that text does not define it at its top.

    Raises:
        SyntaxError: `source` is no Python.
    """
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            lines = source.splitlines(keepends=True)[node.lineno - 1 : node.end_lineno]
            if ast.get_docstring(node) is not None:
                first = node.body[0]
                end = first.end_lineno or first.lineno
                del lines[first.lineno - node.lineno : end + 1 - node.lineno]
            return _without_comments(lines)
    return None


def _without_comments(lines: list[str]) -> str:
    kept = list(lines)
    for token in tokenize.generate_tokens(io.StringIO("".join(lines)).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            code = lines[row - 1][:column].rstrip()
            kept[row - 1] = f"{code}\n" if code else ""
    return "".join(kept)


def with_body(definition: str, body: str) -> str:
    """A function's `definition` with another body, of unindented lines, under its `def`."""
    function = ast.parse(definition).body[0]
    assert isinstance(function, ast.FunctionDef)
    head = definition.splitlines(keepends=True)[: function.body[0].lineno - 1]
    return "".join(head) + textwrap.indent(body.strip("\n"), "    ") + "\n"
