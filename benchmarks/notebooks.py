"""Programs and tests as notebooks, with and without nbgrader's marks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.recording import RecordedCheck
from benchmarks.submissions import Program
from benchmarks.written_tests import cell

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def plain(program: Program) -> str:
    """The student's notebook, nothing added."""
    return _document(_cells(program, marked=False))


def nbgrader(program: Program, tests: Sequence[tuple[str, Sequence[RecordedCheck]]]) -> str:
    """The notebook as nbgrader keeps it: solution cells, then one locked test cell for each of
    `tests` (grade id, the checks in it)."""
    made = list(_cells(program, marked=True))
    for name, checks in tests:
        points = sum(check.points for check in checks)
        marks = {"grade": True, "locked": True, "solution": False, "points": points}
        made.append(_code(len(made), "import numpy as np\n" + cell(checks), name, marks))
    return _document(made)


def _cells(program: Program, *, marked: bool) -> Iterable[dict[str, Any]]:
    for i, given in enumerate(program.cells):
        if given.kind == "markdown":
            yield {"cell_type": "markdown", "id": f"c{i}", "metadata": {}, "source": given.text}
            continue
        if marked and given.function:
            marks = {"grade": False, "locked": False, "solution": True}
            yield _code(i, given.text, given.function, marks)
        else:
            yield _code(i, given.text)


def _code(i: int, text: str, name: str = "", marks: dict[str, Any] | None = None) -> dict[str, Any]:
    metadata = {}
    if marks is not None:
        metadata["nbgrader"] = {"grade_id": name, "schema_version": 3, "task": False, **marks}
    return {
        "cell_type": "code",
        "id": f"c{i}",
        "metadata": metadata,
        "source": text,
        "execution_count": None,
        "outputs": [],
    }


def _document(made: Iterable[dict[str, Any]]) -> str:
    notebook = {
        "cells": list(made),
        "metadata": {"kernelspec": KERNEL},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1)
