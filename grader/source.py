"""The percent format: one source, from which the stub and the notebook are made."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from grader.errors import CourseError

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
PLACEHOLDER = "raise NotImplementedError"
_MARK = re.compile(r"^# %%(?P<rest>.*)$")
_DEF = re.compile(r"^def (\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceCell:
    kind: str  # "markdown" or "code"
    text: str


def stub(source: str, name: str = "source") -> str:
    """`source` with each solution region replaced by `raise NotImplementedError`.

    Raises:
        CourseError: a region does not end, does not begin, or lies within another.
    """
    out: list[str] = []
    opened: int | None = None
    for number, line in enumerate(source.splitlines(), start=1):
        mark = line.strip()
        if mark == BEGIN:
            if opened is not None:
                raise _unbalanced(name, number)
            opened = number
            out.append(line[: len(line) - len(line.lstrip())] + PLACEHOLDER)
        elif mark == END:
            if opened is None:
                raise _unbalanced(name, number)
            opened = None
        elif opened is None:
            out.append(line)
    if opened is not None:
        raise _unbalanced(name, opened)
    return "\n".join(out).rstrip() + "\n"


def _unbalanced(name: str, line: int) -> CourseError:
    return CourseError(
        zh=f"{name} 第 {line} 行：{BEGIN} 和 {END} 沒有成對。",
        en=f"{name} line {line}: {BEGIN} and {END} do not pair up.",
    )


def cells(source: str) -> list[SourceCell]:
    """The cells of a percent-format file; text before the first mark is a code cell."""
    found: list[tuple[str, list[str]]] = [("code", [])]
    for line in source.splitlines():
        mark = _MARK.match(line)
        if mark:
            found.append(("markdown" if "[markdown]" in mark["rest"] else "code", []))
        else:
            found[-1][1].append(line)
    out = []
    for kind, lines in found:
        if kind == "markdown":
            lines = [re.sub(r"^# ?", "", line) for line in lines]
        text = "\n".join(lines).strip("\n")
        if text.strip():
            out.append(SourceCell(kind, text))
    return out


def notebook(source: str, assignment: str) -> str:
    """`source` (a stub) as an nbformat 4.5 notebook whose cell ids do not change between runs."""
    made = []
    for i, cell in enumerate(cells(source)):
        function = _DEF.search(cell.text) if cell.kind == "code" else None
        seed = function.group(1) if function else f"{cell.kind}-{i}"
        base: dict[str, object] = {
            "cell_type": cell.kind,
            "id": hashlib.sha256(f"{assignment}/{seed}".encode()).hexdigest()[:12],
            "metadata": {},
            "source": cell.text.splitlines(keepends=True),
        }
        if cell.kind == "code":
            base |= {"execution_count": None, "outputs": []}
        made.append(base)
    document = {
        "cells": made,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def statements(source: str) -> dict[str, str]:
    """The Markdown statement of each function: the cell whose heading is `name(…)`."""
    found = {}
    for cell in cells(source):
        heading = re.match(r"#+\s+`(\w+)\(", cell.text)
        if cell.kind == "markdown" and heading:
            found[heading.group(1)] = cell.text
    return found
