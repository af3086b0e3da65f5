"""The percent format: one source, from which the stub and the notebook are made."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.language.text import tr
from grader.model.errors import CourseError

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
PLACEHOLDER = "raise NotImplementedError"
_MARK = re.compile(r"^# %%(?P<rest>.*)$")
_DEF = re.compile(r"^def (\w+)\(", re.MULTILINE)
_HEADING = re.compile(r"#+\s+`(\w+)\(")
CHECK_TAG = "grade-check"


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


def solutions(source: str) -> list[str]:
    """The text of every solution region, in order; marks that do not pair up are left alone."""
    return re.findall(rf"{BEGIN}\n(.*?){END}", source, re.DOTALL)


def _unbalanced(name: str, line: int) -> CourseError:
    return CourseError(
        tr(
            "{name} line {line}: {begin} and {end} do not pair up.",
            name=name,
            line=line,
            begin=BEGIN,
            end=END,
        )
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


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a notebook: what it is for, and an id that does not change between versions.

    `role` is "text", "code", "solution" (a region of it is the student's to fill) or "check".
    `key` names the cell: `<function>`, `check-<function>`, `statement-<function>`, or its kind and
    place. `id` is the notebook format's own.
    """

    role: str
    key: str
    id: str
    text: str
    function: str | None = None

    @property
    def kind(self) -> str:
        return "markdown" if self.role == "text" else "code"


def placed(source: str, assignment: str, functions: Sequence[str] = ()) -> list[Placed]:
    """The cells of a notebook made of `source`, the reference or its stub.

    Each of `functions` gets a check cell behind the cell that defines it.
    """
    made: list[Placed] = []

    def add(role: str, key: str, text: str, function: str | None = None, seed: str = "") -> None:
        digest = hashlib.sha256(f"{assignment}/{seed or key}".encode()).hexdigest()[:12]
        made.append(Placed(role, key, digest, text, function))

    for i, cell in enumerate(cells(source)):
        if cell.kind == "markdown":
            heading = _HEADING.match(cell.text)
            about = heading.group(1) if heading else None
            key = f"statement-{about}" if about in functions else f"text-{i}"
            add("text", key, cell.text, about, f"markdown-{i}")
            continue
        defined = _DEF.findall(cell.text)
        todo = any(line.strip() in (BEGIN, PLACEHOLDER) for line in cell.text.splitlines())
        key = defined[0] if defined else f"code-{i}"
        role = "solution" if todo else "code"
        add(role, key, cell.text, defined[0] if defined else None)
        for name in dict.fromkeys(defined):
            if name in functions:
                add("check", f"check-{name}", check_cell(assignment, name), name)
    return made


def check_cell(assignment: str, function: str) -> str:
    """What a function's check cell says."""
    return f'from grader.notebook import check\n\ncheck("{assignment}.{function}")'


def notebook(source: str, assignment: str, functions: Sequence[str] = ()) -> str:
    """`source` (a stub) as an nbformat 4.5 notebook whose cell ids do not change between runs.

    Each of `functions` is followed by its check cell.
    """
    made = []
    for cell in placed(source, assignment, functions):
        metadata = {"tags": [CHECK_TAG]} if cell.role == "check" else {}
        made.append(as_cell(cell, metadata))
    return document(made)


def as_cell(cell: Placed, metadata: Mapping[str, object]) -> dict[str, object]:
    """A cell as nbformat has it, never run."""
    made: dict[str, object] = {
        "cell_type": cell.kind,
        "id": cell.id,
        "metadata": metadata,
        "source": cell.text.splitlines(keepends=True),
    }
    if cell.kind == "code":
        made |= {"execution_count": None, "outputs": []}
    return made


def document(made: Sequence[Mapping[str, object]]) -> str:
    """Cells as the text of a whole notebook: the same bytes for the same cells."""
    whole = {
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
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def statements(source: str) -> dict[str, str]:
    """The Markdown statement of each function: the cell whose heading is `name(…)`."""
    found = {}
    for cell in cells(source):
        heading = _HEADING.match(cell.text)
        if cell.kind == "markdown" and heading:
            found[heading.group(1)] = cell.text
    return found
