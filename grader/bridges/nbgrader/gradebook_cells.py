"""The cells of an assignment as nbgrader's gradebook has recorded them, as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """A cell's master version: what nbgrader puts back where a locked cell was changed."""

    kind: str
    locked: bool
    text: str
    checksum: str | None


@dataclass(frozen=True, slots=True)
class NotebookCells:
    """One notebook's cells by name. `graded` and `commented` give the row that grades and
    comments hang on, `points` what a graded cell is worth, `solutions` where students write,
    `tasks` those graded by hand alone, `kernel` the notebook's kernelspec."""

    id: str
    name: str
    kernel: Mapping[str, Any]
    graded: Mapping[str, str]
    points: Mapping[str, float]
    commented: Mapping[str, str]
    solutions: frozenset[str]
    tasks: frozenset[str]
    sources: Mapping[str, Source]

    @property
    def most(self) -> float:
        return sum(self.points.values())


@dataclass(frozen=True, slots=True)
class Cells:
    """An assignment's notebooks. `id` is its row."""

    id: str
    assignment: str
    notebooks: tuple[NotebookCells, ...]

    def notebook(self, name: str) -> NotebookCells | None:
        return next((n for n in self.notebooks if n.name == name), None)

    @property
    def points(self) -> dict[str, float]:
        """All graded cells, by name."""
        return {name: points for n in self.notebooks for name, points in n.points.items()}


def cells_of(assignment: Any) -> Cells:
    """The cells of an nbgrader `Assignment`."""
    notebooks = tuple(_notebook(notebook) for notebook in assignment.notebooks)
    return Cells(assignment.id, assignment.name, notebooks)


def _notebook(notebook: Any) -> NotebookCells:
    grades, solutions, tasks = notebook.grade_cells, notebook.solution_cells, notebook.task_cells
    return NotebookCells(
        id=notebook.id,
        name=notebook.name,
        kernel=json.loads(notebook.kernelspec or "{}"),
        graded={c.name: c.id for c in (*grades, *tasks)},
        points={c.name: float(c.max_score or 0.0) for c in (*grades, *tasks)},
        commented={c.name: c.id for c in (*solutions, *tasks)},
        solutions=frozenset(c.name for c in solutions),
        tasks=frozenset(c.name for c in tasks),
        sources={
            c.name: Source(c.cell_type, bool(c.locked), c.source or "", c.checksum)
            for c in notebook.source_cells
        },
    )
