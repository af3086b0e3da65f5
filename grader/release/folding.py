"""Modules that stay with the instructor: `try: from . import x` / `except ImportError: x = None`.

A release does not have them, so what is done with them is not there either.
"""

from __future__ import annotations

import ast

from grader.release.tree_edits import Edits


def without_optional(text: str) -> str:
    """`text` without its optional imports from the course, and without what only they allow."""
    edits, absent = Edits(text), set()
    for node in ast.parse(text).body:
        names = _optional(node)
        if names:
            absent |= names
            edits.drop_lines(node)
    if not absent:
        return text
    text = edits.done()
    before = ""
    while text != before:
        before, text = text, _folded(text, absent)
    return text


def _optional(node: ast.stmt) -> set[str]:
    """The names that stay None where an import from the course fails."""
    if not isinstance(node, ast.Try) or len(node.handlers) != 1:
        return set()
    imports = [n for n in node.body if isinstance(n, ast.ImportFrom)]
    ours = [n for n in imports if n.level or (n.module or "").partition(".")[0] == "solutions"]
    caught = node.handlers[0].type
    if len(ours) != len(node.body) or not isinstance(caught, ast.Name):
        return set()
    if caught.id not in {"ImportError", "ModuleNotFoundError"}:
        return set()
    given = {a.asname or a.name for n in ours for a in n.names}
    for statement in node.handlers[0].body:
        none = isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
        if not none or statement.value.value is not None:  # type: ignore[attr-defined]
            return set()
    return given


def _folded(text: str, absent: set[str]) -> str:
    """Tests of whether such a module is there, decided; the outermost at a time."""
    edits = Edits(text)
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.If | ast.IfExp):
            continue
        truth = _truth(node.test, absent)
        if truth is None:
            continue
        if isinstance(node, ast.IfExp):
            edits.replace(node, edits.text(node.body if truth else node.orelse))
            continue
        body = node.body if truth else node.orelse
        follows = edits.text(node).startswith("elif")
        column = node.col_offset + (4 if follows else 0)
        kept = f"\n{' ' * column}".join(_shifted(edits, s, column) for s in body)
        if follows:
            edits.drop_lines(node, f"else:\n{' ' * column}{kept}" if kept else None)
        else:
            edits.drop_lines(node, kept or "pass")
    return edits.done()


def _shifted(edits: Edits, statement: ast.stmt, column: int) -> str:
    """A statement's lines after the first, moved from its own column to `column`."""
    first, *rest = edits.text(statement).split("\n")
    first = first.removeprefix("el") if first.startswith("elif") else first
    less = statement.col_offset - column
    if less < 0:
        return "\n".join([first, *(" " * -less + line for line in rest)])
    return "\n".join([first, *(line[less:] if not line[:less].strip() else line for line in rest)])


def _truth(test: ast.expr, absent: set[str]) -> bool | None:
    """What a test of an absent module comes to; None where it tests something else."""
    if isinstance(test, ast.Name) and test.id in absent:
        return False
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _truth(test.operand, absent)
        return None if inner is None else not inner
    if isinstance(test, ast.Compare) and isinstance(test.left, ast.Name):
        against = test.comparators[0]
        none = isinstance(against, ast.Constant) and against.value is None
        if test.left.id in absent and len(test.ops) == 1 and none:
            if isinstance(test.ops[0], ast.IsNot):
                return False
            return True if isinstance(test.ops[0], ast.Is) else None
    return None
