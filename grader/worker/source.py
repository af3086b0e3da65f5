"""Parses a cell, leaving out what is not Python, so that the rest of it still counts."""

from __future__ import annotations

import ast
import re
import warnings
from typing import Any

MAX_REPAIRS = 30

_MAGIC = re.compile(r"^(\s*)(%{1,2}[A-Za-z]|![A-Za-z./~]|\?+[A-Za-z_]).*$")
_HELP = re.compile(r"^(\s*)[A-Za-z_][\w.]*\?{1,2}\s*$")
_SHELL = re.compile(r"^(\s*[A-Za-z_]\w*\s*=\s*)[!%][A-Za-z./~].*$")
_FOREIGN = re.compile(
    r"^\s*%%(bash|sh|cmd|html|HTML|javascript|js|latex|markdown|perl|ruby|script|svg|SVG|"
    r"system|sx|writefile|file|cython|R)\b"
)
_CONTINUES = ("else", "elif", "except", "finally")
_ERRORS = (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError)


def parse(label: str, text: str) -> tuple[ast.Module, list[list[Any]]]:
    """The cell's tree, and a problem for each top-level piece that had to be left out.

    Never raises; a piece that crashes the parser takes the worker with it.
    """
    problems: list[list[Any]] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    error = _attempt(lines)
    if isinstance(error, ast.Module):
        return error, problems
    lines = _without_magics(lines)
    for _ in range(MAX_REPAIRS):
        result = _attempt(lines)
        if isinstance(result, ast.Module):
            return result, problems
        start, stop, problem = _culprit(lines, result)
        problems.append(
            [type(problem).__name__, _message(problem), label, *_lines(problem, start, stop)]
        )
        lines[start:stop] = [""] * (stop - start)
    problems.append(["SyntaxError", "too many syntax errors", label, 1, len(lines)])
    return ast.Module([], type_ignores=[]), problems


def _attempt(lines: list[str]) -> ast.Module | Exception:
    text = "\n".join(lines)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except _ERRORS as error:
        return error


def _without_magics(lines: list[str]) -> list[str]:
    """IPython's own lines made harmless, the count of lines kept."""
    first = next((line for line in lines if line.strip()), "")
    if _FOREIGN.match(first):
        return [""] * len(lines)
    out = []
    for line in lines:
        if found := (_MAGIC.match(line) or _HELP.match(line)):
            line = f"{found[1]}pass"
        elif found := _SHELL.match(line):
            line = f"{found[1]}None"
        out.append(line)
    return out


def _culprit(lines: list[str], error: Exception) -> tuple[int, int, Exception]:
    """The piece to leave out, as a range of lines, and the error it gives by itself.

    The parser may notice an unfinished piece only in the next one, which is then sound when it is
    parsed alone; so go back from where the error was noticed to one that is not.
    """
    starts = _pieces(lines)
    pieces = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    line = getattr(error, "lineno", None)
    noticed = len(pieces) - 1
    if line is not None:
        noticed = max(i for i, (a, _) in enumerate(pieces) if a < max(line, 1))
    elsewhere = range(noticed + 1, len(pieces))
    for i in (*range(noticed, -1, -1), *elsewhere):
        start, stop = pieces[i]
        alone = _attempt([*[""] * start, *lines[start:stop]])
        if not isinstance(alone, ast.Module):
            return start, stop, alone
    return *pieces[noticed], error


def _pieces(lines: list[str]) -> list[int]:
    """Where a top-level statement seems to begin, decorators counted with what they decorate."""
    starts = [0]
    decorated = False
    for number, line in enumerate(lines):
        head = line[:1]
        if not (head == "@" or head.isidentifier()):
            continue
        word = re.match(r"\w*", line)
        if word and word[0] in _CONTINUES:
            continue
        if not decorated and number:
            starts.append(number)
        decorated = head == "@"
    return starts


def _message(error: Exception) -> str:
    if isinstance(error, SyntaxError):
        return str(error.msg)[:500]
    return str(error)[:500] or "the code is nested too deeply"


def _lines(error: Exception, start: int, stop: int) -> tuple[int, int | None]:
    line = getattr(error, "lineno", None) or start + 1
    end = getattr(error, "end_lineno", None)
    return min(line, stop), end if end is not None and line <= end <= stop else None
